import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { photoPhone } from '#shared/texts/photo-phone.ts'
import { store } from '#web/core/store.ts'
import { PhotoPanel } from '#web/photos/photo-panel.tsx'
import { shownPhotos } from '#web/photos/selectors.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** The leader's photos: taken with or without a line, from departure until they are home. */
export function PhonePhotos({ order }: { order: WorkOrder }) {
  const { t } = usePhoneWords(photoPhone)
  return (
    <section class="form-part">
      <h2>{t('title')}</h2>
      <PhotoPanel
        photos={shownPhotos(store.all('photo'), (photo) => photo.workOrderId === order.id)}
        subject={{ type: 'reports.addPhoto', input: { workOrderId: order.id } }}
        mayAdd
        mayRemove={() => true}
      />
    </section>
  )
}
