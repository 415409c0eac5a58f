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

/** The two halves of a day; places are counted in each. */
export const halfDays = ['morning', 'afternoon'] as const

/** What one may reserve: half a day, or both halves at once. */
export const wishedHalves = ['morning', 'afternoon', 'allDay'] as const

/** Places are kept apart for people of the ward, for groups, and for people from outside the ward. */
export const reservationKinds = ['individual', 'group', 'outside'] as const
