/** Lengths and numbers of the reservation form, as plain numbers for forms without zod. */
export const limits = {
  name: 60,
  groupName: 60,
  email: 120,
  address: 200,
  /** Somebody may bring a family; more than five say so as a group. */
  mostTogether: 5,
  mostInGroup: 200,
  mostPlaces: 5000,
} as const
