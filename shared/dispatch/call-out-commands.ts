import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id } from '#shared/core/fields.ts'
import { callOut } from '#shared/dispatch/call-out.ts'
import { againReason } from '#shared/teams/team.ts'
import { attendance } from '#shared/volunteers/attendance.ts'

/** Writes down what somebody of the roster said when they were asked to come. */
export const recordCallOut = defineCommand('dispatch.recordCallOut', {
  may: ['roster.manage'],
  input: callOut.pick({ needId: true, personId: true, answer: true, note: true }).extend({ callOutId: id }),
})

/**
 * Puts people of the roster to work from the call: today's check-in of each and one team with the need, in one act. On
 * the telephone they were asked how they are and whether their insurance holds. The first of them leads.
 */
export const putToWork = defineCommand('dispatch.putToWork', {
  may: ['dispatch.manage'],
  input: z.object({
    teamId: id,
    needId: id,
    seenTeamIds: z.array(id).max(30),
    /** Where the work was reported as done since: why people go there once more. */
    againBecause: againReason.default(''),
    consentVersion: attendance.shape.consentVersion,
    people: z
      .array(z.object({ personId: id, attendanceId: id }))
      .min(1)
      .max(20),
  }),
})
