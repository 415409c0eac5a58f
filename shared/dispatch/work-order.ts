import { z } from 'zod'
import { date, id, instant, timeOfDay } from '#shared/core/fields.ts'
import { needCategories } from '#shared/needs/need.ts'
import { againReason, teamMember } from '#shared/teams/team.ts'

const workOrderStatuses = ['printed', 'out', 'back', 'void'] as const

/** 活動依頼書(兼報告書): the one sheet that joins the desks; only what the team needs. */
export const workOrder = z.object({
  id,
  dayId: id,
  date,
  number: z.number().int().min(1),
  /** A re-issued sheet voids the one before. */
  version: z.number().int().min(1),
  /** The code in letters beside the QR. */
  shortCode: z.string().max(12),
  status: z.enum(workOrderStatuses),
  needId: id,
  needNumber: z.number().int(),
  /** What was asked when this was printed; once it is written anew, the sheet no longer says what is so. */
  needVersion: z.number().int(),
  teamId: id,
  teamNumber: z.number().int(),
  categories: z.array(z.enum(needCategories)),
  work: z.string().max(500),
  /** The household does not wish the details of the work told: `work` is empty, and the team asks the center. */
  workWithheld: z.boolean(),
  tools: z.array(z.string().max(30)),
  /** What a group in the team brought along: its vehicles with their seats, and its tools. */
  ownEquipment: z.string().max(500),
  cautions: z.string().max(500),
  townId: z.string().max(40).nullable(),
  leaderId: id.nullable(),
  members: z.array(teamMember),
  returnBy: timeOfDay,
  issuedAt: instant,
  issuedBy: z.string().max(30),
  reasonForTeam: z.string().max(200),
  /** Why a team goes again although the work at this house was reported as done. */
  againBecause: againReason,
})
export type WorkOrder = z.infer<typeof workOrder>

/**
 * Where exactly the team goes. On phones only while the team is out; on the sheet it carries, always. Its status runs
 * ahead of the order's: once the leader has reported, the place is 'back' while the team is still on its way.
 */
export const workOrderPlace = z.object({
  id,
  dayId: id,
  status: z.enum(workOrderStatuses),
  memberIds: z.array(id),
  /** 住所非開示: nothing below is filled in, and the team calls the center. */
  withheld: z.boolean(),
  surname: z.string().max(30),
  /** The household does not wish its name told (お名前は伏せています). */
  nameWithheld: z.boolean(),
  townId: z.string().max(40).nullable(),
  addressLine: z.string().max(120),
  landmark: z.string().max(120),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  /** What the team does for somebody's sake, where that was agreed; also where the place is withheld. */
  careHint: z.string().max(100),
})
export type WorkOrderPlace = z.infer<typeof workOrderPlace>
