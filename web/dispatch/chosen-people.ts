import { signal } from '@preact/signals'
import { newId } from '#shared/core/ids.ts'
import { timeZone } from '#shared/core/time.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { assignProblem, changeProblem, isAtCenter, joinProblem, mixProblem } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/dispatch/acts.ts'
import { membersOf, teamsAt } from '#web/dispatch/selectors.ts'
import { lookAgain, sawTeam, seenAt, selectNeed } from '#web/dispatch/wall-view.ts'
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
  const people = chosenPeople()
  const problem = joinProblem(people, store.all('team'), timeZone) ?? mixProblem(people)
  return problem && problemSentence(problem, 'ja')
}

/** Another desk's team stands there that this desk has not looked at yet, or null. */
export function newcomerAt(need: Need): Team | null {
  const seen = seenAt(need)
  return teamsAt(store, need.id).find(({ id }) => !seen.includes(id)) ?? null
}

/** Why no team of the chosen can be formed for this need, as a sentence, or null. */
export function formSentence(need: Need): string | null {
  const problem = assignProblem(need, teamsAt(store, need.id), seenAt(need), timeZone)
  return problem ? problemSentence(problem, 'ja') : chosenSentence()
}

/** Forms a team of the chosen people, for a need or for none yet. */
export async function formTeamFor(need: Need | undefined): Promise<void> {
  const teamId = newId()
  const seenTeamIds = need ? [...seenAt(need)] : []
  const input = { teamId, attendanceIds: [...chosenIds.value], leaderId: null, needId: need?.id ?? null, seenTeamIds }
  const message = need ? dispatchTexts.done.formedFor(needNumberText(need.number)) : dispatchTexts.done.formed
  const run = () => act('dispatch.disbandTeam', { teamId })
  if (!(await act('teams.formTeam', input, { undo: { message, run }, onRefused: lookAgain }))) return
  clearChosen()
  if (!need) return
  selectNeed(need.id)
  sawTeam(teamId)
}

/** Puts the chosen people on a card: into the team that fills there, or together as its first. */
export function putChosenOn(need: Need): Promise<void> {
  const filling = newcomerAt(need) ? undefined : teamsAt(store, need.id).find(isAtCenter)
  return filling ? addChosenTo(filling) : formTeamFor(need)
}

/** Why the chosen cannot be added to this team, as a sentence, or null. */
export function addSentence(team: Team): string | null {
  const problem = changeProblem(team) ?? mixProblem([...membersOf(store, team), ...chosenPeople()])
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
