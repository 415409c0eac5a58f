import { z } from 'zod'

const share = z.number().min(0).max(1)

/**
 * How leaders of teams are: shares of all who set out. Nobody has published such figures; these are invented, so that
 * every day with a dozen teams has one or two of each to deal with.
 */
export const leaderShares = z
  .strictObject({
    /** Stand about a while before they leave. */
    departLate: share.default(0.15),
    askForHelp: share.default(0.06),
    askForMinutes: share.default(0.08),
    /** Stay on past the time on their sheet, without a word. */
    silent: share.default(0.12),
    /** Of all calls to a leader: nobody answers. */
    unanswered: share.default(0.5),
  })
  .prefault({})
export type LeaderShares = z.infer<typeof leaderShares>
