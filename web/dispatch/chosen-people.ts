import { signal } from '@preact/signals'
import { newId } from '#shared/core/ids.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { assignProblem, changeProblem, joinProblem } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/dispatch/acts.ts'
import { teamsAt, zone } from '#web/dispatch/selectors.ts'
import { lookAgain, seenTeamIds, selectNeed } from '#web/dispatch/wall-view.ts'
import { dispatchTexts } from '#web/texts/dispatch.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

/** The people picked for a team, in the order of picking. A refusal leaves them picked. */
export const chosenIds = signal<readonly string[]>([])

export function toggleChosen(attendanceId: string): void {
  const ids = chosenIds.value
  chosenIds.value = ids.includes(attendanceId) ? ids.filter((id) => id !== attendanceId) : [...ids, attendanceId]
}

export function clearChosen(): void {
  chosenIds.value = []
}

export const chosenPeople = () => chosenIds.value.flatMap((id) => store.get('attendance', id) ?? [])

/** Lets go of whoever another desk took meanwhile. */
export function dropTaken(): void {
  chosenIds.value = chosenPeople().flatMap(({ id, status }) => (status === 'waiting' ? [id] : []))
}

/** Why the chosen people cannot be put together, as a sentence, or null. */
export function chosenSentence(): string | null {
  const problem = joinProblem(chosenPeople(), store.all('team'), zone)
  return problem && problemSentence(problem, 'ja')
}

/** Why no team of the chosen can be formed for this need, as a sentence, or null. */
export function formSentence(need: Need | undefined): string | null {
  const there = need ? teamsAt(store, need.id) : []
  const seen = seenTeamIds.value
  const problem = need ? assignProblem(need, there, seen.length > 0 ? seen : there.map(({ id }) => id), zone) : null
  return problem ? problemSentence(problem, 'ja') : chosenSentence()
}

/** Forms a team of the chosen people, for a need or for none yet. */
export async function formTeamFor(need: Need | undefined): Promise<void> {
  const teamId = newId()
  const attendanceIds = [...chosenIds.value]
  const input = { teamId, attendanceIds, leaderId: null, needId: need?.id ?? null, seenTeamIds: [...seenTeamIds.value] }
  const message = need ? dispatchTexts.done.formedFor(needNumberText(need.number)) : dispatchTexts.done.formed
  const run = () => act('dispatch.disbandTeam', { teamId })
  if (!(await act('teams.formTeam', input, { undo: { message, run }, onRefused: lookAgain }))) return
  clearChosen()
  selectNeed(need?.id ?? null)
}

/** Why the chosen cannot be added to this team, as a sentence, or null. */
export function addSentence(team: Team): string | null {
  const problem = changeProblem(team)
  return problem ? problemSentence(problem, 'ja') : chosenSentence()
}

export async function addChosenTo(team: Team): Promise<void> {
  const attendanceIds = [...chosenIds.value]
  const run = async () => {
    for (const attendanceId of attendanceIds) await act('dispatch.removeMember', { teamId: team.id, attendanceId })
  }
  const message = dispatchTexts.done.added(team.number)
  if (await act('dispatch.addMembers', { teamId: team.id, attendanceIds }, { undo: { message, run } })) clearChosen()
}
