import { z } from 'zod'
import type { Condition } from '#shared/practice/condition.ts'
import type { ScenarioHead } from '#shared/practice/drill-room.ts'
import { type InjectTo, injectTo } from '#shared/practice/inject.ts'
import { participantRole } from '#shared/practice/participant.ts'

/** When an inject is given: at a time of the scenario's clock, on a condition, or by the controller's hand. */
export type InjectTiming = { kind: 'at'; clock: string } | { kind: 'when'; condition: Condition } | { kind: 'byHand' }

/**
 * An inject as a form has it. What is written into the file is held against the scenario's own schema, which says the
 * line and the sentence; here only its form is looked at.
 */
const writtenInject = z.strictObject({
  recipient: injectTo,
  title: z.string().max(400),
  text: z.string().max(4000),
  script: z.string().max(4000),
  timing: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('at'), clock: z.string().max(20) }),
    z.strictObject({
      kind: z.literal('when'),
      condition: z.strictObject({
        that: z.string().max(40),
        atLeast: z.number().optional(),
        inject: z.string().max(60).optional(),
        minutes: z.number().optional(),
      }),
    }),
    z.strictObject({ kind: z.literal('byHand') }),
  ]),
  answerWithin: z.number().nullable(),
})
export type WrittenInject = z.infer<typeof writtenInject>

/** A role card as a form has it. */
const writtenCard = z.strictObject({
  role: participantRole,
  title: z.string().max(400),
  who: z.string().max(4000),
  whatHappened: z.string().max(4000),
  knows: z.string().max(4000),
  doesNotKnow: z.string().max(4000),
  saysFirst: z.string().max(4000),
})
export type WrittenCard = z.infer<typeof writtenCard>

/** So many, or as many as chance says between two numbers. */
const writtenAmount = z.union([z.number(), z.strictObject({ min: z.number(), max: z.number() })])
export type WrittenAmount = z.infer<typeof writtenAmount>

/** What is expected: by the name of a check, with its figures by the names that the file has for them. */
const writtenExpectation = z.strictObject({
  check: z.string().max(60),
  values: z.record(z.string().max(40), z.union([z.string().max(100), writtenAmount])),
})
export type WrittenExpectation = z.infer<typeof writtenExpectation>

const place = { index: z.number().int().min(0), was: z.string().max(60) }

const clock = z.string().max(20)
/** How many come when; a row that is new has no place in the file yet. */
const writtenArrivals = z.strictObject({
  arrivals: z
    .array(z.strictObject({ index: z.number().int().min(0).nullable(), from: clock, to: clock, people: writtenAmount }))
    .max(100),
  kinds: z
    .array(
      z.strictObject({
        index: z.number().int().min(0),
        kind: z.string().max(100),
        measure: z.enum(['people', 'share']),
        value: z.number(),
      }),
    )
    .max(100),
})
export type WrittenArrivals = z.infer<typeof writtenArrivals>

const key = z.string().max(60)

/** One small change of a scenario's file. Injects are named by their key, which stays theirs wherever they stand. */
const scenarioEdit = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('addInject'), inject: writtenInject }),
  z.strictObject({ edit: z.literal('changeInject'), key, inject: writtenInject }),
  z.strictObject({ edit: z.literal('moveInject'), key, clock: z.string().max(20) }),
  z.strictObject({ edit: z.literal('removeInject'), key }),
  z.strictObject({ edit: z.literal('addCard'), card: writtenCard }),
  z.strictObject({ edit: z.literal('changeCard'), key, card: writtenCard }),
  z.strictObject({ edit: z.literal('removeCard'), key }),
  z.strictObject({ edit: z.literal('addExpectation'), expectation: writtenExpectation }),
  z.strictObject({ edit: z.literal('changeExpectation'), ...place, expectation: writtenExpectation }),
  z.strictObject({ edit: z.literal('removeExpectation'), ...place }),
  writtenArrivals.extend({ edit: z.literal('setArrivals') }),
  z.strictObject({ edit: z.literal('rename'), name: z.string().max(80), title: z.string().max(400) }),
])
export type ScenarioEdit = z.infer<typeof scenarioEdit>

const scenarioText = z.string().max(400_000)

export const scenarioEdits = z.strictObject({ text: scenarioText, edits: z.array(scenarioEdit).max(20) })

/** A text to be kept, and the version of the file that its writer had read; null where they knew of none. */
export const savedText = z.strictObject({ text: scenarioText, over: z.string().max(80).nullable() })

/** One place of a scenario's file that is to be mended. */
export interface ScenarioFault {
  /** Counted from 1. */
  line: number
  /** `volunteers.arrivals.0.people` */
  path: string
  sentence: string
}

/** An inject as the form and the timeline show it; what the file has otherwise is null or empty. */
export interface OutlinedInject {
  /** Its place in the file, by which faults name it. */
  index: number
  key: string
  recipient: InjectTo | null
  title: string
  text: string
  script: string
  timing: InjectTiming
  /** The condition in words; empty where there is none. */
  condition: string
  answerWithin: number | null
  /** Whether the file says what a simulated desk answers; that is written in the file alone. */
  answersItself: boolean
}

/** A role card as the form shows it. */
export interface OutlinedCard extends WrittenCard {
  index: number
  key: string
}

/** What a field of a check asks for; what is `inFile` no form has, and is written in the file's text. */
export type CheckFieldKind = 'amount' | 'number' | 'clock' | 'share' | 'inject' | 'inFile'

/** A check that an expectation may name, in words, with what it asks for. */
export interface KnownCheck {
  check: string
  title: string
  fields: { name: string; kind: CheckFieldKind }[]
}

export interface OutlinedExpectation {
  index: number
  check: string
  title: string
  /** Its figures, without those that stand in the file alone. */
  values: Record<string, string | WrittenAmount>
}

/** When how many come, and how they are made up. */
export interface OutlinedArrivals {
  arrivals: { index: number; from: string; to: string; people: WrittenAmount }[]
  kinds: WrittenArrivals['kinds']
}

/** What of a scenario's file the form shows. */
export interface ScenarioOutline {
  name: string
  title: string
  startsAt: string
  endsAt: string
  injects: OutlinedInject[]
  cards: OutlinedCard[]
  expectations: OutlinedExpectation[]
  checks: KnownCheck[]
  coming: OutlinedArrivals
  /** The desks that an inject can be given to, by their names. */
  desks: string[]
}

/** What the server says of a text: its outline, where it can be read at all, what is to be mended, and its load. */
export interface ScenarioLook {
  outline: ScenarioOutline | null
  problems: ScenarioFault[]
  quarters: { clock: string; arrivals: number; calls: number; injects: number }[]
}

/** A text after its edits, looked at. */
export interface EditedScenario extends ScenarioLook {
  text: string
}

/** A scenario's file as it was read; only one of the council's own has a version, since only those are written over. */
export interface ReadScenarioFile {
  text: string
  version: string | null
}

export interface SavedScenario extends ScenarioHead {
  version: string
}
