import { describe, expect, test } from 'vitest'
import { closeDayProblem, openItems } from '#shared/reports/close-of-day.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenTeamBack, givenTeamOut, heardReport } from '#tests/support/given-reports.ts'

type Center = Awaited<ReturnType<typeof testCenter>>

/** A word for everything: what an eager person would type to get home. */
const everyWord = Object.fromEntries(openMatters.map((matter) => [matter, '確認した']))

const close = (desks: Center, explanations: Record<string, string> = everyWord) =>
  desks.lead.send('reports.closeDay', { dayId: ids.day, explanations })

/** What a desk sees on the list, without what is always confirmed by hand. */
async function openOnDesk(desks: Center) {
  const { store } = await desks.device(desks.lead)
  const items = openItems({
    teams: store.all('team'),
    attendances: store.all('attendance'),
    reports: store.all('report'),
    needs: store.all('need'),
  })
  return Object.fromEntries(
    items
      .filter(({ entries }) => entries.length > 0)
      .map(({ matter, entries }) => [matter, entries.map((e) => e.number)]),
  )
}

describe('a day cannot be closed', () => {
  test('while a team is out, whatever is typed', async () => {
    const desks = await testCenter()
    await givenTeamOut(desks)
    await expect(close(desks)).rejects.toMatchObject({
      code: 'reports.someoneIsOut',
      details: { teams: [1], people: [1, 2, 3] },
    })
  })

  test('while one person is out though the team is back', async () => {
    const desks = await testCenter()
    const { teamId, people } = await givenTeamOut(desks)
    await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [people[1] ?? ''] })
    await expect(close(desks)).rejects.toMatchObject({
      code: 'reports.someoneIsOut',
      details: { teams: [], people: [2] },
    })
  })

  test('while something is open without a word about it', async () => {
    const desks = await testCenter()
    await givenWaiting(desks.phone, 1)
    const { peopleWaiting: _, ...others } = everyWord
    await expect(close(desks, others)).rejects.toMatchObject({
      code: 'reports.unexplained',
      details: { matters: ['peopleWaiting'] },
    })
  })
})

test('a day closes with everyone home; the words stay in the chronology, and it can be opened again with a reason', async () => {
  const desks = await testCenter()
  const { people, workOrderId } = await givenTeamBack(desks)
  await desks.emi.send('reports.acceptReport', heardReport(workOrderId))
  await desks.emi.send('reports.sendHome', { attendanceIds: people })
  const desk = await desks.device(desks.lead)
  const byHand = openMatters.slice(-5)
  const { seq } = await close(desks, Object.fromEntries(byHand.map((matter) => [matter, '確認した'])))
  expect(desk.store.get('day', ids.day)).toMatchObject({ status: 'closed', publicReception: false })
  expect(desk.store.get('logEntry', String(seq))?.details).toMatchObject({ day: 1, papersCollected: '確認した' })
  await expect(close(desks)).rejects.toMatchObject({ code: 'reports.dayIsClosed' })
  const { safety: _, source: __, ...heard } = heardReport(workOrderId)
  const [report] = desk.store.all('report')
  const wrongly = { reportId: report?.id ?? '', reason: '書き間違い', basedOnSeq: 1000 }
  const correcting = () => desks.emi.send('reports.correctReport', { ...heard, ...wrongly })
  await expect(correcting()).rejects.toMatchObject({ code: 'reports.dayIsClosed' })
  await desks.lead.send('reports.reopenDay', { dayId: ids.day, reason: '報告の訂正' })
  await correcting()
  await expect(desks.lead.send('reports.reopenDay', { dayId: ids.day, reason: 'もう一度' })).rejects.toMatchObject({
    code: 'reports.dayIsOpen',
  })
})

test('only the lead closes a day', async () => {
  const desks = await testCenter()
  await expect(desks.emi.send('reports.closeDay', { dayId: ids.day, explanations: everyWord })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
})

describe('the close-of-day list shows', () => {
  test.each<[string, (desks: Center) => Promise<unknown>, Record<string, number[]>]>([
    ['nothing but what is confirmed by hand on an empty day', async () => undefined, {}],
    ['people who wait', ({ phone }) => givenWaiting(phone, 2), { peopleWaiting: [1, 2] }],
    [
      'a team that was never sent',
      (desks) => givenTeam(desks, { size: 2 }),
      { teamsNotSent: [1], peopleWaiting: [1, 2] },
    ],
    [
      'a team and its people who are out',
      (desks) => givenTeamOut(desks, { size: 2 }),
      { teamsOut: [1], peopleOut: [1, 2] },
    ],
    [
      'a team whose report nobody heard',
      (desks) => givenTeamBack(desks, { size: 2 }),
      { openReports: [1], peopleReturned: [1, 2] },
    ],
  ])('%s', async (_name, arrange, expected) => {
    const desks = await testCenter()
    await arrange(desks)
    expect(await openOnDesk(desks)).toEqual(expected)
  })

  test('a need whose report said 完了 but which stands open again', async () => {
    const desks = await testCenter()
    const { need, workOrderId, people } = await givenTeamBack(desks)
    await desks.emi.send('reports.acceptReport', heardReport(workOrderId))
    await desks.emi.send('reports.sendHome', { attendanceIds: people })
    expect(await openOnDesk(desks)).toEqual({})
    await desks.ben.send('needs.reopenNeed', { needId: need.id, from: 'completed', reason: '電話があった' })
    expect(await openOnDesk(desks)).toEqual({ contradictoryNeeds: [need.number] })
    const { contradictoryNeeds: _, ...others } = everyWord
    await expect(close(desks, others)).rejects.toMatchObject({ details: { matters: ['contradictoryNeeds'] } })
  })

  test('a call for help that nobody answered', async () => {
    const desks = await testCenter()
    const { teamId, people } = await givenTeamOut(desks, { size: 2 })
    await desks
      .volunteer(people[0] ?? '')
      .send('dispatch.signal', { teamId, signal: 'helpNeeded', minutes: 0, note: '' })
    expect(await openOnDesk(desks)).toMatchObject({ unansweredHelp: [1] })
  })
})

test('a word for someone who is out is no word: the rule itself has no override', () => {
  const entries = [{ kind: 'person', id: 'a', number: 7 }] as const
  expect(closeDayProblem([{ matter: 'peopleOut', stops: true, entries }], everyWord)).toMatchObject({
    code: 'reports.someoneIsOut',
  })
})
