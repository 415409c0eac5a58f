/** Lengths of what dispatch desks type, as plain numbers for forms without zod. */
export const limits = { reasonForTeam: 200, extraCautions: 200 } as const
