import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id } from '#shared/core/fields.ts'
import { againReason } from '#shared/teams/team.ts'

/**
 * Puts waiting people together as a team (班), with or without a need. `seenTeamIds` are the teams that the sender saw at
 * the need: if another desk has been quicker, it is told.
 */
export const formTeam = defineCommand('teams.formTeam', {
  may: ['dispatch.manage'],
  input: z.object({
    teamId: id,
    attendanceIds: z.array(id).min(1).max(60),
    leaderId: id.nullable(),
    needId: id.nullable(),
    seenTeamIds: z.array(id).max(30),
    againBecause: againReason.default(''),
  }),
})

/** Makes one or several teams of the waiting people of a group (団体) in one act; its leader leads the first. */
export const formTeamsOfGroup = defineCommand('teams.formTeamsOfGroup', {
  may: ['dispatch.manage'],
  input: z.object({
    groupVisitId: id,
    teams: z
      .array(z.object({ teamId: id, size: z.number().int().min(1).max(60) }))
      .min(1)
      .max(20),
  }),
})

/** Says that the team has heard the briefing (オリエンテーション), or takes that back. */
export const briefTeam = defineCommand('teams.briefTeam', {
  may: ['dispatch.manage', 'equipment.manage', 'reception.manage'],
  input: z.object({ teamId: id, briefed: z.boolean().default(true) }),
})
