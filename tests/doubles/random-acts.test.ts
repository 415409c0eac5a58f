import { expect, test } from 'vitest'
import { households } from '#server/households/households.ts'
import { needs, standingNeed } from '#server/needs/needs.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { findLinkedAttendance } from '#server/volunteers/personal-links.ts'
import { persons } from '#server/volunteers/persons.ts'
import { newId } from '#shared/core/ids.ts'
import { Problem } from '#shared/core/problem.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { twoOf } from '#tests/support/given-doubles.ts'

type Desks = Awaited<ReturnType<typeof testCenter>>

const commands = {
  person: 'doubles.mergePersons',
  household: 'doubles.mergeHouseholds',
  need: 'doubles.mergeNeeds',
} as const
type Kind = keyof typeof commands

/** What truly exists, kept beside the center: every record made, every page given out, every merge that stands. */
interface Truth {
  made: Record<Kind, string[]>
  links: string[]
  standing: { id: string; kind: Kind }[]
  profile: 'standard' | 'small'
  changes: number
  merges: number
}

function dice(seed: number) {
  let state = seed
  const roll = (sides: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * sides)
  }
  return { roll, of: <T>(list: readonly T[]): T | undefined => list[roll(list.length)] }
}

type Dice = ReturnType<typeof dice>
type Act = (desks: Desks, truth: Truth, chance: Dice) => Promise<void>

const acts: Act[] = [
  async ({ phone }, { made, links }) => {
    const form = receptionForm()
    await phone.send('volunteers.checkIn', form)
    made.person.push(form.personId)
    links.push(form.linkToken)
  },
  async ({ ben }, { made }) => {
    const form = needForm()
    await ben.send('needs.receiveNeed', form)
    made.need.push(form.needId)
    made.household.push(form.householdId)
  },
  async ({ center, lead }, truth, { of }) => {
    const { made, standing } = truth
    const kind = of(['person', 'household', 'need'] as const) ?? 'need'
    const [keptId, mergedId] = [of(made[kind]), of(made[kind])]
    if (!keptId || !mergedId) return
    const two = await twoOf(center, keptId, mergedId)
    await lead.send(commands[kind], two)
    standing.push({ id: two.mergeId, kind })
    truth.merges++
  },
  async ({ lead }, truth, { of }) => {
    const merge = of(truth.standing)
    if (!merge) return
    await lead.send('doubles.unmerge', { mergeId: merge.id })
    truth.standing = truth.standing.filter((one) => one !== merge)
  },
  async ({ lead }, truth) => {
    const to = truth.profile === 'standard' ? 'small' : 'standard'
    await lead.send('center.changeProfile', {
      changeId: newId(),
      from: truth.profile,
      to,
      seats: [],
      publicReception: true,
    })
    truth.profile = to
    truth.changes++
  },
  async ({ aiko, center }, { made }, { of, roll }) => {
    const waiting = await attendances.where(center.db, { status: 'waiting' })
    const attendanceIds = waiting.slice(0, 1 + roll(3)).map(({ id }) => id)
    const input = { teamId: newId(), attendanceIds, leaderId: null, needId: of(made.need) ?? null, seenTeamIds: [] }
    await aiko.send('teams.formTeam', input)
  },
]

/** What the property says, after each act. */
async function expectTrue({ center: { db } }: Desks, { made, links, standing }: Truth): Promise<void> {
  const merged = (kind: Kind) => standing.filter((one) => one.kind === kind).length
  expect(await persons.count(db, { mergedInto: null })).toBe(made.person.length - merged('person'))
  expect(await households.count(db, { mergedInto: null })).toBe(made.household.length - merged('household'))
  expect(await needs.count(db, { mergedInto: null })).toBe(made.need.length - merged('need'))
  const numbers = (await attendances.where(db, { dayId: ids.day })).map(({ number }) => number)
  expect(numbers.toSorted((one, other) => one - other)).toEqual(made.person.map((_, index) => index + 1))
  for (const token of links) {
    const attendanceId = await findLinkedAttendance(db, token)
    const attendance = await attendances.get(db, attendanceId ?? '')
    expect((await persons.get(db, attendance.personId)).mergedInto).toBeNull()
  }
  for (const id of made.need) expect((await standingNeed(db, id)).status).not.toBe('merged')
}

test.each([1, 2, 3])(
  'random acts, merges, un-merges and profile changes break no count, no number and no link (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    const desks = await testCenter()
    const truth: Truth = {
      made: { person: [], household: [], need: [] },
      links: [],
      standing: [],
      profile: 'standard',
      changes: 0,
      merges: 0,
    }
    const chance = dice(seed)
    for (let turn = 0; turn < 60; turn++) {
      const act = chance.of(acts)
      await act?.(desks, truth, chance).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
      })
      if (turn % 5 === 4) await expectTrue(desks, truth)
    }
    expect(truth.merges).toBeGreaterThan(0)
    expect(truth.changes).toBeGreaterThan(0)
    await expectTrue(desks, truth)
  },
)
