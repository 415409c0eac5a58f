import { z } from 'zod'
import { centerProfile } from '#shared/center/profile.ts'
import { date, id, instant, line, requiredLine, timeOfDay } from '#shared/core/fields.ts'

/** The center itself; one record, known to everyone who opens a page. */
export const center = z.object({
  id,
  /** A drill's records never mix with real ones; every screen and sheet says 訓練. */
  kind: z.enum(['live', 'drill']),
  name: requiredLine(60),
  place: requiredLine(60),
  /** The telephone number that teams call: never a survivor's. */
  phone: line(20),
  profileName: centerProfile.shape.name,
  activationId: id,
  disasterName: requiredLine(60),
  /** Earthquake, eruption and tsunami need the 天災 plan of the volunteer insurance (field guide 2.10). */
  hazard: z.enum(['earthquake', 'floodOrWind']),
  /** In a large disaster the insurance begins at once instead of the next day at 0:00 (field guide 2.10). */
  insuranceBeginsAtOnce: z.boolean(),
  openedAt: instant,
})
export type Center = z.infer<typeof center>

const dayStatuses = ['open', 'closed'] as const

/** One day of activity. */
export const day = z.object({
  id,
  activationId: id,
  /** 第1日, 第2日 … of the activation. */
  number: z.number().int().min(1),
  date,
  receptionOpensAt: timeOfDay,
  receptionClosesAt: timeOfDay,
  /** The number of volunteers wanted today; never exceeded. */
  capacity: z.number().int().min(0).max(5000),
  /** Everyone is back by then (field guide 1.2: 15:00 to 15:30). */
  returnBy: timeOfDay,
  status: z.enum(dayStatuses),
  /** Whether phones may check in now. */
  publicReception: z.boolean(),
  openedAt: instant,
  closedAt: instant.nullable(),
})
export type Day = z.infer<typeof day>

/** What the posters say about the room's Wi-Fi; only for staff. */
export const wifi = z.object({ id, ssid: line(32), password: line(63) })
export type Wifi = z.infer<typeof wifi>

/** Which address the posters on the walls show, so that desks can warn when the laptop has another. */
export const poster = z.object({
  id,
  /** `http://192.168.0.5:8080` */
  origin: z.string().max(80),
  printedAt: instant,
  printedBy: z.string().max(30),
})

/** One accepted act, in the chronology (経過記録). Details are numbers and names of teams, never of people. */
export const logEntry = z.object({
  id: z.string(),
  seq: z.number().int(),
  at: instant,
  type: z.string(),
  actorName: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** Only for what was keyed in from paper: when it really happened. */
  happenedAt: instant.nullable(),
  /** How long before it arrived it was done, as the sender's device says; null where that makes no difference. */
  agoMs: z.number().int().nullable(),
})
export type LogEntry = z.infer<typeof logEntry>

/** A free entry in the chronology: facts and guesses apart (field guide 2.9). */
export const journalEntry = z.object({
  id,
  dayId: id.nullable(),
  happenedAt: instant,
  fromWhom: line(40),
  toWhom: line(40),
  text: z.string().max(1000),
  certainty: z.enum(['fact', 'guess']),
  writtenBy: z.string(),
  writtenAt: instant,
})
export type JournalEntry = z.infer<typeof journalEntry>
