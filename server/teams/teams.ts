import { CompiledQuery } from 'kysely'
import { days, getOpenDay } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { recordTable, refuseTaken, type Tx } from '#server/database/record-table.ts'
import { moveNeed, needs } from '#server/needs/needs.ts'
import { hidePhotosFrom, showPhotosTo } from '#server/photos/show-to-team.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { dayChangeProblem } from '#shared/center/rules.ts'
import { teamIsGone } from '#shared/teams/problems.ts'
import { isActive, isAtCenter, needStatusAfter } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

export const teams = recordTable('team', {
  id: 'plain',
  dayId: 'plain',
  number: 'plain',
  status: 'plain',
  members: 'json',
  leaderId: 'plain',
  needId: 'plain',
  needGivenBy: 'plain',
  needGivenAt: 'plain',
  againBecause: 'plain',
  workOrderId: 'plain',
  briefedAt: 'plain',
  departedAt: 'plain',
  departedBy: 'plain',
  returnedAt: 'plain',
  signal: 'plain',
  signalAt: 'plain',
  helpAskedAt: 'plain',
  helpNote: 'plain',
  helpAnsweredBy: 'plain',
  moreMinutes: 'plain',
  formedBy: 'plain',
  formedAt: 'plain',
})

export const getTeam = (tx: Tx, id: string) => teams.get(tx, id)

export const teamsOfNeed = (tx: Tx, needId: string) => teams.where(tx, { needId })

/** A team that nobody has sent out or dissolved. */
export async function getTeamAtCenter(work: UnitOfWork, teamId: string): Promise<Team> {
  const team = await getTeam(work.tx, teamId)
  if (isAtCenter(team)) return team
  throw teamIsGone({ team: team.number, status: team.status }, ['team', teamId])
}

/** The teams of these people, for telling who took whom. */
export async function teamsOfPeople(tx: Tx, people: readonly Attendance[]): Promise<Team[]> {
  const ids = [...new Set(people.flatMap(({ teamId }) => teamId ?? []))]
  return ids.length === 0 ? [] : teams.where(tx, { id: ids })
}

/**
 * The teams that somebody stands in: their own, and those of earlier today, whose sheets say so too. Whoever was not out
 * yet has been in no other.
 */
export async function teamsOfPerson(tx: Tx, attendanceId: string): Promise<Team[]> {
  const person = await attendances.find(tx, attendanceId)
  if (!person) return []
  if (person.sentOutAt === null) return person.teamId ? teams.where(tx, { id: person.teamId }) : []
  // Asked by thousands of phones at once: only what names them is read.
  const query = CompiledQuery.raw('select id from team where day_id = ? and instr(members, ?) > 0', [
    person.dayId,
    attendanceId,
  ])
  const { rows } = await tx.executeQuery<{ id: string }>(query)
  return rows.length === 0 ? [] : teams.where(tx, { id: rows.map(({ id }) => id) })
}

/** A team of the open day that nobody stands in yet, with the next number. */
export async function emptyTeam(work: UnitOfWork, teamId: string): Promise<Team> {
  await refuseTaken(teams, work.tx, teamId)
  const day = await getOpenDay(work.tx)
  return {
    id: teamId,
    dayId: day.id,
    number: await nextNumber(work.tx, `team ${day.id}`),
    status: 'forming',
    members: [],
    leaderId: null,
    needId: null,
    needGivenBy: null,
    needGivenAt: null,
    againBecause: '',
    workOrderId: null,
    briefedAt: null,
    departedAt: null,
    departedBy: null,
    returnedAt: null,
    signal: null,
    signalAt: null,
    helpAskedAt: null,
    helpNote: '',
    helpAnsweredBy: null,
    moreMinutes: 0,
    formedBy: work.actorName,
    formedAt: work.now,
  }
}

/** Nobody is sent out, or sent out again, on a day that is over. Saves a team and keeps its need's teams, head count and state with it; the need it left as well. */
export async function saveTeam(work: UnitOfWork, team: Team): Promise<void> {
  const problem = dayChangeProblem(await days.get(work.tx, team.dayId))
  if (problem) throw problem
  const before = await teams.save(work, team)
  await keepPhotosInStep(work, before, team)
  const moved = { before: before?.status ?? null, after: team.status }
  const needIds = [...new Set([before?.needId, team.needId])]
  for (const needId of needIds) {
    if (!needId) continue
    // For a need that the team has left, it is as if it had never gone there.
    const left = needId !== team.needId && moved.before === 'out'
    await keepNeedInStep(work, needId, left ? { before: 'out', after: 'ready' } : moved)
  }
}

/** Saves other names of the same people; nothing moves, and so the day may be over. */
export const saveTeamNames = (work: UnitOfWork, team: Team) => teams.save(work, team)

/** A team sees the photos of the home where it is out, and only then (field guide 1.5). */
async function keepPhotosInStep(work: UnitOfWork, before: Team | undefined, team: Team): Promise<void> {
  if (team.status !== 'out' || team.needId === null) {
    if (before?.status === 'out') await hidePhotosFrom(work, team.id)
    return
  }
  const members = team.members.map(({ attendanceId }) => attendanceId)
  if (before?.status !== 'out' || before.needId !== team.needId) await showPhotosTo(work, team.id, team.needId, members)
}

async function keepNeedInStep(
  work: UnitOfWork,
  needId: string,
  moved: { before: Team['status'] | null; after: Team['status'] },
): Promise<void> {
  const need = await needs.get(work.tx, needId)
  const there = (await teamsOfNeed(work.tx, needId)).filter(isActive)
  const teamIds = there.map(({ id }) => id)
  const assignedCount = there.reduce((sum, { members }) => sum + members.length, 0)
  const status = needStatusAfter(need, moved, there)
  if (status !== need.status) await moveNeed(work, need, status, { teamIds, assignedCount })
  else if (assignedCount !== need.assignedCount || teamIds.join() !== need.teamIds.join())
    await needs.save(work, { ...need, teamIds, assignedCount })
}
