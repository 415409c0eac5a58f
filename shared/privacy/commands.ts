import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { basedOnSeq, date, id, instant, text } from '#shared/core/fields.ts'
import { subject } from '#shared/privacy/erasure.ts'
import { exportFormats, exportTables } from '#shared/privacy/exports.ts'
import { erasureNotice, retentionRule } from '#shared/privacy/retention.ts'

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

/** How long what is kept; shown at the set-up, changed here. */
export const setRetention = defineCommand('privacy.setRetention', {
  may: ['center.lead', 'affairs.manage'],
  stepUp: true,
  input: retentionRule.omit({ id: true }).extend({ basedOnSeq }),
})

/** 閉所: the response has ended; from now on counts how long personal data is kept. */
export const closeActivation = defineCommand('privacy.closeActivation', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ activationId: id }),
})

/** Takes the closing back: the center goes on, and nothing is erased by itself. */
export const reopenActivation = defineCommand('privacy.reopenActivation', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ activationId: id }),
})

/** Keeps longer what would be erased by itself: an accident, an open question of insurance. */
export const postponeErasure = defineCommand('privacy.postponeErasure', {
  may: ['center.lead'],
  twoPeople: true,
  input: z.object({ noticeId: id, to: date, because: text(200).min(1) }),
})

/** Sent by the server itself, once its rule says so: the next step of an erasure that comes by itself. */
export const stepErasure = defineCommand('privacy.stepErasure', {
  may: ['system'],
  input: z.object({
    noticeId: id,
    what: erasureNotice.shape.what,
    step: z.enum(['announce', 'withdraw', 'countDay', 'done']),
    eraseOn: date.nullable(),
    people: z.number().int().min(0),
    households: z.number().int().min(0),
  }),
})

/** Sent by the server itself: erases some of those that are due; in the end, with `rest`, what belongs to no one of them. */
export const eraseDue = defineCommand('privacy.eraseDue', {
  may: ['system'],
  input: z.object({ subjects: z.array(subject).max(100), rest: z.boolean() }),
})

/** Sent by the server itself: what served one day only goes with it. */
export const eraseDayOnly = defineCommand('privacy.eraseDayOnly', {
  may: ['system'],
  input: z.object({ dayIds: z.array(id).max(400) }),
})

/** Sent by the server itself: who looked at what is no longer kept from before that instant. */
export const forgetLooks = defineCommand('privacy.forgetLooks', {
  may: ['system'],
  input: z.object({ until: instant }),
})

/** Leaves its line in the chronology whenever somebody's whole record is looked at or printed. */
export const showRecord = defineCommand('privacy.showRecord', {
  may: ['center.lead', 'roster.manage', 'reception.manage', 'needs.manage'],
  stepUp: true,
  input: subject,
})

/**
 * Writes down that a list is taken out as a file; the file is read afterwards. With what names people, only with a
 * reason and a second lead: each of the lists holds everybody, and none is left out. What a day needs at once is
 * printed instead (roll call, name tags), or taken without names.
 */
export const exportTable = defineCommand('privacy.export', {
  may: ['center.lead', 'affairs.manage'],
  stepUp: true,
  twoPeople: 'personal',
  input: z
    .object({
      exportId: id,
      table: z.enum(exportTables),
      format: z.enum(exportFormats),
      /** The day of a list that belongs to one. */
      dayId: id.nullable(),
      personal: z.boolean(),
      because: text(200),
    })
    .check(
      z.refine(({ personal, because }) => !personal || because.trim() !== ''),
      z.refine(({ table, dayId }) => (table === 'attendances') === (dayId !== null)),
    ),
})
