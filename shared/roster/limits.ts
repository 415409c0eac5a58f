/** Lengths and counts of the roster's forms, as plain numbers for forms without zod. */
export const rosterLimits = {
  areas: 60,
  tools: 20,
  tool: 30,
  languages: 10,
  language: 30,
  note: 300,
  groupName: 60,
  headcount: 500,
  vehicles: 30,
  seats: 300,
  /** Rows of one answer to a search; whoever gets more types more. */
  found: 50,
} as const
