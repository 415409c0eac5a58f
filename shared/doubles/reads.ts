import { z } from 'zod'
import { id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { mergeKinds } from '#shared/doubles/merge.ts'
import { signs } from '#shared/doubles/radar.ts'
import { household } from '#shared/households/household.ts'
import { need, needContact } from '#shared/needs/need.ts'
import { emergencyContact, person, personContact } from '#shared/volunteers/person.ts'

/** The number of the state in which the server showed the record: what a merge is based on. */
const seen = { id, seq: z.number().int() }

const personSide = z.object({
  ...seen,
  kind: z.literal('person'),
  person,
  contact: personContact,
  emergency: emergencyContact,
  /** How many days they came, and their number of today. */
  visits: z.number().int(),
  today: z.number().int().nullable(),
  registered: z.boolean(),
})

/** The last four digits, enough to tell two numbers apart and too few to call. */
const phoneEnd = z.string().max(4)

const householdSide = z.object({
  ...seen,
  kind: z.literal('household'),
  household,
  phoneEnd,
  needs: z.array(need.pick({ number: true, status: true })),
})

const needSide = z.object({ ...seen, kind: z.literal('need'), need, contact: needContact, household, phoneEnd })

const doubleSide = z.discriminatedUnion('kind', [personSide, householdSide, needSide])
export type DoubleSide = z.infer<typeof doubleSide>

const sign = z.array(z.enum(signs))

/** Two records side by side, with what speaks for their being one and what against. */
const doublePair = z.object({
  one: doubleSide,
  other: doubleSide,
  score: z.number(),
  same: sign,
  almost: sign,
  differs: sign,
})
export type DoublePair = z.infer<typeof doublePair>

/** The likely doubles by score, for the quiet hours (重複さがし); those of which somebody said they are two are left out. */
export const likelyDoubles = defineRead('doubles.likelyDoubles', {
  may: ['care.read', 'contacts.read'],
  holds: ['person', 'personContact', 'emergencyContact', 'household', 'need', 'needContact'],
  input: z.object({
    kind: z.enum(mergeKinds),
    /** Only those of this record. */
    of: id.optional(),
  }),
  answer: z.object({ pairs: z.array(doublePair), total: z.number().int() }),
})

/** Any two records side by side, chosen by hand. */
export const compareTwo = defineRead('doubles.compareTwo', {
  may: ['care.read', 'contacts.read'],
  holds: ['person', 'personContact', 'emergencyContact', 'household', 'need', 'needContact'],
  input: z.object({ kind: z.enum(mergeKinds), oneId: id, otherId: id }),
  answer: doublePair,
})
