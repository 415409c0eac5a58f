import { store } from '#web/core/store.ts'
import { PhotoPanel } from '#web/photos/photo-panel.tsx'
import { shownPhotos } from '#web/photos/selectors.ts'
import { returnTexts as words } from '#web/texts/reports.ts'

/** Photos of the sheet that a team brings back: what the leader's phone sent, and what is added at the return desk. */
export function ReportPhotos({ workOrderId }: { workOrderId: string }) {
  return (
    <div class="stack">
      <h3>{words.photosTitle}</h3>
      <PhotoPanel
        photos={shownPhotos(store.all('photo'), (photo) => photo.workOrderId === workOrderId)}
        subject={{ type: 'reports.addPhoto', input: { workOrderId } }}
        mayAdd
        mayChange={() => true}
      />
    </div>
  )
}
