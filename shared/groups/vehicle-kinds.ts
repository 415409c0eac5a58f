/** 車両 of the group form (field guide 2.2), largest first. */
export const groupVehicleKinds = ['largeBus', 'microbus', 'van', 'car', 'keiCar', 'keiTruck', 'other'] as const
export type GroupVehicleKind = (typeof groupVehicleKinds)[number]
