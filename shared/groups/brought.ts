import type { GroupVehicle, GroupVisit } from '#shared/groups/group-visit.ts'
import type { GroupVehicleKind } from '#shared/groups/vehicle-kinds.ts'

/** 車両 of the group form (field guide 2.2), as screens and papers say them. */
export const vehicleWords: Record<GroupVehicleKind, string> = {
  largeBus: '大型・中型バス',
  microbus: 'マイクロバス',
  van: 'ワゴン車',
  car: '普通車',
  keiCar: '軽自動車',
  keiTruck: '軽トラック',
  other: 'その他の車',
}

/** Seats that may go on to the houses; a bus that stays at the center takes nobody there. */
export const seatsOnSite = (vehicles: readonly GroupVehicle[]): number =>
  vehicles.filter(({ mayMoveOnSite }) => mayMoveOnSite).reduce((sum, { seats }) => sum + seats, 0)

const vehicleText = ({ kind, count, seats, mayMoveOnSite }: GroupVehicle) =>
  `${vehicleWords[kind]}${count}台（${seats}席・現場移動${mayMoveOnSite ? '可' : '不可'}）`

/** What a group brought, in one line of Japanese; empty where it brought nothing. */
export function broughtText({ vehicles, tools }: Pick<GroupVisit, 'vehicles' | 'tools'>): string {
  return [...vehicles.map(vehicleText), ...tools.map(({ name, count }) => `${name}${count}`)].join('、')
}

/** The same with the group's name before it, for a team's sheet. */
export function broughtLine(visit: Pick<GroupVisit, 'name' | 'vehicles' | 'tools'>): string {
  const text = broughtText(visit)
  return text === '' ? '' : `${visit.name}: ${text}`
}
