import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { up as initial } from '#server/database/migrations/0001-initial.ts'
import { up as reservationsAtReception } from '#server/database/migrations/0003-reservations-at-reception.ts'
import { kyselyOver, openEmptyDatabase } from '#server/database/open.ts'

test('reservations that were made before are found and kept by reception too', async () => {
  const db = kyselyOver(openEmptyDatabase())
  await initial(db)
  const run = (text: string) => db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))
  await run("insert into reservation_day values ('day', '2026-11-24', '2026-11-23T00:00:00.000Z', 'open', '{}', 1, 7)")
  for (const [id, status] of [
    ['a', 'booked'],
    ['b', 'waiting'],
    ['c', 'cancelled'],
  ]) {
    const number = ['a', 'b', 'c'].indexOf(String(id)) + 1
    await run(`insert into reservation values ('${id}', 'day', '2026-11-24', ${number}, '${status}', 'morning',
      'individual', 2, '能見台 次郎', 'ﾉｳｹﾝﾀﾞｲ じろう', '', 'ja', ${number}, '', '', null, null, 8)`)
    await run(`insert into reservation_contact values ('${id}', 'day', '0901111222${number}', '1990-04-01', '', '', 8)`)
  }
  await reservationsAtReception(db)
  const keys = await run('select key, phone from reservation_key order by turn')
  expect(keys.rows).toHaveLength(3)
  expect(keys.rows[0]).toMatchObject({ phone: '09011112221' })
  expect(keys.rows.map(({ key }) => key).join()).toContain('のうけんだいじろう')
  const places = await run('select reservation_id, people, keeps from kept_place order by reservation_id')
  expect(places.rows).toEqual([
    { reservation_id: 'a', people: 2, keeps: 1 },
    { reservation_id: 'b', people: 2, keeps: 0 },
  ])
  expect((await run('select id, date, people from kept_places')).rows).toEqual([
    { id: 'day', date: '2026-11-24', people: 2 },
  ])
  await db.destroy()
})
