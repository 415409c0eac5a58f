import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { subject } from '#shared/privacy/erasure.ts'

/** Erases whatever is known of somebody; what remains are rows without persons. Nobody can take it back. */
export const erase = defineCommand('privacy.erase', {
  may: ['center.lead'],
  twoPeople: true,
  input: subject.extend({ because: z.enum(['asked', 'byMistake', 'noLongerNeeded']) }),
})

/** Sent by the server itself: an older copy of the file was taken into use, and what was erased since is erased again. */
export const eraseAgain = defineCommand('privacy.eraseAgain', {
  may: ['system'],
  input: z.object({ subjects: z.array(subject).max(500) }),
})
