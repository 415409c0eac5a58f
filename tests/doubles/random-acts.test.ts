import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '#server/database/open.ts'
import { households, standingHousehold } from '#server/households/households.ts'
import { needs, standingNeed } from '#server/needs/needs.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { findLinkedAttendance } from '#server/volunteers/personal-links.ts'
import { persons, standingPerson } from '#server/volunteers/persons.ts'
import { newId } from '#shared/core/ids.ts'
import { Problem } from '#shared/core/problem.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { twoOf } from '#tests/support/given-doubles.ts'
import { givenTeamBack, heardReport } from '#tests/support/given-reports.ts'

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
  /** Every check-in with its page and whose it was. */
  visits: { personId: string; attendanceId: string; token: string }[]
  /** Whose household each need is, and where each team was sent. */
  homes: Map<string, string>
  sent: { teamId: string; needId: string }[]
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
  async ({ phone }, { made, visits }) => {
    const form = receptionForm()
    await phone.send('volunteers.checkIn', form)
    made.person.push(form.personId)
    visits.push({ personId: form.personId, attendanceId: form.attendanceId, token: form.linkToken })
  },
  async ({ ben }, { made, homes }) => {
    const form = needForm()
    await ben.send('needs.receiveNeed', form)
    made.need.push(form.needId)
    made.household.push(form.householdId)
    homes.set(form.needId, form.householdId)
  },
  async ({ center, lead }, truth, { of }) => {
    const { made, standing } = truth
    const kind = of(['person', 'household', 'need', 'need'] as const) ?? 'need'
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
  async ({ aiko, center }, { made, sent }, { of, roll }) => {
    const waiting = await attendances.where(center.db, { status: 'waiting' })
    const attendanceIds = waiting.slice(0, 1 + roll(3)).map(({ id }) => id)
    const needId = of(made.need) ?? null
    const input = { teamId: newId(), attendanceIds, leaderId: null, needId, seenTeamIds: [] }
    await aiko.send('teams.formTeam', input)
    if (needId) sent.push({ teamId: input.teamId, needId })
  },
  async (desks, { made, sent }, { of }) => {
    const { db } = desks.center
    const need = of(
      (await needs.where(db, { status: ['ready', 'toBeContinued'] })).filter((one) => one.teamIds.length === 0),
    )
    if (!need) return
    const { teamId, workOrderId, people } = await givenTeamBack(desks, { need, size: 2 })
    for (const id of people) made.person.push((await attendances.get(db, id)).personId)
    sent.push({ teamId, needId: need.id })
    const observation = { text: '元気がない', watch: true }
    await desks.emi.send('reports.acceptReport', heardReport(workOrderId, { outcome: 'toBeContinued', observation }))
  },
  async ({ lead }, { made }, { of }) => {
    const [needId, personId] = [of(made.need), of(made.person)]
    if (!needId || !personId) return
    await lead.send('dispatch.recordCallOut', { callOutId: newId(), needId, personId, answer: 'comes', note: '' })
  },
]

/** What the property says, after each act. */
async function expectTrue({ center: { db } }: Desks, truth: Truth): Promise<void> {
  const { made, standing } = truth
  const merged = (kind: Kind) => standing.filter((one) => one.kind === kind).length
  expect(await persons.count(db, { mergedInto: null })).toBe(made.person.length - merged('person'))
  expect(await households.count(db, { mergedInto: null })).toBe(made.household.length - merged('household'))
  expect(await needs.count(db, { mergedInto: null })).toBe(made.need.length - merged('need'))
  const numbers = (await attendances.where(db, { dayId: ids.day })).map(({ number }) => number)
  expect(numbers.toSorted((one, other) => one - other)).toEqual(made.person.map((_, index) => index + 1))
  await expectNothingLost(db)
  await expectLinks(db, truth)
  for (const [needId, householdId] of truth.homes) {
    const need = await standingNeed(db, needId)
    expect(need.status).not.toBe('merged')
    const own = await needs.get(db, needId)
    expect(own.householdId).toBe((await standingHousehold(db, householdId)).id)
  }
  for (const { teamId, needId } of truth.sent)
    expect((await teams.get(db, teamId)).needId).toBe((await standingNeed(db, needId)).id)
}

const pointing = { person_id: 'person', household_id: 'household', need_id: 'need' } as const

/** Asks the file itself, table by table: no row points to a record that was merged, whatever the code takes for its list. */
async function expectNothingLost(db: Db): Promise<void> {
  const rowsOf = async (sql: string) => (await db.executeQuery<{ name: string }>(CompiledQuery.raw(sql))).rows
  for (const { name: table } of await rowsOf("select name from sqlite_master where type = 'table'"))
    for (const { name: column } of await rowsOf(`select name from pragma_table_info('${table}')`)) {
      const kind = Object.entries(pointing).find(([one]) => one === column)?.[1]
      if (!kind) continue
      const merged = `select id from ${kind} where merged_into is not null`
      const lost = await rowsOf(`select '${table}.${column}' as name from ${table} where ${column} in (${merged})`)
      expect(lost.map(({ name }) => name)).toEqual([])
    }
}

/** A page leads to a check-in of whom it was given to, and to their own one unless a merge cancelled it for another. */
async function expectLinks(db: Db, { visits }: Truth): Promise<void> {
  for (const { personId, attendanceId, token } of visits) {
    const person = await standingPerson(db, personId)
    const own = await attendances.get(db, attendanceId)
    const linked = await attendances.get(db, (await findLinkedAttendance(db, token)) ?? '')
    expect(own.personId).toBe(person.id)
    expect(linked.personId).toBe(person.id)
    expect(linked.status).not.toBe('cancelled')
    if (own.status !== 'cancelled') expect(linked.id).toBe(own.id)
  }
}

/** All merges taken back, the last first: everything is its own again. */
async function expectAllUndone(desks: Desks, truth: Truth): Promise<void> {
  for (const { id } of truth.standing.toReversed()) await desks.lead.send('doubles.unmerge', { mergeId: id })
  truth.standing = []
  await expectTrue(desks, truth)
  const { db } = desks.center
  for (const { personId, attendanceId, token } of truth.visits) {
    expect(await findLinkedAttendance(db, token)).toBe(attendanceId)
    expect(await attendances.get(db, attendanceId)).toMatchObject({ personId })
  }
  for (const [needId, householdId] of truth.homes)
    expect(await needs.get(db, needId)).toMatchObject({ householdId, mergedInto: null })
}

test.each([1, 2, 3])(
  'random acts, merges, un-merges and profile changes break no count, no number and no link (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    const desks = await testCenter({ capacity: 500 })
    const truth: Truth = {
      made: { person: [], household: [], need: [] },
      visits: [],
      homes: new Map(),
      sent: [],
      standing: [],
      profile: 'standard',
      changes: 0,
      merges: 0,
    }
    const chance = dice(seed)
    for (let turn = 0; turn < 80; turn++) {
      const act = chance.of(acts)
      await act?.(desks, truth, chance).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
      })
      if (turn % 5 === 4) await expectTrue(desks, truth)
    }
    expect(truth.merges).toBeGreaterThan(0)
    expect(truth.changes).toBeGreaterThan(0)
    await expectTrue(desks, truth)
    await expectAllUndone(desks, truth)
  },
)
