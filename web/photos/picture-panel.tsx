import { useRef, useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { keepPicture } from '#web/core/outbox.ts'
import { scaleDown } from '#web/photos/scale-down.ts'
import { useKeptPicture } from '#web/photos/use-picture.ts'
import { Button } from '#web/ui/button.tsx'
import { PictureField } from '#web/ui/picture-field.tsx'

/** A picture as it is sent: scaled, under an id of its own by which an act refers to it. */
export async function newPicture(file: Blob): Promise<{ id: string; bytes: ArrayBuffer }> {
  return { id: newId(), bytes: await scaleDown(file) }
}

/** A picture that still lies on this device; nothing where it has lost it. */
export function KeptPicture({ id, alt }: { id: string; alt: string }) {
  const address = useKeptPicture(id)
  return address ? <img class="kept-picture" src={address} alt={alt} /> : null
}

interface TakePictureProps {
  label: string
  busyWord: string
  /** The picture lies on this device by then. */
  onPicture: (pictureId: string) => void
}

/** The button that takes one picture and keeps it here, before anything refers to it. */
export function TakePicture({ label, busyWord, onPicture }: TakePictureProps) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const take = async ([file]: readonly File[]) => {
    if (!file) return
    setBusy(true)
    try {
      const picture = await newPicture(file)
      await keepPicture(picture)
      onPicture(picture.id)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <PictureField field={input} onPictures={take} camera />
      <Button onPress={() => input.current?.click()}>{busy ? busyWord : label}</Button>
    </>
  )
}
