/** Lengths and counts of a group's check-in, as plain numbers for forms without zod. */
export const groupLimits = {
  /** Sheets of one group's list that are kept as pictures. */
  listPictures: 12,
  name: 60,
  wishes: 300,
  contact: 80,
  toolName: 30,
  toolKinds: 20,
  tools: 999,
  vehicles: 30,
  seats: 300,
  /** Several large buses at once; a longer list comes as two groups. */
  people: 200,
} as const
