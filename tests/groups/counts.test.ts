import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admittedCount } from '#server/volunteers/kept-places.ts'
import { newId } from '#shared/core/ids.ts'
import { Problem } from '#shared/core/problem.ts'
import { mixProblem } from '#shared/teams/rules.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { groupForm, lineOf, peopleOf } from '#tests/support/given-groups.ts'

type Made = Awaited<ReturnType<typeof testCenter>>
type Desk = Awaited<ReturnType<Made['device']>>

interface Day extends Made {
  desk: Desk
  groups: string[]
}

/** One random act: which of them, on which group, and how many it is about. */
interface Act {
  kind: keyof typeof acts
  group: number
  count: number
}

const ifFulls = ['refuse', 'waitingList', 'asManyAsFit'] as const
const lines = (count: number) => Array.from({ length: count }, () => lineOf())

/** What may befall groups in a day; each is refused where it cannot be, and then nothing may have changed. */
const acts = {
  arrive: async ({ emi, groups }: Day, _: string, count: number) => {
    const form = groupForm({ unnamed: count, members: lines(count % 3), ifFull: ifFulls[count % 3] ?? 'refuse' })
    await emi.send('groups.checkInGroup', form)
    groups.push(form.groupVisitId)
  },
  alone: ({ phone }: Day) => phone.send('volunteers.checkIn', receptionForm()),
  names: ({ emi }: Day, groupVisitId: string, count: number) =>
    emi.send('groups.nameMembers', {
      groupVisitId,
      members: lines(count + 1),
      rest: count % 2 === 0 ? 'keep' : 'cancel',
      ifFull: ifFulls[count % 3] ?? 'refuse',
    }),
  more: ({ emi }: Day, groupVisitId: string, count: number) =>
    emi.send('groups.addToGroup', { groupVisitId, members: [], unnamed: count + 1, ifFull: 'asManyAsFit' }),
  fewer: ({ emi }: Day, groupVisitId: string, count: number) =>
    emi.send('groups.cancelUnnamed', { groupVisitId, count: count + 1 }),
  letIn: ({ emi }: Day, groupVisitId: string) => emi.send('groups.letInGroup', { groupVisitId }),
  out: ({ emi }: Day, groupVisitId: string) => emi.send('groups.checkOutGroup', { groupVisitId }),
  back: ({ emi }: Day, groupVisitId: string) => emi.send('groups.undoCheckOutGroup', { groupVisitId }),
  cancel: ({ emi }: Day, groupVisitId: string) => emi.send('groups.cancelGroup', { groupVisitId }),
  restore: ({ emi }: Day, groupVisitId: string) => emi.send('groups.restoreGroup', { groupVisitId }),
  team: ({ aiko }: Day, groupVisitId: string, count: number) =>
    aiko.send('teams.formTeamsOfGroup', { groupVisitId, teams: [{ teamId: newId(), size: count + 1 }] }),
}

async function play(day: Day, { kind, group, count }: Act): Promise<void> {
  const target = day.groups[group % Math.max(1, day.groups.length)] ?? newId()
  try {
    await acts[kind](day, target, count)
  } catch (error) {
    // A refusal is an answer like another; anything else is a fault.
    if (!(error instanceof Problem)) throw error
  }
}

const anAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...Object.keys(acts).filter((kind): kind is keyof typeof acts => kind in acts)),
  group: fc.nat(5),
  count: fc.nat(6),
})

/** What must hold after any of it. */
async function expectSound({ desk, groups, center }: Day, capacity: number): Promise<void> {
  const everybody = desk.store.all('attendance')
  const [day] = desk.store.all('day')
  const counted = await center.read((tx) => admittedCount(tx, day?.id ?? ''))
  const taken = everybody.filter(({ status }) => takesPlace(status)).length
  // The counter of places is the recount.
  expect(counted).toBe(taken)
  expect(taken).toBeLessThanOrEqual(capacity)
  // Numbers are given once; nobody is two people.
  expect(new Set(everybody.map(({ number }) => number)).size).toBe(everybody.length)
  const present = everybody.filter(({ status }) => status !== 'cancelled')
  expect(new Set(present.map(({ personId }) => personId)).size).toBe(present.length)
  // Whoever has a name is a person, and nobody else is.
  const named = everybody.filter(({ nameToFollow }) => !nameToFollow)
  expect(desk.store.all('person')).toHaveLength(new Set(named.map(({ personId }) => personId)).size)
  for (const team of desk.store.all('team').filter(({ status }) => status !== 'disbanded')) {
    const members = team.members.flatMap(({ attendanceId }) => desk.store.get('attendance', attendanceId) ?? [])
    expect(mixProblem(members)).toBeNull()
    expect(members.map(({ name }) => name)).toEqual(team.members.map(({ name }) => name))
  }
  for (const id of groups) expect(peopleOf(desk, id).length).toBeGreaterThan(0)
}

test('whatever befalls groups, counters are recounts and persons are those who truly exist', async () => {
  const capacity = 40
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 4, maxLength: 14 }), async (played) => {
      const made = await testCenter({ capacity })
      const day: Day = { ...made, desk: await made.device(made.emi), groups: [] }
      await acts.arrive(day, '', 5)
      for (const one of played) await play(day, one)
      await expectSound(day, capacity)
    }),
    { numRuns: 12 },
  )
}, 60_000)
