import { expect, test } from 'vitest'
import { reportObservations } from '#server/reports/reports.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import { givenMerge } from '#tests/support/given-doubles.ts'
import { givenTeamBack, heardReport } from '#tests/support/given-reports.ts'
import type { InputOf } from '#web/core/send.ts'
import { historyOf } from '#web/needs/selectors.ts'
import { chronologySentence } from '#web/texts/chronology.ts'

const correctReport = 'reports.correctReport'
const wishes = { outcome: 'toBeContinued', remainingWork: '二階', nextHeadcount: 8 } as const

function movedTo(report: InputOf<'reports.acceptReport'>, workOrderId: string) {
  const { safety: _, source: __, ...said } = report
  // The return desk does not hold what was noticed of a household, so its form sends nothing of it.
  const observation = { text: '', watch: false }
  return { ...said, workOrderId, observation, reason: '1班と2班の紙を取り違えた', basedOnSeq: 1000 }
}

/** Two teams that are back; the first one's report asks for more people and for somebody to look after the household. */
async function given() {
  const desks = await testCenter()
  const [wrong, right] = [await givenTeamBack(desks), await givenTeamBack(desks)]
  const report = heardReport(wrong.workOrderId, { ...wishes, observation: { text: '元気がない', watch: true } })
  desks.clock.pass(5)
  await desks.emi.send('reports.acceptReport', report)
  desks.clock.pass(5)
  const desk = await desks.device(desks.lead)
  const need = ({ id }: { id: string }) => desk.store.get('need', id)
  return { ...desks, wrong, right, report, desk, need }
}

test('what a report changed moves with it, and the first need has what it had', async () => {
  const { emi, center, wrong, right, report, need } = await given()
  expect(need(wrong.need)).toMatchObject({ status: 'toBeContinued', headcount: 8, watch: true })
  await emi.send(correctReport, movedTo(report, right.workOrderId))
  const { headcount } = wrong.need
  expect(need(wrong.need)).toMatchObject({ status: 'inProgress', headcount, watch: false })
  expect(need(right.need)).toMatchObject({ status: 'toBeContinued', headcount: 8, watch: true })
  const observation = await reportObservations.get(center.db, report.reportId)
  expect(observation).toMatchObject({ needId: right.need.id, text: '元気がない', watch: true })
  await emi.send(correctReport, movedTo(report, wrong.workOrderId))
  expect(need(wrong.need)).toMatchObject({ status: 'toBeContinued', headcount: 8, watch: true })
  expect(need(right.need)).toMatchObject({ status: 'inProgress', headcount, watch: false })
})

test('the chronology says it once, and the history of both needs shows it', async () => {
  const { emi, wrong, right, report, desk } = await given()
  await emi.send(correctReport, movedTo(report, right.workOrderId))
  const entries = desk.store.all('logEntry')
  const line = entries.at(-1)
  expect(line && chronologySentence(line)).toBe(
    '2班の報告を訂正した。N-002 は継続、N-001 は活動中に戻した（1班と2班の紙を取り違えた）',
  )
  for (const { number } of [wrong.need, right.need]) expect(historyOf(number, entries)[0]).toBe(line)
})

test('refused where the first need has moved on since, and nothing is written', async () => {
  const desks = await given()
  const { emi, ben, wrong, right, report, need, desk } = desks
  const step = { needId: wrong.need.id, from: 'toBeContinued', reason: '家の人が留守', reviewOn: '2026-11-24' } as const
  await ben.send('needs.putOnHold', step)
  const refusal = { code: 'reports.needMovedOn', details: { need: wrong.need.number, status: 'onHold' } }
  await expect(emi.send(correctReport, movedTo(report, right.workOrderId))).rejects.toMatchObject(refusal)
  expect(need(right.need)).toMatchObject({ status: 'inProgress', watch: false })
  expect(desk.store.get('report', report.reportId)?.needId).toBe(wrong.need.id)
  await ben.send('needs.takeBackStep', { needId: wrong.need.id, from: 'onHold' })
  await givenTeam(desks, { need: wrong.need, sheet: false })
  const assigned = { code: 'reports.needMovedOn', details: { status: 'assigned' } }
  await expect(emi.send(correctReport, movedTo(report, right.workOrderId))).rejects.toMatchObject(assigned)
})

test('what a desk wrote over the report stays', async () => {
  const { emi, ben, wrong, right, report, need } = await given()
  const { asked, contact, household } = needForm({ asked: { headcount: 6 } })
  const { channel: _, survey: __, ...mended } = asked
  const base = { needId: wrong.need.id, basedOnVersion: wrong.need.version }
  await ben.send('needs.changeNeed', { ...base, asked: mended, contact, household })
  await emi.send(correctReport, movedTo(report, right.workOrderId))
  expect(need(wrong.need)).toMatchObject({ status: 'inProgress', headcount: 6, watch: false })
})

test('of two reports on one need, each takes back its own, in whatever order they move', async () => {
  const desks = await testCenter()
  const first = await givenTeam(desks)
  const second = await givenTeam(desks, { need: first.need, seenTeamIds: [first.teamId] })
  const right = [await givenTeamBack(desks), await givenTeamBack(desks)] as const
  for (const { workOrderId, teamId } of [first, second]) {
    await desks.aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
    await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  }
  const one = heardReport(first.workOrderId, { ...wishes, observation: { text: '', watch: true } })
  const two = heardReport(second.workOrderId, { ...wishes, nextHeadcount: 5 })
  const desk = await desks.device(desks.lead)
  for (const report of [one, two]) {
    desks.clock.pass(5)
    await desks.emi.send('reports.acceptReport', report)
  }
  const now = () => desk.store.get('need', first.need.id)
  expect(now()).toMatchObject({ headcount: 5, watch: true })
  await desks.emi.send(correctReport, movedTo(one, right[0].workOrderId))
  expect(now()).toMatchObject({ headcount: 5, watch: false })
  desks.clock.pass(5)
  await desks.emi.send(correctReport, movedTo(two, right[1].workOrderId))
  expect(now()).toMatchObject({ headcount: first.need.headcount, watch: false, status: 'inProgress' })
})

test('corrected where it stands, a report takes back what it no longer says', async () => {
  const { emi, wrong, report, need } = await given()
  await emi.send(correctReport, { ...movedTo(report, wrong.workOrderId), nextHeadcount: 0 })
  expect(need(wrong.need)).toMatchObject({ status: 'toBeContinued', headcount: wrong.need.headcount, watch: true })
  await emi.send(correctReport, { ...movedTo(report, wrong.workOrderId), outcome: 'completed' })
  expect(need(wrong.need)).toMatchObject({ status: 'completed', headcount: wrong.need.headcount })
})

test('its words can be corrected when its need has moved on; what it says of the need cannot', async () => {
  const desks = await given()
  const { emi, wrong, report, need, desk } = desks
  await givenTeam(desks, { need: wrong.need, sheet: false })
  await emi.send(correctReport, { ...movedTo(report, wrong.workOrderId), workDone: '一階の泥を出した' })
  expect(desk.store.get('report', report.reportId)?.workDone).toBe('一階の泥を出した')
  expect(need(wrong.need)?.status).toBe('assigned')
  const other = { ...movedTo(report, wrong.workOrderId), outcome: 'completed' } as const
  await expect(emi.send(correctReport, other)).rejects.toMatchObject({ code: 'reports.needMovedOn' })
})

test('a need that was merged since is taken apart first', async () => {
  const desks = await given()
  const { emi, ben, center, wrong, right, report, need } = desks
  const form = await givenTeam(desks, { sheet: false })
  await desks.aiko.send('dispatch.disbandTeam', { teamId: form.teamId })
  const mergeId = await givenMerge(ben, center, 'doubles.mergeNeeds', [form.need.id, wrong.need.id])
  const move = () => emi.send(correctReport, movedTo(report, right.workOrderId))
  await expect(move()).rejects.toMatchObject({ code: 'reports.needMovedOn' })
  await ben.send('doubles.unmerge', { mergeId })
  await move()
  expect(need(wrong.need)).toMatchObject({ headcount: wrong.need.headcount, watch: false })
})

test('two desks correct one report: the second is told who was quicker, and nothing is written over unseen', async () => {
  const { emi, lead, report, desk } = await given()
  const basedOnSeq = desk.store.seqOf('report', report.reportId)
  const { safety: _, source: __, ...said } = report
  const correction = { ...said, reason: '聞き直した', basedOnSeq }
  await emi.send(correctReport, { ...correction, workDone: '一階の泥出し' })
  await expect(lead.send(correctReport, { ...correction, workDone: '庭の片づけ' })).rejects.toMatchObject({
    code: 'reports.changedMeanwhile',
    details: { by: '恵美' },
  })
  expect(desk.store.get('report', report.reportId)).toMatchObject({ workDone: '一階の泥出し' })
  const seenNow = desk.store.seqOf('report', report.reportId)
  await lead.send(correctReport, { ...correction, workDone: '庭の片づけ', basedOnSeq: seenNow })
  expect(desk.store.get('report', report.reportId)).toMatchObject({ workDone: '庭の片づけ' })
})
