import { describe, expect, test, vi } from 'vitest'
import { playUntil } from '#drills/core/run-drill.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { addMinutes, clockOf, instantAt, minutesBetween, timeZone } from '#shared/core/time.ts'
import { drillUntil, failedOf } from '#tests/support/drill-until.ts'

vi.setConfig({ testTimeout: 60_000 })

const nobody = { departLate: 0, askForHelp: 0, askForMinutes: 0, silent: 0, unanswered: 0 }

/** The first day with leaders who are all of one kind. */
const day = (leaders: object, clock: string) => {
  const players = bankData('first-day').players.map((part) =>
    part.player === 'teams' ? { ...part, leaders: { ...nobody, ...leaders } } : part,
  )
  return drillUntil(clock, { change: { players } })
}

type Given = Awaited<ReturnType<typeof day>>

const callsIn = ({ witness }: Given) => witness.last('journalEntry').filter(({ text }) => text.includes('電話した'))

/** The calls to each team, oldest first. */
const callsByTeam = (given: Given) => [...Map.groupBy(callsIn(given), ({ toWhom }) => toWhom).values()]

/** By the list of who is still out: a quarter of an hour past the time on their sheet, and not back before the call. */
function expectOverdue({ witness }: Given, { toWhom, happenedAt }: ReturnType<typeof callsIn>[number]): void {
  const team = witness.last('team').find(({ number }) => toWhom === `${number}班のリーダー`)
  const sheet = witness.last('workOrder').find(({ id }) => id === team?.workOrderId)
  const expected = instantAt(sheet?.date ?? '', sheet?.returnBy ?? '', timeZone)
  expect(minutesBetween(expected, happenedAt)).toBeGreaterThanOrEqual(15)
  expect(Date.parse(team?.returnedAt ?? '')).toBeGreaterThan(Date.parse(happenedAt))
}

describe('a leader who stays on without a word', () => {
  test('is called by the return desk, once more where nobody answers, and everybody is home in time', async () => {
    const given = await day({ silent: 1, unanswered: 0.5 }, '16:30')
    const calls = callsByTeam(given)
    expect(calls.length).toBeGreaterThan(3)
    expect(calls.some(([first]) => first?.text.includes('つながった'))).toBe(true)
    for (const [first] of calls) if (first) expectOverdue(given, first)
    const repeated = calls.filter(([first, second]) => first?.text.includes('出ない') && second)
    expect(repeated.length).toBeGreaterThan(0)
    for (const [first, second] of repeated)
      expect(minutesBetween(first?.happenedAt ?? '', second?.happenedAt ?? '')).toBeGreaterThanOrEqual(10)
    expect(await failedOf(given.drill, given.witness)).toEqual([])
  })

  test('has said nothing on the way home, and tells at the desk what was done', async () => {
    const given = await day({ silent: 1, unanswered: 1 }, '16:30')
    const called = new Set(callsIn(given).map(({ toWhom }) => toWhom))
    const teams = given.witness.last('team').filter(({ number }) => called.has(`${number}班のリーダー`))
    expect(teams.length).toBeGreaterThan(3)
    expect(teams.map(({ signal }) => signal)).not.toContain('comingBack')
    const reports = given.witness.last('report').filter(({ teamId }) => teams.some(({ id }) => id === teamId))
    expect(reports.map(({ source }) => source)).toEqual(teams.map(() => 'paper'))
    expect(callsIn(given).every(({ text }) => text.includes('出ない'))).toBe(true)
  })

  test('is called by nobody but the people who sit at the return desk', async () => {
    const given = await day({ silent: 1 }, '09:00')
    await given.drill.send(given.lead, 'practice.handSeat', { deskName: 'return', player: 'human' })
    await playUntil(given.drill, '16:00')
    expect(callsIn(given)).toEqual([])
  })

  test('is overdue at the desk of people too, and answers the call that they write down', async () => {
    const given = await day({ silent: 1 }, '09:00')
    const { drill, lead, witness } = given
    await drill.send(lead, 'practice.handSeat', { deskName: 'return', player: 'human' })
    const toldOf = () =>
      witness.last('inject').find(({ title, state }) => /が戻りません/.test(title) && state === 'fired')
    for (const clock of ['12:00', '12:30', '13:00', '13:30', '14:00', '14:30', '15:00'])
      if (!toldOf()) await playUntil(drill, clock)
    const told = toldOf()
    expect(told?.recipient).toEqual({ kind: 'desk', deskName: 'return' })
    const number = Number.parseInt(told?.title ?? '', 10)
    const toWhom = `${number}班のリーダー`
    const entry = {
      entryId: drill.random.id(),
      fromWhom: '帰着',
      toWhom,
      certainty: 'fact' as const,
      text: '電話した。',
    }
    await drill.send(lead, 'center.writeJournalEntry', entry)
    await playUntil(drill, clockOf(addMinutes(drill.clock.now(), 3), timeZone))
    const heard = witness.last('inject').find(({ title }) => title === `${toWhom}への電話`)
    expect(heard?.script).toContain('これから戻ります')
    expect(witness.last('inject').find(({ id }) => id === told?.id)?.state).toBe('answered')
    const before = witness.last('team').find((team) => team.number === number)
    await playUntil(drill, clockOf(addMinutes(drill.clock.now(), 40), timeZone))
    expect(drill.atTheDoor.has(before?.id ?? '')).toBe(true)
  })
})

test('leaders leave late, and what they ask for is heard; the day still ends as it should', async () => {
  const given = await day({ departLate: 1, askForHelp: 1, askForMinutes: 1 }, '16:30')
  const versions = given.witness.versions('team').map(({ record }) => record)
  const minutesToFirstTap = versions
    .filter(({ signal }) => signal === 'departed')
    .map(({ departedAt, signalAt }) => minutesBetween(departedAt ?? '', signalAt ?? ''))
  expect(minutesToFirstTap.some((minutes) => minutes >= 6)).toBe(true)
  const last = given.witness.last('team').filter(({ departedAt }) => departedAt !== null)
  expect(last.filter(({ moreMinutes }) => moreMinutes > 0).length).toBeGreaterThan(3)
  const asked = last.filter(({ helpAskedAt }) => helpAskedAt !== null)
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter(({ helpAnsweredBy }) => helpAnsweredBy === null)).toEqual([])
  expect(await failedOf(given.drill, given.witness)).toEqual([])
})

test('where all leaders are as one would wish, nobody is called', async () => {
  const given = await day({}, '16:30')
  expect(callsIn(given)).toEqual([])
  expect(await failedOf(given.drill, given.witness)).toEqual([])
})
