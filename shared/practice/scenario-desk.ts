import { z } from 'zod'
import type { Condition } from '#shared/practice/condition.ts'
import type { ScenarioHead } from '#shared/practice/drill-room.ts'
import { type InjectTo, injectTo } from '#shared/practice/inject.ts'

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

const key = z.string().max(60)

/** One small change of a scenario's file. Injects are named by their key, which stays theirs wherever they stand. */
const scenarioEdit = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('addInject'), inject: writtenInject }),
  z.strictObject({ edit: z.literal('changeInject'), key, inject: writtenInject }),
  z.strictObject({ edit: z.literal('moveInject'), key, clock: z.string().max(20) }),
  z.strictObject({ edit: z.literal('removeInject'), key }),
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

/** What of a scenario's file the form shows. */
export interface ScenarioOutline {
  name: string
  title: string
  startsAt: string
  endsAt: string
  injects: OutlinedInject[]
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
