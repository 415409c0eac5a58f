import fc from 'fast-check'
import { expect, test } from 'vitest'
import { days, getCenter } from '#server/center/centers.ts'
import { daySummaryCsv } from '#server/reports/day-summary-sheet.ts'
import { readSummaryRecords } from '#server/reports/summary-records.ts'
import { newId } from '#shared/core/ids.ts'
import { type DaySummary, daySummary, hoursOf } from '#shared/reports/day-summary.ts'
import { summaryGroups } from '#shared/texts/day-summary.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { givenNeed, givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { heardReport } from '#tests/support/given-reports.ts'

type Desks = Awaited<ReturnType<typeof testCenter>>

const records = ({ center }: Desks) => center.read(async (tx) => readSummaryRecords(tx, await days.get(tx, ids.day)))

const summaryOf = async (desks: Desks) => daySummary(await records(desks))

interface Run {
  desks: Desks
  out: { teamId: string; workOrderId: string; people: string[] }[]
  expected: {
    arrived: number
    received: number
    completed: number
    continued: number
    sentOut: number
    injuries: number
  }
}

/** What may happen next, each with its own plain count beside it. */
const acts: Record<string, (run: Run, size: number) => Promise<void>> = {
  async arrive({ desks, expected }, size) {
    await givenWaiting(desks.phone, size)
    expected.arrived += size
  },
  async ask({ desks, expected }) {
    await givenNeed(desks)
    expected.received += 1
  },
  async send({ desks, out, expected }, size) {
    const team = await givenTeam(desks, { size: size + 1 })
    await desks.aiko.send('dispatch.dispatchTeam', { workOrderId: team.workOrderId, checked: [] })
    out.push(team)
    expected.arrived += size + 1
    expected.received += 1
    expected.sentOut += 1
  },
  async comeBack({ desks, out, expected }, size) {
    const team = out.shift()
    if (!team) return
    desks.clock.pass(30)
    await desks.emi.send('reports.receiveTeam', { teamId: team.teamId, missingIds: [] })
    const outcome = size % 2 === 0 ? 'completed' : 'toBeContinued'
    await desks.emi.send('reports.acceptReport', heardReport(team.workOrderId, { outcome, remainingWork: '裏庭' }))
    if (outcome === 'completed') expected.completed += 1
    else expected.continued += 1
  },
  async hurt({ desks, expected }) {
    const fields = { incidentId: newId(), teamId: null, attendanceId: null, kind: 'injury', text: '切り傷' } as const
    await desks.emi.send('reports.recordIncident', fields)
    expected.injuries += 1
  },
}

test('after any acts, the figures are what somebody with a pencil would have counted', async () => {
  const act = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.integer({ min: 1, max: 3 }))
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (sequence) => {
      const desks = await testCenter()
      const expected = { arrived: 0, received: 0, completed: 0, continued: 0, sentOut: 0, injuries: 0 }
      const run: Run = { desks, out: [], expected }
      for (const [name, size] of sequence) await acts[name]?.(run, size)
      const { arrivals, needs, teams, incidents } = await summaryOf(desks)
      expect(arrivals.total).toBe(expected.arrived)
      expect(arrivals.byChannel.phone).toBe(expected.arrived)
      expect(arrivals.firstTime + arrivals.returning).toBe(arrivals.total)
      expect(Object.values(arrivals.byAge).reduce((sum, one) => sum + one)).toBe(arrivals.total)
      expect(needs).toMatchObject({
        received: expected.received,
        total: expected.received,
        completed: expected.completed,
        toBeContinued: expected.continued,
        open: expected.received - expected.completed,
      })
      expect(teams.sentOut).toBe(expected.sentOut)
      expect(incidents.injury).toBe(expected.injuries)
    }),
    { numRuns: 6, seed: 20261123 },
  )
})

test('people-hours run from departure to return, and a team that is still out counts none yet', async () => {
  const desks = await testCenter()
  const first = await givenTeam(desks, { size: 3 })
  const second = await givenTeam(desks, { size: 2 })
  for (const { workOrderId } of [first, second])
    await desks.aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  desks.clock.pass(90)
  await desks.emi.send('reports.receiveTeam', { teamId: first.teamId, missingIds: [] })
  const { teams } = await summaryOf(desks)
  expect(teams).toMatchObject({ sentOut: 2, people: 5, minutes: 270 })
  expect(hoursOf(teams.minutes)).toBe(4.5)
})

test('who is uninsured, under age or on the waiting list is counted apart', async () => {
  const desks = await testCenter({ capacity: 2 })
  await givenWaiting(desks.phone, 1, { insurance: { plan: 'basic', joinedOn: '2026-05-01' } })
  await givenWaiting(desks.phone, 1, { birthDate: '2011-04-05' })
  await givenWaiting(desks.phone, 1, { waitingListIfFull: true })
  const { arrivals } = await summaryOf(desks)
  expect(arrivals).toMatchObject({ total: 2, insuranceGaps: 1, minorsWithoutConsent: 1, waitingListed: 1 })
  expect(arrivals.byAge.under18).toBe(1)
})

test('the file opens in a Japanese Excel, holds every figure, and no cell of it can be a formula', async () => {
  const desks = await testCenter()
  const summary: DaySummary = await summaryOf(desks)
  const { day } = await records(desks)
  const center = await desks.center.read((tx) => getCenter(tx))
  const head = { center: { ...center, disasterName: '=HYPERLINK("http://evil")' }, day, now: desks.clock.now() }
  const csv = daySummaryCsv(summary, head)
  expect(csv.startsWith('\ufeff"センター",')).toBe(true)
  expect(csv).toContain(`"\t=HYPERLINK(""http://evil"")"`)
  expect(csv.split('\r\n').filter((line) => /^[=+@-]/.test(line))).toEqual([])
  const figures = summaryGroups(summary).flatMap(({ lines }) => lines).length
  expect(csv.trim().split('\r\n')).toHaveLength(5 + figures)
})
