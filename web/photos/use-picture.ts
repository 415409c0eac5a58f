import { useEffect, useState } from 'preact/hooks'
import { keptPicture } from '#web/core/outbox.ts'
import { currentToken, fetchPicture } from '#web/core/request.ts'

/** An address for an `<img>`; null while it is fetched, '' where there is no picture to see. */
export type PictureAddress = string | null

/** Makes an address of what `load` brings, and frees it when nobody looks any more. */
function useBlobAddress(key: string | null, load: () => Promise<Blob | null>): PictureAddress {
  const [address, setAddress] = useState<PictureAddress>(null)
  useEffect(() => {
    if (key === null) return undefined
    let made = ''
    let gone = false
    void load().then((blob) => {
      if (gone) return
      made = blob ? URL.createObjectURL(blob) : ''
      setAddress(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [key])
  return address
}

/** A picture of the center: desks show it by its address; a phone speaks by its link, which no `<img>` can carry. */
export function usePicture(path: string): PictureAddress {
  const isPhone = currentToken() !== null
  const fetched = useBlobAddress(isPhone ? path : null, () => fetchPicture(path))
  return isPhone ? fetched : path
}

/** A picture that still lies on this device. */
export function useKeptPicture(id: string): PictureAddress {
  return useBlobAddress(id, async () => {
    const bytes = await keptPicture(id)
    return bytes ? new Blob([bytes], { type: 'image/jpeg' }) : null
  })
}
