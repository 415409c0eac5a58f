import type { Problem } from '#shared/core/problem.ts'
import { enoughPhotos } from '#shared/practice/problems.ts'

/** Photos in the notes of one drill: a morning of ten observers has some hundred. */
export const mostDrillPhotos = 500

/** Why a note cannot bring these photos beside those that the drill's notes have, or null. */
export function drillPhotosProblem(there: number, more: number): Problem | null {
  return more > 0 && there + more > mostDrillPhotos ? enoughPhotos({ most: mostDrillPhotos }) : null
}
