import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id } from '#shared/core/fields.ts'
import { photoFields } from '#shared/photos/photo.ts'

const desks = ['needs.manage', 'survey.manage', 'dispatch.manage', 'return.manage', 'center.lead'] as const

/** Keeps a picture that has come in; nobody sees it before an act refers to it. The server alone sends this. */
export const storePicture = defineCommand('photos.storePicture', {
  may: ['system'],
  input: z.object({
    photoId: id,
    /** The hash of what was sent: the same picture sent again is the same act. */
    sourceHash: z.string().max(60),
    /** Whose picture it is: only they can refer to it. */
    sentBy: id,
    width: z.number().int().min(1),
    height: z.number().int().min(1),
    image: z.instanceof(Uint8Array),
    preview: z.instanceof(Uint8Array),
  }),
  secret: ['image', 'preview'],
})

/** Sent by the door of the photos itself, once for each person, photo and sitting, before it shows one whole. */
export const lookAtPhoto = defineCommand('photos.lookAtPhoto', {
  may: ['staff', 'leader', 'member'],
  input: z.object({ photoId: id }),
})

/** Takes a photo out of sight at once; its picture is erased when the time for bringing it back is over. */
export const removePhoto = defineCommand('photos.removePhoto', {
  may: [...desks, 'self'],
  input: z.object({ photoId: id }),
})

/** Undo of the removal, as long as the picture is there. */
export const restorePhoto = defineCommand('photos.restorePhoto', {
  may: [...desks, 'self'],
  input: z.object({ photoId: id }),
})

/** Says anew what a photo shows: on a phone in the rain the wrong button is soon pressed. Sent again with the other kind, it is taken back. */
export const changePhotoKind = defineCommand('photos.changeKind', {
  may: [...desks, 'self'],
  input: z.object(photoFields),
})
