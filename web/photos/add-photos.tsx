import { useRef, useState } from 'preact/hooks'
import type { PhotoKind } from '#shared/photos/photo.ts'
import { photoPhone } from '#shared/texts/photo-phone.ts'
import { photoKindsShown } from '#web/photos/selectors.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { PictureField } from '#web/ui/picture-field.tsx'

interface AddPhotosProps {
  onAdd: (files: readonly Blob[], kind: PhotoKind) => Promise<void>
  /** Says what not to photograph: to whoever stands at the house, not at each desk. */
  hint: boolean
}

/** One button for each kind of photo: pressing it says what is shown, and opens the camera or the pictures. */
export function AddPhotos({ onAdd, hint }: AddPhotosProps) {
  const { t, plain } = usePhoneWords(photoPhone)
  const input = useRef<HTMLInputElement>(null)
  const chosen = useRef<PhotoKind>('before')
  const [busy, setBusy] = useState(0)
  const choose = (kind: PhotoKind) => {
    chosen.current = kind
    input.current?.click()
  }
  const take = async (files: readonly File[]) => {
    setBusy((count) => count + files.length)
    await onAdd(files, chosen.current).finally(() => setBusy((count) => count - files.length))
  }
  return (
    <div class="photo-add">
      <PictureField field={input} onPictures={take} />
      <div class="photo-kinds">
        {photoKindsShown.map((kind) => (
          <Button key={kind} label={plain('add', { kind: plain(kind) })} onPress={() => choose(kind)}>
            <span class="photo-plus" aria-hidden="true" />
            {t(kind)}
          </Button>
        ))}
      </div>
      <p class="photo-words" role="status">
        {busy > 0 ? t('preparing') : hint ? t('hint') : null}
      </p>
    </div>
  )
}
