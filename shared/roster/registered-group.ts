import { z } from 'zod'
import { id, line, requiredLine } from '#shared/core/fields.ts'
import { groupKinds } from '#shared/roster/group-kinds.ts'
import { rosterLimits as limits } from '#shared/roster/limits.ts'
import { registered } from '#shared/roster/registration.ts'

/** Vehicles of the group form (field guide 2.2), largest first; the same kinds as on the day. */
const registeredVehicle = z.object({
  kind: z.enum(['largeBus', 'microbus', 'van', 'car', 'keiCar', 'keiTruck', 'other']),
  count: z.number().int().min(1).max(limits.vehicles),
  /** Seats in all vehicles of the kind together, the driver's included. */
  seats: z.number().int().min(1).max(limits.seats),
  /** 現場移動: whether they may drive on to the houses. */
  mayMoveOnSite: z.boolean(),
})

/** 団体の登録: a group that lasts; what it does on one day is a `groupVisit`. */
export const registeredGroup = z.object({
  ...registered,
  name: requiredLine(limits.groupName),
  nameKana: line(limits.groupName),
  kind: z.enum(groupKinds),
  usualHeadcount: z.number().int().min(1).max(limits.headcount),
  skills: z.array(z.string().max(30)).max(20),
  vehicles: z.array(registeredVehicle).max(7),
})
export type RegisteredGroup = z.infer<typeof registeredGroup>

/** Who leads a registered group and how they are reached: reception and first aid only. */
export const groupContact = z.object({
  id,
  leaderName: requiredLine(60),
  leaderKana: line(60),
  /** Digits only, as `normalisePhone` gives them. */
  phone: z.string().max(15),
  email: line(120),
  address: line(200),
})
export type GroupContact = z.infer<typeof groupContact>
