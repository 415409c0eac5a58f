import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id, line, requiredLine, text, timeOfDay } from '#shared/core/fields.ts'
import { departureChecks } from '#shared/dispatch/departure-check.ts'
import { limits } from '#shared/dispatch/limits.ts'
import { againReason } from '#shared/teams/team.ts'

// Whatever changes a team once formed may void its printed sheet, and so belongs to dispatch and not to teams.

/** Where the work was reported as done since the need was given; the team keeps an earlier reason. */
const again = againReason.default('')

/** Adds waiting people to a team that has not left. */
export const addMembers = defineCommand('dispatch.addMembers', {
  may: ['dispatch.manage'],
  input: z.object({ teamId: id, attendanceIds: z.array(id).min(1).max(60) }),
})

/** Takes one person out of a team that has not left; they wait again. */
export const removeMember = defineCommand('dispatch.removeMember', {
  may: ['dispatch.manage'],
  input: z.object({ teamId: id, attendanceId: id }),
})

export const chooseLeader = defineCommand('dispatch.chooseLeader', {
  may: ['dispatch.manage'],
  input: z.object({ teamId: id, attendanceId: id }),
})

/** Gives a team another need, or none; `seenTeamIds` as in `teams.formTeam`. */
export const assignNeed = defineCommand('dispatch.assignNeed', {
  may: ['dispatch.manage'],
  input: z.object({ teamId: id, needId: id.nullable(), seenTeamIds: z.array(id).max(30), againBecause: again }),
})

/** Dissolves a team that has not left; everyone waits again and the need is free. */
export const disbandTeam = defineCommand('dispatch.disbandTeam', {
  may: ['dispatch.manage'],
  input: z.object({ teamId: id }),
})

/**
 * Issues the work order (活動依頼書兼報告書). The sheet before it, if any, is void from now on and the new one has the
 * same number and the next version.
 */
export const issueWorkOrder = defineCommand('dispatch.issueWorkOrder', {
  may: ['dispatch.manage'],
  input: z.object({
    workOrderId: id,
    teamId: id,
    /** The sheet in force that the sender saw; null where there was none. Another desk's words are not replaced unseen. */
    basedOnId: id.nullable().default(null),
    /** Why this many and these: there is no right head count (field guide 1.3, step 5). */
    reasonForTeam: line(limits.reasonForTeam),
    /** What to add to the need's own cautions, such as a closed road. */
    cautions: text(limits.extraCautions).default(''),
    /** Earlier than the day's latest return time, where it must be. */
    returnBy: timeOfDay.nullable().default(null),
    againBecause: again,
  }),
})

/** Sends the team out: from now on its phones know the place. */
export const dispatchTeam = defineCommand('dispatch.dispatchTeam', {
  may: ['dispatch.manage', 'equipment.manage', 'center.lead'],
  input: z.object({
    workOrderId: id,
    checked: z.array(z.enum(departureChecks)).max(5).default([]),
    againBecause: again,
  }),
})

/**
 * A team was sent to the wrong need: while it is out it gets the right one, with a new version of its sheet. The sheet
 * before is void, the need before is where it was, and the phones of the team show the new place.
 */
export const correctNeedOfTeam = defineCommand('dispatch.correctNeedOfTeam', {
  may: ['dispatch.manage'],
  input: z.object({
    workOrderId: id,
    teamId: id,
    /** The need to which the sender saw the team go. */
    fromNeedId: id,
    needId: id,
    seenTeamIds: z.array(id).max(30),
    reason: requiredLine(limits.reasonForTeam),
    againBecause: again,
  }),
})

/** Takes a departure back that was pressed too early: the team is at the center and its phones forget the place. */
export const recallFromDispatch = defineCommand('dispatch.recallFromDispatch', {
  may: ['dispatch.manage', 'equipment.manage'],
  input: z.object({ workOrderId: id }),
})
