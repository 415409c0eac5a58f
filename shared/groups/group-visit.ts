import { z } from 'zod'
import { id, instant, line, requiredLine, text } from '#shared/core/fields.ts'
import { groupLimits } from '#shared/groups/limits.ts'
import { groupVehicleKinds } from '#shared/groups/vehicle-kinds.ts'

/** Vehicles of one kind that a group came in. */
const groupVehicle = z.object({
  kind: z.enum(groupVehicleKinds),
  count: z.number().int().min(1).max(groupLimits.vehicles),
  /** Seats in all vehicles of the kind together, the driver's included. */
  seats: z.number().int().min(1).max(groupLimits.seats),
  /** 現場移動: whether they may drive on to the houses. */
  mayMoveOnSite: z.boolean(),
})
export type GroupVehicle = z.infer<typeof groupVehicle>

/** Tools (持参機材) that a group brought. */
export const groupTool = z.object({
  name: requiredLine(groupLimits.toolName),
  count: z.number().int().min(1).max(groupLimits.tools),
})
export type GroupTool = z.infer<typeof groupTool>

/** 団体の当日受付: a group that came together on one day. Its people are attendances like everybody's. */
export const groupVisit = z.object({
  id,
  dayId: id,
  /** 団体番号: a counter of the day, said as G-1. */
  number: z.number().int().min(1),
  /** The registered group of the roster, where it is one. */
  groupId: id.nullable(),
  name: requiredLine(groupLimits.name),
  /** How many the leader said there are; how many there truly are is counted from the attendances. */
  headcountExpected: z.number().int().min(1),
  leaderAttendanceId: id,
  vehicles: z.array(groupVehicle).max(7),
  tools: z.array(groupTool).max(groupLimits.toolKinds),
  /** Whether its people may work in one team with others; without, the rule of teams keeps them together. */
  mayBeMixed: z.boolean(),
  wishes: text(groupLimits.wishes),
  status: z.enum(['here', 'left', 'cancelled']),
  arrivedAt: instant,
  leftAt: instant.nullable(),
})
export type GroupVisit = z.infer<typeof groupVisit>

/** How a group is reached on the day: reception and first aid only. */
export const groupVisitContact = z.object({
  id,
  dayId: id,
  /** Digits only, as `normalisePhone` gives them; empty where nobody said. */
  leaderPhone: z.string().max(15),
  /** Somebody at home: the school, the firm, the bus. */
  onDayContact: line(groupLimits.contact),
})
