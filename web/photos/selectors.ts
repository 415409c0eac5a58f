import type { Photo, PhotoKind } from '#shared/photos/photo.ts'
import type { Kept } from '#web/core/kept-database.ts'

/** What photos are taken for: by these fields their acts, and what waits to be sent, are recognised. */
export type PhotoSubject =
  | { type: 'needs.addPhoto'; input: { needId: string; siteSurveyId: string | null } }
  | { type: 'reports.addPhoto'; input: { workOrderId: string } }

/** The kinds as buttons offer them, in the order of the work. */
export const photoKindsShown: readonly PhotoKind[] = ['before', 'after', 'danger']

/** The photos to show, as they were taken; what was removed is out of sight. */
export function shownPhotos(photos: readonly Photo[], belongs: (photo: Photo) => boolean): Photo[] {
  const shown = photos.filter((photo) => photo.removedAt === null && belongs(photo))
  return shown.sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** Whether an act that is kept on this device brings a photo of this subject. */
export function bringsPhotoOf({ type, input }: Kept, subject: PhotoSubject): boolean {
  if (type !== subject.type || typeof input !== 'object' || input === null) return false
  if (subject.type === 'reports.addPhoto')
    return 'workOrderId' in input && input.workOrderId === subject.input.workOrderId
  return 'needId' in input && input.needId === subject.input.needId
}

/** The kind that a kept act gives its photo. */
export function kindOfKept({ input }: Kept): Photo['kind'] {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : null
  return kind === 'after' || kind === 'danger' ? kind : 'before'
}
