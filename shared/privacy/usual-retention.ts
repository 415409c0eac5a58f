/** How long what is kept where nobody has said otherwise. Without zod: the screen shows it before the first choice. */
export const usualRetention = { personalDays: 90, dayOnlyDays: 1, accessLogMonths: 12, rosterMonths: 6 } as const
