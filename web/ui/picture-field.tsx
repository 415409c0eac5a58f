import type { RefObject } from 'preact'

interface PictureFieldProps {
  /** Where the button of the page finds it. */
  field: RefObject<HTMLInputElement | null>
  onPictures: (files: readonly File[]) => Promise<unknown>
  /** The camera alone, for one picture; otherwise several, and also those that were taken before. */
  camera?: boolean
}

/** What a button opens to take or choose pictures. The button is what people see, hear and press. */
export function PictureField({ field, onPictures, camera = false }: PictureFieldProps) {
  return (
    <input
      ref={field}
      class="visually-hidden"
      type="file"
      accept="image/*"
      multiple={!camera}
      capture={camera ? 'environment' : undefined}
      tabIndex={-1}
      aria-hidden="true"
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])]
        // The same picture may be chosen again.
        event.currentTarget.value = ''
        if (files.length > 0) void onPictures(files)
      }}
    />
  )
}
