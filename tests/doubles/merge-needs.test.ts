import { expect, test } from 'vitest'
import { getHousehold } from '#server/households/households.ts'
import { getNeed } from '#server/needs/needs.ts'
import { newId } from '#shared/core/ids.ts'
import { notesOf } from '#tests/support/asking.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'
import { givenMerge, twoOf } from '#tests/support/given-doubles.ts'
import { givenTeamBack, givenTeamOut, heardReport } from '#tests/support/given-reports.ts'
import { chronologySentence } from '#web/texts/chronology.ts'

const mergeNeeds = 'doubles.mergeNeeds'

test('a merged need is open no more, and its number leads to the one that was kept', async () => {
  const desks = await testCenter()
  const [kept, merged] = [await givenNeed(desks), await givenNeed(desks)]
  const desk = await desks.device(desks.ben)
  await givenMerge(desks.ben, desks.center, mergeNeeds, [kept.id, merged.id])
  const held = desk.store.get('need', merged.id)
  expect(held).toMatchObject({ status: 'merged', mergedInto: kept.id, number: merged.number })
  const step = { needId: merged.id, from: 'merged', reason: '重複', reviewOn: '2026-11-24' } as const
  await expect(desks.ben.send('needs.putOnHold', step)).rejects.toMatchObject({
    code: 'needs.isMerged',
    details: { number: merged.number, kept: kept.number },
  })
  await desks.ben.send('needs.addToNeed', { needId: merged.id, words: '二階も見てほしい' })
  expect((await notesOf(desks, kept.id)).story.story).toContain('二階も見てほしい')
  const fresh = await desks.device(desks.ben)
  expect(fresh.store.get('needContact', merged.id)).toBeDefined()
})

test('warnings hold if either says them, lists are joined, and what was chosen is taken', async () => {
  const desks = await testCenter()
  const kept = await givenNeed(desks, { asked: { work: '床下の泥', urgent: true, tools: ['スコップ'] } })
  const asked = { work: '家具の運び出し', roofWork: true, tools: ['バール'], sticker: 'red' } as const
  const merged = await givenNeed(desks, { asked: { ...asked, tools: ['バール'] } })
  await desks.ben.send(mergeNeeds, { ...(await twoOf(desks.center, kept.id, merged.id)), take: ['work'] })
  expect(await getNeed(desks.center.db, kept.id)).toMatchObject({
    work: '家具の運び出し',
    urgent: true,
    roofWork: true,
    sticker: 'red',
    tools: ['スコップ', 'バール'],
    gate: { closedBy: ['redSticker', 'roofWork'] },
    version: 2,
  })
  expect(await getNeed(desks.center.db, merged.id)).toMatchObject({ work: '家具の運び出し', urgent: false })
})

test('un-merged, both are as they were, and what was written since stays', async () => {
  const desks = await testCenter()
  const kept = await givenNeed(desks)
  const merged = await givenNeed(desks, { asked: { roofWork: true } })
  const mergeId = await givenMerge(desks.ben, desks.center, mergeNeeds, [kept.id, merged.id])
  await desks.ben.send('needs.addToNeed', { needId: kept.id, words: '犬がいる' })
  await desks.ben.send('doubles.unmerge', { mergeId })
  const { version: _, changedBy: __, changedAt: ___, ...as } = kept
  expect(await getNeed(desks.center.db, kept.id)).toMatchObject(as)
  expect(await getNeed(desks.center.db, merged.id)).toEqual(merged)
  expect((await notesOf(desks, kept.id)).story.story).toContain('犬がいる')
  await expect(desks.ben.send('doubles.unmerge', { mergeId })).rejects.toMatchObject({ code: 'doubles.alreadyUndone' })
})

test('the history of both stands under the kept one, and goes back with it', async () => {
  const desks = await testCenter()
  const { need: merged, workOrderId } = await givenTeamBack(desks)
  const report = heardReport(workOrderId, { outcome: 'toBeContinued' })
  await desks.emi.send('reports.acceptReport', report)
  const kept = await givenNeed(desks)
  const desk = await desks.device(desks.lead)
  const mergeId = await givenMerge(desks.ben, desks.center, mergeNeeds, [kept.id, merged.id])
  expect(desk.store.get('report', report.reportId)?.needId).toBe(kept.id)
  expect(desk.store.get('workOrder', workOrderId)).toMatchObject({ needId: kept.id, needNumber: merged.number })
  expect(desk.store.get('need', kept.id)?.visits).toBe(1)
  await desks.ben.send('doubles.unmerge', { mergeId })
  expect(desk.store.get('report', report.reportId)?.needId).toBe(merged.id)
  expect(desk.store.get('need', kept.id)?.visits).toBe(0)
})

test('the need with a team is kept, and two with teams wait', async () => {
  const desks = await testCenter()
  const free = await givenNeed(desks)
  const { need: busy } = await givenTeamOut(desks)
  const two = await twoOf(desks.center, free.id, busy.id)
  const refusal = { code: 'doubles.keepTheOther', details: { why: 'team' } }
  await expect(desks.ben.send(mergeNeeds, two)).rejects.toMatchObject(refusal)
  await givenMerge(desks.ben, desks.center, mergeNeeds, [busy.id, free.id])
  const { need: alsoBusy } = await givenTeam(desks)
  const both = await twoOf(desks.center, busy.id, alsoBusy.id)
  await expect(desks.ben.send(mergeNeeds, both)).rejects.toMatchObject({ code: 'doubles.bothBusy' })
})

test('an open need is not hidden in one that is done', async () => {
  const desks = await testCenter()
  const { need: done, workOrderId } = await givenTeamBack(desks)
  await desks.emi.send('reports.acceptReport', heardReport(workOrderId))
  const open = await givenNeed(desks)
  const refusal = { code: 'doubles.keepTheOther', details: { why: 'open' } }
  const wrong = await twoOf(desks.center, done.id, open.id)
  await expect(desks.ben.send(mergeNeeds, wrong)).rejects.toMatchObject(refusal)
  await givenMerge(desks.ben, desks.center, mergeNeeds, [open.id, done.id])
})

test('of two desks that merge at once, or on an older state, one is told', async () => {
  const desks = await testCenter()
  const [kept, merged] = [await givenNeed(desks), await givenNeed(desks)]
  const stale = await twoOf(desks.center, kept.id, merged.id)
  await desks.ben.send('needs.addToNeed', { needId: kept.id, words: 'もう一度電話' })
  await expect(desks.ben.send(mergeNeeds, stale)).rejects.toMatchObject({ code: 'doubles.changedSince' })
  const one = await twoOf(desks.center, kept.id, merged.id)
  const other = { ...one, mergeId: newId(), keptId: merged.id, mergedId: kept.id }
  await desks.ben.send(mergeNeeds, one)
  await expect(desks.ben.send(mergeNeeds, other)).rejects.toMatchObject({ code: 'doubles.alreadyMerged' })
  const itself = { ...(await twoOf(desks.center, kept.id, kept.id)), mergedId: kept.id }
  await expect(desks.ben.send(mergeNeeds, itself)).rejects.toMatchObject({ code: 'doubles.sameRecord' })
})

test('a merge is taken back on its day only, and a later one first', async () => {
  const desks = await testCenter()
  const [one, two, three] = [await givenNeed(desks), await givenNeed(desks), await givenNeed(desks)]
  const first = await givenMerge(desks.ben, desks.center, mergeNeeds, [two.id, one.id])
  const second = await givenMerge(desks.ben, desks.center, mergeNeeds, [three.id, two.id])
  const refused = { code: 'doubles.mergedOn', details: { label: 'N-002' } }
  await expect(desks.ben.send('doubles.unmerge', { mergeId: first })).rejects.toMatchObject(refused)
  await expect(desks.emi.send('doubles.unmerge', { mergeId: second })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
  await desks.ben.send('doubles.unmerge', { mergeId: second })
  desks.clock.pass(24 * 60)
  await expect(desks.ben.send('doubles.unmerge', { mergeId: first })).rejects.toMatchObject({
    code: 'doubles.tooLateToUnmerge',
  })
})

test('households become one with all their needs; a withheld address stays withheld', async () => {
  const desks = await testCenter()
  const kept = await givenNeed(desks)
  const merged = await givenNeed(desks, { household: { addressWithheld: true, considerations: '犬がいる' } })
  const two = [kept.householdId, merged.householdId] as const
  const mergeId = await givenMerge(desks.ben, desks.center, 'doubles.mergeHouseholds', two)
  const desk = await desks.device(desks.ben)
  expect(desk.store.get('need', merged.id)?.householdId).toBe(kept.householdId)
  // No desk holds it any more; every desk knows why.
  expect(desk.store.get('household', kept.householdId)).toBeUndefined()
  for (const { id } of [kept, merged]) expect(desk.store.get('need', id)?.addressWithheld).toBe(true)
  expect(await getHousehold(desks.center.db, kept.householdId)).toMatchObject({ addressWithheld: true, hasNote: true })
  const { note, mergedNotes } = await notesOf(desks, kept.id)
  expect([note.considerations, mergedNotes]).toEqual(['犬がいる', []])
  // Who calls again from either phone is the kept household.
  const form = needForm()
  await desks.ben.send('needs.receiveNeed', { ...form, householdId: merged.householdId, household: null as never })
  expect((await getNeed(desks.center.db, form.needId)).householdId).toBe(kept.householdId)
  await desks.ben.send('doubles.unmerge', { mergeId })
  expect((await notesOf(desks, kept.id)).note.considerations).toBe('')
  expect(await getHousehold(desks.center.db, kept.householdId)).toMatchObject({ hasNote: false })
  expect((await getNeed(desks.center.db, merged.id)).householdId).toBe(merged.householdId)
  expect((await getNeed(desks.center.db, form.needId)).householdId).toBe(kept.householdId)
})

test('the chronology calls two households by the numbers of their needs', async () => {
  const desks = await testCenter()
  const [kept, merged] = [await givenNeed(desks), await givenNeed(desks)]
  const lead = await desks.device(desks.lead)
  const said = () => lead.store.all('logEntry').slice(-1).map(chronologySentence)
  const two = [kept.householdId, merged.householdId] as const
  const mergeId = await givenMerge(desks.ben, desks.center, 'doubles.mergeHouseholds', two)
  expect(said()).toEqual(['同じ世帯の2つの記録をまとめた（N-002をN-001へ）'])
  await desks.ben.send('doubles.unmerge', { mergeId })
  expect(said()).toEqual(['まとめた2つの世帯の記録を別々に戻した（N-002とN-001）'])
})
