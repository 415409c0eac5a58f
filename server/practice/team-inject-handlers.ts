import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { injects } from '#server/practice/drill-tables.ts'
import { answerBy, injectIn, saveAsSeen } from '#server/practice/inject-handlers.ts'
import { whenSaid } from '#server/practice/when-said.ts'
import { teams } from '#server/teams/teams.ts'
import { answerAsLeader, seeAsLeader } from '#shared/practice/commands.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { leaderChanged } from '#shared/practice/problems.ts'
import type { Team } from '#shared/teams/team.ts'
import { leaderOfTeam } from '#shared/texts/drill-sheets.ts'

const teamOf = async ({ tx }: UnitOfWork, inject: Pick<Inject, 'teamId'> | undefined): Promise<Team | undefined> =>
  inject?.teamId ? teams.find(tx, inject.teamId) : undefined

/** Whoever is in the team may have led it a moment ago; whether they still do is told in a sentence. */
async function isInTeam(work: UnitOfWork, { injectId }: { injectId: string }): Promise<boolean> {
  const { tx, actor } = work
  const team = await teamOf(work, await injects.find(tx, injectId))
  if (actor.kind !== 'volunteer' || !team) return false
  return team.members.some(({ attendanceId }) => attendanceId === actor.attendanceId)
}

/** The leader who speaks. After the team is back it is still theirs: a phone without a line says later what was said. */
async function leaderOf(work: UnitOfWork, inject: Inject): Promise<Team> {
  const team = await teamOf(work, inject)
  const mine = work.actor.kind === 'volunteer' ? work.actor.attendanceId : ''
  if (team?.leaderId !== mine) throw leaderChanged({ title: inject.title })
  return team
}

const answerAsLeaderHandler = handle(
  answerAsLeader,
  async (work, { injectId, answer, saidAt }) => {
    const inject = await injectIn(work, injectId, 'fired')
    const { number } = await leaderOf(work, inject)
    work.describe({ team: number })
    const answeredAt = whenSaid(work, saidAt, inject.firedAt)
    await answerBy(work, inject, { answeredAt, answeredBy: leaderOfTeam(number), answer })
  },
  { related: isInTeam },
)

const seeAsLeaderHandler = handle(
  seeAsLeader,
  async (work, { injectId }) => {
    const inject = await injects.get(work.tx, injectId)
    await leaderOf(work, inject)
    await saveAsSeen(work, inject)
  },
  { related: isInTeam },
)

export const teamInjectHandlers = [answerAsLeaderHandler, seeAsLeaderHandler]
