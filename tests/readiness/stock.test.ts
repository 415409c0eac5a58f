import { describe, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { stockCode, stockDue, stockNumberIn } from '#shared/readiness/rules.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { eventForm, issueForm, stockForm } from '#tests/support/given-readiness.ts'

const today = '2026-11-23'
const looked = (at: string, found: 'fine' | 'missing' = 'fine') => ({ at, by: '佐藤', found, count: 1 })
const lately = looked('2026-10-01T00:00:00.000Z')

describe('a thing of the stock is on the list of what is due', () => {
  test.each([
    ['where nobody ever looked', { look: null, expiresOn: null, returnOn: null }, 'unchecked'],
    [
      'a year after the last look',
      { look: looked('2025-11-22T03:00:00.000Z'), expiresOn: null, returnOn: null },
      'unchecked',
    ],
    ['not within the year', { look: lately, expiresOn: null, returnOn: null }, null],
    ['where it was not found', { look: looked(lately.at, 'missing'), expiresOn: null, returnOn: null }, 'missing'],
    ['where it is too old', { look: lately, expiresOn: '2026-11-22', returnOn: null }, 'expired'],
    ['two months before it is too old', { look: lately, expiresOn: '2027-01-22', returnOn: null }, 'expiring'],
    ['on the day on which it goes back', { look: lately, expiresOn: null, returnOn: today }, 'toReturn'],
  ])('%s', (_, item, due) => {
    expect(stockDue(item, today, 'Asia/Tokyo')).toBe(due)
  })
})

test.each([
  ['12', 12],
  ['Ｂ－０１２', 12],
  ['b-12', 12],
  ['http://192.168.0.5:8080/desk#stock-12', 12],
  ['スコップ12', null],
  ['', null],
])('the label that is read as %s is number %s', (text, number) => {
  expect(stockNumberIn(text)).toBe(number)
  expect(stockNumberIn(stockCode(7))).toBe(7)
})

describe('the stock', () => {
  test('is written with numbers that are never given twice', async () => {
    const { lead, device } = await testCenter({ day: false })
    const [one, other] = [stockForm(), stockForm({ name: 'テント', owner: 'lentFree', ofWhom: '釜利谷地区社協' })]
    await lead.send('readiness.writeStock', one)
    await lead.send('readiness.writeStock', other)
    await lead.send('readiness.putAway', { kind: 'stockItem', id: other.stockId })
    await expect(lead.send('readiness.putAway', { kind: 'stockItem', id: other.stockId })).rejects.toMatchObject({
      code: 'readiness.putAwayAlready',
    })
    const third = stockForm()
    await lead.send('readiness.writeStock', third)
    const desk = await device(lead)
    expect(desk.store.get('stockItem', third.stockId)).toMatchObject({ number: 3, look: null })
    await expect(lead.send('readiness.writeStock', { ...one, name: '剣スコップ' })).rejects.toMatchObject({
      code: 'core.changedMeanwhile',
    })
  })

  test('is looked at: all there, another number, gone; and the last look is taken back', async () => {
    const { lead, clock, device } = await testCenter({ day: false })
    const form = stockForm()
    const { stockId } = form
    await lead.send('readiness.writeStock', form)
    const desk = await device(lead)
    const now = () => desk.store.get('stockItem', stockId)
    await lead.send('readiness.checkStock', { stockId, found: 'fine', count: null })
    expect(now()).toMatchObject({ count: 20, look: { by: '佐藤', at: clock.now(), found: 'fine' } })
    await expect(lead.send('readiness.checkStock', { stockId, found: 'counted', count: null })).rejects.toMatchObject({
      code: 'readiness.countMissing',
    })
    await lead.send('readiness.checkStock', { stockId, found: 'counted', count: 18 })
    expect(now()).toMatchObject({ count: 18, look: { found: 'counted' } })
    await lead.send('readiness.takeBackStockCheck', { stockId })
    expect(now()).toMatchObject({ count: 20, look: { found: 'fine' } })
    await expect(lead.send('readiness.takeBackStockCheck', { stockId })).rejects.toMatchObject({
      code: 'readiness.nothingToTakeBack',
    })
  })
})

describe('open issues and the calendar', () => {
  test('an issue is added by a desk or by a drill’s runner, settled once, and opened again', async () => {
    const { center, lead, aiko, device } = await testCenter({ kind: 'drill' })
    const form = issueForm()
    await expect(aiko.send('readiness.addIssue', form)).rejects.toMatchObject({ code: 'core.notAllowed' })
    await new Sender(center, { kind: 'system' }).send('readiness.addIssue', form)
    const { issueId } = form
    const desk = await device(lead)
    const basedOnSeq = desk.store.seqOf('openIssue', issueId)
    await lead.send('readiness.changeIssue', { ...form, until: '2027-01-10', basedOnSeq })
    await lead.send('readiness.settleIssue', { issueId })
    expect(desk.store.get('openIssue', issueId)).toMatchObject({ until: '2027-01-10', doneBy: '佐藤' })
    await expect(lead.send('readiness.settleIssue', { issueId })).rejects.toMatchObject({
      code: 'readiness.issueSettled',
      details: { first: { by: '佐藤' } },
    })
    await lead.send('readiness.reopenIssue', { issueId })
    await expect(lead.send('readiness.reopenIssue', { issueId })).rejects.toMatchObject({
      code: 'readiness.issueOpen',
    })
    await expect(
      lead.send('readiness.changeIssue', { ...form, issueId: newId(), basedOnSeq: 0 }),
    ).rejects.toMatchObject({ code: 'core.notFound' })
  })

  test('a date is planned, changed and taken out', async () => {
    const { lead, clock, device } = await testCenter({ day: false })
    const form = eventForm()
    await lead.send('readiness.planEvent', form)
    const desk = await device(lead)
    const basedOnSeq = desk.store.seqOf('plannedEvent', form.eventId)
    await lead.send('readiness.planEvent', { ...form, date: '2027-01-31', basedOnSeq })
    await lead.send('readiness.putAway', { kind: 'plannedEvent', id: form.eventId })
    expect(desk.store.all('plannedEvent')).toMatchObject([{ date: '2027-01-31', removedAt: clock.now() }])
    await lead.send('readiness.bringBack', { kind: 'plannedEvent', id: form.eventId })
    await expect(lead.send('readiness.bringBack', { kind: 'plannedEvent', id: form.eventId })).rejects.toMatchObject({
      code: 'readiness.notPutAway',
    })
  })
})
