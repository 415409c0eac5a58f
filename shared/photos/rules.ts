import type { Problem } from '#shared/core/problem.ts'
import { addMinutes } from '#shared/core/time.ts'
import { photoLimits } from '#shared/photos/limits.ts'
import type { Photo } from '#shared/photos/photo.ts'
import { enoughPhotos, photoErased, photoRemoved } from '#shared/photos/problems.ts'

/** Why no further photo can be added to a need that has so many, or null. */
export function addPhotoProblem(need: { number: number }, count: number): Problem | null {
  return count < photoLimits.ofNeed ? null : enoughPhotos({ need: need.number, most: photoLimits.ofNeed })
}

/** Before this instant removed, a photo cannot be brought back any more, and its picture may be erased. */
export function erasedBefore(now: string): string {
  return addMinutes(now, -photoLimits.undoMinutes)
}

/** Why a removed photo cannot be brought back, or null. */
export function restorePhotoProblem(
  photo: Pick<Photo, 'id' | 'removedAt' | 'needNumber'>,
  now: string,
): Problem | null {
  if (photo.removedAt === null || photo.removedAt >= erasedBefore(now)) return null
  return photoErased({ need: photo.needNumber }, ['photo', photo.id])
}

/** Why the kind of a photo cannot be changed, or null. */
export function changeKindProblem({
  id,
  removedAt,
  needNumber,
}: Pick<Photo, 'id' | 'removedAt' | 'needNumber'>): Problem | null {
  return removedAt === null ? null : photoRemoved({ need: needNumber }, ['photo', id])
}
