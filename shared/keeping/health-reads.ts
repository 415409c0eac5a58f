import { z } from 'zod'
import { defineRead } from '#shared/core/read.ts'

const ms = z.number()
const count = z.number().int().min(0)

/** What the server has measured of itself. null where it cannot be known: a drill has no file, a stopped center no line. */
const healthFacts = z.object({
  now: z.string(),
  writing: z
    .object({
      reason: z.enum(['ioError', 'handedOver', 'damaged', 'folderGone']).nullable(),
      /** Whether a real write came through just now. */
      proved: z.boolean(),
      /** Of 100 commits, 99 were on the disk within this time. */
      commitMs: ms.nullable(),
    })
    .nullable(),
  room: z.object({ state: z.enum(['enough', 'low', 'veryLow', 'full']), freeBytes: z.number().nullable() }).nullable(),
  /** Within which time the disk says that it holds a page, beside the least that a real one takes; both in µs. */
  disk: z.object({ microseconds: z.number(), floor: z.number() }).nullable(),
  backup: z
    .object({
      ageMs: ms.nullable(),
      behind: count,
      failed: z.boolean(),
      dayOpen: z.boolean(),
      runningMs: ms.nullable(),
    })
    .nullable(),
  second: z.enum(['none', 'present', 'missing', 'failed']).nullable(),
  /** How far the second folder reaches; null where it is not there. `waitingMs`: since when the first of the rest waits. */
  secondCopy: z.object({ at: z.string().nullable(), behind: count, waitingMs: ms }).nullable(),
  clock: z.object({ offMs: ms, aheadMs: ms, answered: z.boolean() }).nullable(),
  sleep: z
    .object({
      awake: z.enum(['held', 'impossible', 'unknown']),
      last: z.object({ from: z.string(), to: z.string() }).nullable(),
    })
    .nullable(),
  devices: z.object({ desks: count, plainDesks: count, phones: count, waiting: count, oldestMs: ms }).nullable(),
  file: z.object({ seq: count, head: z.string(), whole: z.boolean() }),
  start: z.object({
    at: z.string().nullable(),
    recovery: z.object({ at: z.string(), lastAct: z.string().nullable(), lost: count }).nullable(),
  }),
  /** Whether https is spoken beside http. */
  encrypted: z.boolean().nullable(),
  certificateDays: z.number().int().nullable(),
  version: z.string(),
  accessLog: z.enum(['intact', 'broken']).nullable(),
})
export type HealthFacts = z.infer<typeof healthFacts>

/** How the center is; for everyone at a desk. */
export const readHealth = defineRead('keeping.health', {
  may: ['staff'],
  holds: [],
  input: z.strictObject({}),
  answer: healthFacts,
})
