/** Lengths of the reception form, as plain numbers for forms without zod. */
export const limits = {
  name: 60,
  email: 120,
  address: 200,
  affiliation: 60,
  healthNote: 300,
  emergencyName: 60,
  emergencyRelation: 20,
} as const
