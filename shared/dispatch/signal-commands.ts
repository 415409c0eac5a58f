import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id, line } from '#shared/core/fields.ts'
import { team, teamSignals } from '#shared/teams/team.ts'

/** One tap of the leader: where the team stands, or what it needs. Safe to tap twice, and to arrive late. */
export const signal = defineCommand('dispatch.signal', {
  may: ['leader'],
  input: z.object({
    teamId: id,
    signal: z.enum(teamSignals),
    /** For 'moreTime': how long after the time on the sheet, in all; a second tap does not add up. */
    minutes: team.shape.moreMinutes,
    /** For 'helpNeeded': what kind of help, where there was time to say so. */
    note: line(100),
  }),
})

/** A desk has taken the call for help upon itself. */
export const answerHelp = defineCommand('dispatch.answerHelp', {
  may: ['dispatch.manage', 'return.manage', 'center.lead'],
  input: z.object({ teamId: id }),
})
