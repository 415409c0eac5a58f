/** Lengths of the reception form, as plain numbers for forms without zod. */
export const limits = {
  name: 60,
  email: 120,
  postalCode: 8,
  address: 200,
  affiliation: 60,
  skill: 30,
  healthNote: 300,
  emergencyName: 60,
  emergencyRelation: 20,
  note: 200,
} as const
