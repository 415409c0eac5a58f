import { describe, expect, test } from 'vitest'
import { itemsOf } from '#shared/readiness/rules.ts'
import { usualLists } from '#shared/texts/usual-lists.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { itemForm } from '#tests/support/given-readiness.ts'

describe('the lists of the set-up room', () => {
  test('are empty until a desk adopts the usual ones, which is done once', async () => {
    const { lead, aiko, daigo, device } = await testCenter({ day: false })
    const desk = await device(daigo)
    expect(desk.store.all('checkItem')).toEqual([])
    await expect(aiko.send('readiness.adoptLists', {})).rejects.toMatchObject({ code: 'core.notAllowed' })
    await lead.send('readiness.adoptLists', {})
    expect(desk.store.all('checkItem')).toHaveLength(usualLists.length)
    await expect(lead.send('readiness.adoptLists', {})).rejects.toMatchObject({
      code: 'readiness.listsAdopted',
      details: { first: { by: '佐藤', act: 'readiness.adoptLists' } },
    })
  })

  test('have keys of their own, and something in every list', () => {
    const keys = usualLists.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(usualLists.map(({ list }) => list)).size).toBe(9)
  })

  test('are begun anew with every mark off, also of what was put away', async () => {
    const { lead, emi, device } = await testCenter({ day: false })
    await lead.send('readiness.adoptLists', { doneKeys: ['lines-power', 'lines-laptop'] })
    const desk = await device(lead)
    const done = () => desk.store.all('checkItem').filter(({ doneAt, doneBy }) => doneAt !== null || doneBy !== '')
    const [gone] = done()
    await lead.send('readiness.putAway', { kind: 'checkItem', id: gone?.id ?? '' })
    await expect(emi.send('readiness.startListsOver', {})).rejects.toMatchObject({ code: 'core.notAllowed' })
    expect(done()).toHaveLength(2)
    await lead.send('readiness.startListsOver', {})
    expect(done()).toEqual([])
  })

  test('begin in a drill as its scenario says: some of it is done, and the items are the center’s own', async () => {
    const { center, lead, clock, device } = await testCenter({ kind: 'drill', day: false })
    const runner = new Sender(center, { kind: 'system' })
    const own = { list: 'lines', text: '衛星電話を出す', who: '総務', due: '', asks: '', settled: '' } as const
    const items = [...usualLists, { ...own, key: '' }]
    await runner.send('readiness.adoptLists', { items, doneKeys: ['lines-power', 'no-such-key'] })
    const held = (await device(lead)).store.all('checkItem')
    expect(held.filter(({ doneAt }) => doneAt !== null)).toMatchObject([{ key: 'lines-power', doneAt: clock.now() }])
    expect(itemsOf(held, 'lines').at(-1)).toMatchObject({ text: '衛星電話を出す', doneAt: null })
  })
})

describe('an item', () => {
  test('is done by one tap, with name and time; the second desk is told who was first, and it is taken back', async () => {
    const { lead, emi, clock, device } = await testCenter()
    const form = itemForm()
    await lead.send('readiness.writeItem', form)
    clock.pass(4)
    await emi.send('readiness.markItem', { itemId: form.itemId })
    const at = clock.now()
    clock.pass(2)
    await expect(lead.send('readiness.markItem', { itemId: form.itemId })).rejects.toMatchObject({
      code: 'readiness.itemDone',
      details: { first: { by: '恵美', at: '09:34', act: 'readiness.markItem' } },
    })
    const desk = await device(lead)
    expect(desk.store.get('checkItem', form.itemId)).toMatchObject({ doneAt: at, doneBy: '恵美' })
    await lead.send('readiness.unmarkItem', { itemId: form.itemId })
    expect(desk.store.get('checkItem', form.itemId)).toMatchObject({ doneAt: null, doneBy: '' })
    await expect(emi.send('readiness.unmarkItem', { itemId: form.itemId })).rejects.toMatchObject({
      code: 'readiness.itemNotDone',
    })
  })

  test('keyed in from paper has the time at which it was done', async () => {
    const { lead, device } = await testCenter()
    const form = itemForm()
    await lead.send('readiness.writeItem', form)
    const happenedAt = '2026-11-22T23:10:00.000Z'
    await lead.send('readiness.markItem', { itemId: form.itemId }, { happenedAt })
    expect((await device(lead)).store.get('checkItem', form.itemId)).toMatchObject({ doneAt: happenedAt })
  })

  test('is written, settled, moved and put away, and comes back as it was; an older state is refused', async () => {
    const { lead, device } = await testCenter()
    const [one, other] = [itemForm({ text: '一つめ', asks: '電話の本数' }), itemForm({ text: '二つめ' })]
    await lead.send('readiness.writeItem', one)
    await lead.send('readiness.writeItem', other)
    const desk = await device(lead)
    const texts = () => itemsOf(desk.store.all('checkItem'), 'lines').map(({ text }) => text)
    await lead.send('readiness.moveItem', { itemId: other.itemId, to: 'earlier' })
    expect(texts()).toEqual(['二つめ', '一つめ'])
    // At the end of its list it stays.
    await lead.send('readiness.moveItem', { itemId: other.itemId, to: 'earlier' })
    expect(texts()).toEqual(['二つめ', '一つめ'])
    const basedOnSeq = desk.store.seqOf('checkItem', one.itemId)
    await lead.send('readiness.writeItem', { ...one, settled: '5本', basedOnSeq })
    expect(desk.store.get('checkItem', one.itemId)).toMatchObject({ settled: '5本' })
    await expect(lead.send('readiness.writeItem', { ...one, settled: '4本', basedOnSeq })).rejects.toMatchObject({
      code: 'core.changedMeanwhile',
    })
    const where = { kind: 'checkItem', id: other.itemId } as const
    await lead.send('readiness.putAway', where)
    expect(texts()).toEqual(['一つめ'])
    await lead.send('readiness.bringBack', where)
    expect(texts()).toEqual(['二つめ', '一つめ'])
  })
})
