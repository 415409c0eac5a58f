import { z } from 'zod'
import { id, instant, line } from '#shared/core/fields.ts'

const teamStatuses = ['forming', 'ready', 'out', 'back', 'disbanded'] as const

/** What the leader last told the center, in the order of the day. */
export const teamSignals = ['departed', 'arrived', 'helpNeeded', 'moreTime', 'done', 'comingBack'] as const
export type TeamSignal = (typeof teamSignals)[number]

export const teamMember = z.object({
  attendanceId: id,
  number: z.number().int(),
  name: z.string().max(60),
})

/** A member with who took them and when, so that a desk that comes second can be told. */
const takenMember = teamMember.extend({ joinedAt: instant, joinedBy: z.string().max(30) })

/** Why a team goes although the work at this house was reported as done; empty where it was not. */
export const againReason = line(200)

/** A team (班) of one day. */
export const team = z.object({
  id,
  dayId: id,
  number: z.number().int().min(1),
  status: z.enum(teamStatuses),
  members: z.array(takenMember).max(60),
  leaderId: id.nullable(),
  needId: id.nullable(),
  /** Who gave the team this need and when. */
  needGivenBy: z.string().max(30).nullable(),
  needGivenAt: instant.nullable(),
  againBecause: againReason,
  workOrderId: id.nullable(),
  briefedAt: instant.nullable(),
  departedAt: instant.nullable(),
  departedBy: z.string().max(30).nullable(),
  returnedAt: instant.nullable(),
  /** How far the leader said the team is (never help or more time, which have fields of their own), and when. */
  signal: z.enum(teamSignals).nullable(),
  signalAt: instant.nullable(),
  /** Help stays until a desk has answered it. */
  helpAskedAt: instant.nullable(),
  /** What kind of help, where the leader said so. */
  helpNote: z.string().max(100),
  helpAnsweredBy: z.string().max(30).nullable(),
  /** Minutes more that the leader asked for. */
  moreMinutes: z.number().int().min(0).max(240),
  formedBy: z.string().max(30),
  formedAt: instant,
})
export type Team = z.infer<typeof team>
export type TeamStatus = Team['status']
