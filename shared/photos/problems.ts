import { definePhoneProblem, details } from '#shared/core/problem.ts'

/** Whatever its name says: neither JPEG, PNG nor WebP, or damaged. */
export const noPicture = definePhoneProblem('photos.noPicture', 422, details<object>)
export const heicPicture = definePhoneProblem('photos.heicPicture', 422, details<object>)
export const pictureTooLarge = definePhoneProblem('photos.pictureTooLarge', 413, details<{ megabytes: number }>)
export const tooManyPixels = definePhoneProblem('photos.tooManyPixels', 422, details<{ megapixels: number }>)
/** An act names a picture that its sender has not sent, or that was erased. */
export const pictureMissing = definePhoneProblem('photos.pictureMissing', 409, details<object>)
export const enoughPhotos = definePhoneProblem('photos.enoughPhotos', 409, details<{ need: number; most: number }>)
/** More pictures are on their way in than this laptop can hold at once; the device tries again by itself. */
export const photosBusy = definePhoneProblem('photos.busy', 503, details<object>)
/** Of a photo that somebody removed, nothing is said any more; it can be brought back first. */
export const photoRemoved = definePhoneProblem('photos.removed', 409, details<{ need: number }>)
/** Someone removed it, and the time for bringing it back is over. */
export const photoErased = definePhoneProblem('photos.erased', 409, details<{ need: number }>)
