import type { Photo, PhotoKind } from '#shared/photos/photo.ts'
import { photoPhone } from '#shared/texts/photo-phone.ts'
import { KindMark, usePhotoOrigin } from '#web/photos/photo-tiles.tsx'
import { photoKindsShown } from '#web/photos/selectors.ts'
import { usePicture } from '#web/photos/use-picture.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

interface ViewerProps {
  photos: readonly Photo[]
  openId: string
  /** Shows another photo; null closes. */
  onShow: (id: string | null) => void
  /** Left out where this page may not remove it. */
  onRemove?: ((photo: Photo) => unknown) | undefined
  /** Left out where this page may not say anew what it shows. */
  onKind?: ((photo: Photo, kind: PhotoKind) => unknown) | undefined
}

/** One photo whole, with its neighbours under the arrow keys. */
export function PhotoViewer({ photos, openId, onShow, onRemove, onKind }: ViewerProps) {
  const { plain, t } = usePhoneWords(photoPhone)
  const index = photos.findIndex(({ id }) => id === openId)
  const photo = photos[index]
  if (!photo) return null
  const step = (by: number) => {
    const other = photos[index + by]
    if (other) onShow(other.id)
  }
  const title = plain('place', { kind: plain(photo.kind), index: index + 1, count: photos.length })
  return (
    <Dialog
      open
      wide
      title={title}
      onClose={() => onShow(null)}
      actions={
        onRemove ? (
          <Button variant="danger" onPress={() => onRemove(photo)}>
            {t('remove')}
          </Button>
        ) : null
      }
    >
      <WholePicture key={photo.id} photo={photo} name={title} />
      {onKind ? <Kinds photo={photo} onKind={(kind) => onKind(photo, kind)} /> : null}
      {photos.length > 1 ? (
        <div class="photo-steps">
          <Button shortcut="ArrowLeft" onPress={() => step(-1)}>
            {t('previous')}
          </Button>
          <Button shortcut="ArrowRight" onPress={() => step(1)}>
            {t('next')}
          </Button>
        </div>
      ) : null}
    </Dialog>
  )
}

/** Saying anew what a photo shows: the wrong button was pressed in the rain. */
function Kinds({ photo, onKind }: { photo: Photo; onKind: (kind: PhotoKind) => unknown }) {
  const { t } = usePhoneWords(photoPhone)
  return (
    <fieldset class="photo-kinds photo-kinds-change">
      <legend class="photo-words">{t('kindQuestion')}</legend>
      {photoKindsShown.map((kind) => (
        <Button
          key={kind}
          pressed={photo.kind === kind}
          onPress={() => (photo.kind === kind ? undefined : onKind(kind))}
        >
          {t(kind)}
        </Button>
      ))}
    </fieldset>
  )
}

function WholePicture({ photo, name }: { photo: Photo; name: string }) {
  const { t } = usePhoneWords(photoPhone)
  const address = usePicture(`/photos/${photo.id}`)
  const origin = usePhotoOrigin()(photo)
  return (
    <figure class="photo-whole">
      {address === '' ? <p>{t('gone')}</p> : null}
      {/* Its room is there before it is, so that nothing jumps when it comes. */}
      {address ? <img src={address} alt={name} width={photo.width} height={photo.height} /> : null}
      <figcaption>
        <KindMark kind={photo.kind} /> {origin}
      </figcaption>
    </figure>
  )
}
