import { CompiledQuery } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { up } from '#server/database/migrations/0019-notes-on-demand.ts'
import { kyselyOver, openEmptyDatabase } from '#server/database/open.ts'

const outcome = { reason: '本人が入院した', referredTo: '', answerBy: null }
const before = { stepTo: 'cancelled', outcome: { ...outcome, reason: '一度やめた' } }
const way = {
  changes: [
    { kind: 'household', id: 'h', fields: { name: ['甲', '乙'], considerations: ['', '酸素'] } },
    { kind: 'need', id: 'n', fields: { before: [before, null], headcount: [1, 2] } },
  ],
  links: [],
}

/** A file as it was before, as far as this step reads it. */
const old = [
  'create table household (id text primary key, considerations text not null, changed_seq integer not null)',
  "insert into household values ('h', '酸素を使っている', 4), ('i', '', 5)",
  'create table need_contact (id text primary key, story text not null, changed_seq integer not null)',
  "insert into need_contact values ('n', '泥を出したい', 6), ('m', '', 7)",
  'create table need (id text primary key, outcome text not null, before text not null, changed_seq integer not null)',
  `insert into need values ('n', '${JSON.stringify(outcome)}', '${JSON.stringify(before)}', 8),
    ('m', '${JSON.stringify({ ...outcome, reason: '' })}', 'null', 9)`,
  'create table way_back (id text primary key, changes text not null)',
  `insert into way_back values ('w', '${JSON.stringify(way)}')`,
]

test('notes and reasons of a file of before lie in records of their own, also in the way back of a merge', async () => {
  const db = kyselyOver(openEmptyDatabase())
  onTestFinished(() => db.destroy())
  const rows = async (text: string) => (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))).rows
  for (const text of old) await rows(text)
  await up(db)
  expect(await rows('select * from household order by id')).toEqual([
    { id: 'h', changed_seq: 4, has_note: 1 },
    { id: 'i', changed_seq: 5, has_note: 0 },
  ])
  expect(await rows('select * from household_note order by id')).toEqual([
    { id: 'h', considerations: '酸素を使っている', changed_seq: 4 },
    { id: 'i', considerations: '', changed_seq: 5 },
  ])
  expect(await rows('select id, has_story from need_contact order by id')).toEqual([
    { id: 'm', has_story: 0 },
    { id: 'n', has_story: 1 },
  ])
  expect(await rows("select story from need_story where id = 'n'")).toEqual([{ story: '泥を出したい' }])
  expect(await rows('select id, reason, earlier from need_reason order by id')).toEqual([
    { id: 'm', reason: '', earlier: '' },
    { id: 'n', reason: '本人が入院した', earlier: '一度やめた' },
  ])
  expect(JSON.stringify(await rows('select outcome, before from need'))).not.toMatch(/reason|入院|やめた/)
  const [kept] = await rows('select changes from way_back')
  expect(JSON.parse(String(kept?.changes))).toEqual({
    changes: [
      { kind: 'household', id: 'h', fields: { name: ['甲', '乙'] } },
      { kind: 'householdNote', id: 'h', fields: { considerations: ['', '酸素'] } },
      {
        kind: 'need',
        id: 'n',
        fields: {
          before: [{ stepTo: 'cancelled', outcome: { referredTo: '', answerBy: null } }, null],
          headcount: [1, 2],
        },
      },
    ],
    links: [],
  })
})
