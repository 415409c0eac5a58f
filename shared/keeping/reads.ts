import { z } from 'zod'
import { defineRead } from '#shared/core/read.ts'
import { copyPlaces, copyReasons } from '#shared/keeping/copies.ts'

const count = z.number().int().min(0)

/** Where a copy lies: on the center's own disk, or in the second folder. */
const copyPlace = z.enum(copyPlaces)

const shownFacts = z.object({
  centerName: z.string(),
  seq: count,
  lastAt: z.string(),
  /** The first letters of the hash of its last line; the hand-over sheet prints the same. */
  head: z.string(),
  persons: count,
  attendances: count,
  needs: count,
  teams: count,
  epoch: count,
})

const shownCopy = z.object({
  name: z.string(),
  place: copyPlace,
  seq: count,
  at: z.string(),
  reason: z.enum(copyReasons),
  bytes: count,
})
export type ShownCopy = z.infer<typeof shownCopy>

const refusal = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })

/** What the lead sees of the copies and of the hand-over. */
export const listCopies = defineRead('keeping.listCopies', {
  may: ['center.lead'],
  holds: [],
  input: z.strictObject({}),
  answer: z.object({
    copies: z.array(shownCopy),
    folder: z.string(),
    second: z.object({ folder: z.string(), present: z.boolean(), last: z.enum(['none', 'done', 'missing', 'failed']) }),
    /** Sticks and disks that are plugged in now. */
    sticks: z.array(z.string()),
    /** Why the last copy failed; null when it did not. */
    problem: refusal.nullable(),
    busy: z.boolean(),
    handOver: z.object({
      state: z.enum(['none', 'sealing', 'sealed', 'handedOver', 'failed']),
      path: z.string(),
      at: z.string(),
    }),
    /** Whether a device proved that another laptop has gone on with this center, or that two have. */
    met: z.enum(['nothing', 'newer', 'fork']),
    restored: z
      .object({ from: z.string(), at: z.string(), before: shownFacts.nullable(), after: shownFacts, aside: z.string() })
      .nullable(),
  }),
})
export type CopiesShown = z.infer<typeof listCopies.answer>

const relation = z.enum(['same', 'earlier', 'later', 'forked', 'otherCenter', 'unknown'])

/** Reads a copy whole and says what would be there after restoring it. */
export const previewRestore = defineRead('keeping.previewRestore', {
  may: ['center.lead'],
  holds: [],
  input: z.object({ name: z.string().max(120), place: copyPlace }),
  answer: z.object({ copy: shownFacts, now: shownFacts.nullable(), relation }),
})
export type RestorePreview = z.infer<typeof previewRestore.answer>

/** Sealed centers that lie on sticks of this laptop, for the first screen. */
export const findCapsules = defineRead('keeping.findCapsules', {
  may: ['setUp'],
  holds: [],
  input: z.strictObject({}),
  answer: z.object({ capsules: z.array(z.object({ path: z.string(), name: z.string(), bytes: count })) }),
})

const proof = z.string().length(22)

/**
 * Two answers to a word that a desk drew, which only a center with the same secret gives, and only to its staff: by the
 * one a new laptop's page is known to the desk that moves there, by the other the desk to that page (decision 0028).
 */
export const proveCenter = defineRead('keeping.proveCenter', {
  may: ['staff'],
  holds: [],
  input: z.strictObject({ word: z.string().regex(/^[0-9a-f]{32}$/) }),
  answer: z.object({ toOld: proof, toNew: proof }),
})
export type CenterProofs = z.infer<typeof proveCenter.answer>
