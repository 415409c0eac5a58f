import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { photoPhone } from '#shared/texts/photo-phone.ts'
import { store } from '#web/core/store.ts'
import { PhotoPanel } from '#web/photos/photo-panel.tsx'
import { shownPhotos } from '#web/photos/selectors.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/**
 * The photos of the home where the team is out. The leader adds some, with or without a line, from departure until they
 * are home, and changes their own; the others look, until the report.
 */
export function PhonePhotos({
  order,
  attendanceId,
  leads,
}: {
  order: WorkOrder
  attendanceId: string
  leads: boolean
}) {
  const { t } = usePhoneWords(photoPhone)
  const photos = shownPhotos(store.all('photo'), ({ needId, workOrderId }) =>
    [needId, workOrderId].some((id) => id === order.needId || id === order.id),
  )
  if (!leads && photos.length === 0) return null
  return (
    <section class="form-part">
      <h2>{t(leads ? 'title' : 'ofHome')}</h2>
      {leads ? null : <p class="quiet">{t('onlyWhileOut')}</p>}
      <PhotoPanel
        photos={photos}
        subject={{ type: 'reports.addPhoto', input: { workOrderId: order.id } }}
        mayAdd={leads}
        mayChange={({ sentBy }) => sentBy === attendanceId}
      />
    </section>
  )
}
