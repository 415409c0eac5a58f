/** The five points asked of every team at the door (field guide 1.3, step 6). */
export const departureChecks = ['health', 'clothing', 'drinks', 'mayStop', 'contactNumber'] as const
export type DepartureCheck = (typeof departureChecks)[number]
