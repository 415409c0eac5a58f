import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { isActive } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import { testCenter } from '#tests/support/center.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import type { Store } from '#web/core/store.ts'

const pick = fc.nat(99)
const step = fc.oneof(
  fc.record({ kind: fc.constant('form' as const), people: fc.array(pick, { minLength: 1, maxLength: 4 }), need: pick }),
  fc.record({ kind: fc.constant('add' as const), team: pick, people: fc.array(pick, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'lead' as const), team: pick, person: pick }),
  fc.record({
    kind: fc.constantFrom('disband' as const, 'print' as const, 'leave' as const, 'recall' as const),
    team: pick,
  }),
  fc.record({ kind: fc.constant('give' as const), team: pick, need: pick }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]

/** Sends what a step means where things stand; refusals are part of the day. */
async function take(step: Step, parts: Awaited<ReturnType<typeof arrange>>): Promise<void> {
  const { lead, desk, people, needs } = parts
  const idsOf = (picks: readonly number[]) => picks.flatMap((one) => at(people, one) ?? [])
  const team = 'team' in step ? at(desk.store.all('team'), step.team) : undefined
  const send = () => {
    if (step.kind === 'form') {
      const needId = at(needs, step.need) ?? null
      const seenTeamIds = desk.store.get('need', needId)?.teamIds ?? []
      return lead.send('teams.formTeam', {
        teamId: newId(),
        attendanceIds: idsOf(step.people),
        leaderId: null,
        needId,
        seenTeamIds,
      })
    }
    if (!team) return undefined
    const teamId = team.id
    if (step.kind === 'add') return lead.send('dispatch.addMembers', { teamId, attendanceIds: idsOf(step.people) })
    if (step.kind === 'give')
      return lead.send('dispatch.assignNeed', { teamId, needId: at(needs, step.need) ?? null, seenTeamIds: [] })
    return sendToTeam(step, team.id, team.workOrderId ?? newId(), parts)
  }
  await send()?.catch(() => undefined)
}

function sendToTeam(step: Step, teamId: string, workOrderId: string, parts: Awaited<ReturnType<typeof arrange>>) {
  const { lead, people } = parts
  if (step.kind === 'remove' || step.kind === 'lead') {
    const type = step.kind === 'remove' ? 'dispatch.removeMember' : 'dispatch.chooseLeader'
    return lead.send(type, { teamId, attendanceId: at(people, step.person) ?? newId() })
  }
  if (step.kind === 'disband') return lead.send('dispatch.disbandTeam', { teamId })
  if (step.kind === 'print')
    return lead.send('dispatch.issueWorkOrder', { workOrderId: newId(), teamId, reasonForTeam: '' })
  const type = step.kind === 'leave' ? 'dispatch.dispatchTeam' : 'dispatch.recallFromDispatch'
  return lead.send(type, { workOrderId })
}

async function arrange() {
  const desks = await testCenter({ profileName: 'small' })
  const people = await givenWaiting(desks.phone, 6)
  const needs = [(await givenNeed(desks)).id, (await givenNeed(desks)).id]
  return { ...desks, people, needs, desk: await desks.device(desks.lead) }
}

function expectPeopleInStep(store: Store, active: readonly Team[]): void {
  const taken = active.flatMap(({ members }) => members.map(({ attendanceId }) => attendanceId))
  expect(new Set(taken).size).toBe(taken.length)
  const statusIn = (team: Team | undefined) => (team ? (team.status === 'out' ? 'out' : 'inTeam') : 'waiting')
  for (const person of store.all('attendance')) {
    const team = active.find(({ members }) => members.some(({ attendanceId }) => attendanceId === person.id))
    expect(person).toMatchObject({
      teamId: team?.id ?? null,
      status: statusIn(team),
      isLeader: team?.leaderId === person.id,
    })
  }
}

function expectNeedsInStep(store: Store, active: readonly Team[]): void {
  const statusWith = (there: readonly Team[]) => (there.length > 0 ? 'assigned' : 'ready')
  for (const need of store.all('need')) {
    const there = active.filter(({ needId }) => needId === need.id)
    expect(need.teamIds.toSorted()).toEqual(there.map(({ id }) => id).toSorted())
    expect(need.assignedCount).toBe(there.reduce((sum, { members }) => sum + members.length, 0))
    expect(need.status).toBe(there.some(({ status }) => status === 'out') ? 'inProgress' : statusWith(there))
  }
}

/** What must hold after every act, whatever was pressed. */
function expectWholeness(store: Store): void {
  const active = store.all('team').filter(isActive)
  expectPeopleInStep(store, active)
  expectNeedsInStep(store, active)
  for (const sheet of store.all('workOrder')) {
    expect(sheet.status === 'void').toBe(store.get('team', sheet.teamId)?.workOrderId !== sheet.id)
  }
}

test('whatever desks press, nobody is in two teams, and people, needs and sheets agree with the teams', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const parts = await arrange()
      for (const one of steps) {
        await take(one, parts)
        expectWholeness(parts.desk.store)
      }
      await parts.center.close()
    }),
    { numRuns: 12, seed: 20261123 },
  )
}, 30_000)
