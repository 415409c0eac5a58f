import { CompiledQuery } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { up } from '#server/database/migrations/0036-said-of-needs.ts'
import { kyselyOver, openEmptyDatabase } from '#server/database/open.ts'

const gate = { closedBy: ['redSticker'], openedBy: '佐藤', openedBecause: '玄関まわりだけ', openedAt: null }
const outcome = { referredTo: '山田工務店', answerBy: null }
const before = { stepTo: 'referred', outcome: { referredTo: '田中さん', answerBy: null } }
const way = {
  changes: [
    { kind: 'household', id: 'h', fields: { name: ['甲', '乙'] } },
    { kind: 'need', id: 'n', fields: { gate: [gate, { ...gate, openedBecause: '' }], before: [before, null] } },
  ],
  links: [],
}
const json = (value: unknown) => `'${JSON.stringify(value)}'`

/** A file as it was before, as far as this step reads it. */
const old = [
  'create table need (id text primary key, gate text not null, outcome text not null, before text not null)',
  `insert into need values ('n', ${json(gate)}, ${json(outcome)}, ${json(before)}),
    ('m', ${json({ ...gate, openedBecause: '' })}, ${json({ ...outcome, referredTo: '' })}, 'null')`,
  'create table need_reason (id text primary key, reason text not null, earlier text not null)',
  "insert into need_reason values ('n', '屋根', ''), ('m', '', '')",
  'create table way_back (id text primary key, changes text not null)',
  `insert into way_back values ('w', ${json(way)})`,
]

test('to whom a need of before was referred and why its gate was opened lie beside its reason alone', async () => {
  const db = kyselyOver(openEmptyDatabase())
  onTestFinished(() => db.destroy())
  const rows = async (text: string) => (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))).rows
  for (const text of old) await rows(text)
  await up(db)
  expect(await rows('select * from need_reason order by id')).toEqual([
    { id: 'm', reason: '', earlier: '', referred_to: '', opened_because: '', earlier_referred_to: '' },
    {
      id: 'n',
      reason: '屋根',
      earlier: '',
      referred_to: '山田工務店',
      opened_because: '玄関まわりだけ',
      earlier_referred_to: '田中さん',
    },
  ])
  const [kept] = await rows('select changes from way_back')
  const left = JSON.stringify(await rows('select gate, outcome, before from need')) + String(kept?.changes)
  expect(left).not.toMatch(/referredTo|openedBecause|工務店|田中|玄関/)
  expect(JSON.parse(String(kept?.changes))).toMatchObject({
    changes: [{ fields: { name: ['甲', '乙'] } }, { fields: { gate: [{ openedBy: '佐藤' }, { openedBy: '佐藤' }] } }],
  })
})
