import { expect, test } from 'vitest'
import { decisionForm, issueForm, itemForm, stockForm } from '#tests/support/given-readiness.ts'
import { servedCenter } from '#tests/support/served.ts'

test('lists, decisions, the ledger and labels of the set-up room print, with what is done and what is not', async () => {
  const { address, lead, clock, post } = await servedCenter({ day: false })
  const item = itemForm({ asks: '電話の本数' })
  await lead.send('readiness.writeItem', itemForm({ text: '発電機を出す' }))
  await lead.send('readiness.writeItem', item)
  await lead.send('readiness.markItem', { itemId: item.itemId })
  await lead.send('readiness.addIssue', issueForm())
  await lead.send('readiness.recordDecision', decisionForm())
  await lead.send('readiness.writeStock', stockForm({ owner: 'lentFree', ofWhom: '釜利谷地区社協' }))
  clock.pass(95)
  await lead.send('readiness.declareReady', {})

  const seat = await post('/api/session', JSON.stringify({ name: '佐藤', pin: '123456', device: 'x' }))
  const cookie = seat.headers.get('set-cookie')?.split(';')[0] ?? ''
  const paper = async (name: string) => (await fetch(`${address}/sheets/${name}`, { headers: { cookie } })).text()

  const lists = await paper('set-up-lists')
  expect(lists).toContain('☐')
  expect(lists).toContain('2026-11-23 09:30 佐藤')
  expect(lists).toContain('電話の本数')
  expect(lists).toContain('開設まで 1時間35分')
  expect(lists).toContain('受付の列が分かれていない')
  expect(await paper('opening-decisions')).toContain('区災害対策本部')
  expect(await paper('stock')).toContain('釜利谷地区社協')
  // What was borrowed says so on its label.
  expect(await paper('stock-labels')).toMatch(/B-001[\s\S]*無償で借りたもの 釜利谷地区社協/)
})
