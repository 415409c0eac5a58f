/** Lengths of what dispatch desks type, as plain numbers for forms without zod. */
export const limits = { reasonForTeam: 200, extraCautions: 200 } as const

/** So long after its return time a phone without line still shows where the team went; then the place goes by itself. */
export const placeMarginMinutes = 60
