import { findOpenDay } from '#server/center/centers.ts'
import { type Change, changesOf, type UnitOfWork } from '#server/core/unit-of-work.ts'
import { injects } from '#server/practice/drill-tables.ts'
import { teams } from '#server/teams/teams.ts'
import { hasOpenedPage } from '#server/volunteers/personal-links.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { teamNotOut } from '#shared/practice/problems.ts'
import type { Team } from '#shared/teams/team.ts'

type Held = Pick<Inject, 'teamId' | 'leaderId'>

/** Whose phone shows what happens to a team: its leader's, while it is out and where that phone has opened its page. */
async function leaderWithPhone({ tx }: UnitOfWork, { status, leaderId }: Team): Promise<string | null> {
  return status === 'out' && leaderId !== null && (await hasOpenedPage(tx, leaderId)) ? leaderId : null
}

/** The team that the controller chose; one that came back meanwhile is none. */
async function chosenTeam(work: UnitOfWork, teamId: string): Promise<Held> {
  const team = await teams.get(work.tx, teamId)
  work.describe({ team: team.number })
  if (team.status !== 'out') throw teamNotOut({ team: team.number }, ['team', teamId])
  return { teamId, leaderId: await leaderWithPhone(work, team) }
}

/**
 * The team to which an inject happens: where nobody chose, the first one outside whose leader has a phone with them, for
 * there it can be read; or else the first outside.
 */
export async function teamFor(work: UnitOfWork, chosen: string | undefined): Promise<Held> {
  if (chosen !== undefined) return chosenTeam(work, chosen)
  const day = await findOpenDay(work.tx)
  const out = day ? await teams.where(work.tx, { dayId: day.id, status: 'out' }) : []
  const outside = out.toSorted((one, other) => one.number - other.number)
  const held: Held[] = []
  for (const team of outside) held.push({ teamId: team.id, leaderId: await leaderWithPhone(work, team) })
  const found = held.find(({ leaderId }) => leaderId !== null) ?? held[0] ?? { teamId: null, leaderId: null }
  work.describe({ team: outside.find(({ id }) => id === found.teamId)?.number ?? null })
  return found
}

/** What happens to a team goes with whoever leads it, and leaves the phone when the team is back or dissolved. */
export async function followTeams(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  for (const { record: team, before } of changesOf(changes, 'team')) {
    if (!before || (before.leaderId === team.leaderId && before.status === team.status)) continue
    const given = await injects.where(work.tx, { teamId: team.id })
    if (given.length === 0) continue
    const leaderId = await leaderWithPhone(work, team)
    for (const inject of given) {
      if (inject.leaderId === leaderId) continue
      // Whoever leads from now on has not read it.
      const seenAt = leaderId === null ? inject.seenAt : null
      await injects.save(work, { ...inject, leaderId, seenAt })
    }
  }
}
