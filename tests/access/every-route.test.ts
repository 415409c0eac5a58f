import { describe, expect, test } from 'vitest'
import type { RouteRow } from '#server/core/routes.ts'
import { isRelation } from '#shared/access/capabilities.ts'
import { newId } from '#shared/core/ids.ts'
import { everyRoute, routesWithoutRow } from '#tests/support/every-route.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

const { app, rows } = await everyRoute()

const named = (row: RouteRow) => [`${row.method} ${row.path}`, row] as const
const isFor = (row: RouteRow, permission: string) => row.may.some((one) => one === permission)
const guarded = rows.filter((row) => !isFor(row, 'public'))

/** An address of the route with something in each of its places. */
const addressOf = ({ path }: RouteRow) => path.replace(/:file\{[^}]+\}/, '1.png').replaceAll(/:\w+/g, '5')

describe('every route', () => {
  test('says who may go through, once', () => {
    expect(routesWithoutRow(app, rows)).toEqual([])
    expect(new Set(rows.map((row) => named(row)[0])).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThan(40)
  })

  test('that is added beside the table is noticed: another path, a path twice, a guard that answers', async () => {
    const { app: planted, rows: known } = await everyRoute()
    planted.get('/sheets/everyone', (context) => context.text('names'))
    planted.get('/sheets/roll-call', (context) => context.text('names'))
    planted.use((context) => Promise.resolve(context.text('names')))
    expect(routesWithoutRow(planted, known)).toEqual(['GET /sheets/everyone', 'GET /sheets/roll-call', 'ALL /*'])
  })

  test('with personal data is only for whoever may hold that kind by the table of audiences', () => {
    const printed = guarded.filter(({ path }) => /^\/(?:sheets|exports|photos|drill-photos|group-lists)\//.test(path))
    const withoutPersons = printed.filter(({ holds }) => holds === undefined).map(({ path }) => path)
    expect(withoutPersons.toSorted()).toEqual([
      '/exports/day-summary.csv',
      '/sheets/blank-forms',
      '/sheets/day-summary/:dayId',
      '/sheets/desk-cards',
      '/sheets/drill-poster',
      '/sheets/hand-over',
      '/sheets/poster',
      '/sheets/recovery',
      '/sheets/registration-poster',
      '/sheets/trouble-cards',
    ])
  })

  test('that is not for everyone refuses strangers, and whoever has none of the rights', async () => {
    const { address, lead, center } = await servedCenter()
    const pin = '222222'
    await lead.send('access.addStaff', { staffId: newId(), name: '機材', pin, deskNames: ['equipment'] })
    const seat = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: '機材', pin, device: 'x' }),
    })
    const cookie = seat.headers.get('set-cookie')?.split(';')[0] ?? ''
    const before = center.health.seq
    const code = async (row: RouteRow, headers: Record<string, string>) => {
      const body = row.method === 'get' ? {} : { body: '{}' }
      const method = row.method.toUpperCase()
      const answer = await fetch(address + addressOf(row), { method, headers, redirect: 'manual', ...body })
      return answer.ok ? 'open' : problemCode(answer)
    }
    for (const row of guarded) {
      // Whoever stands at the laptop itself may print what is put up in the room.
      const stranger = isFor(row, 'setUp') ? { authorization: 'Personal nobody' } : {}
      expect([row.path, await code(row, stranger)]).toEqual([row.path, 'core.notSignedIn'])
      if (isFor(row, 'staff')) continue
      expect([row.path, await code(row, { cookie })]).toEqual([row.path, 'core.notAllowed'])
    }
    expect(center.health.seq).toBe(before)
  })

  test.each(guarded.filter(({ may }) => may.some(isRelation)).map(named))(
    '%s for volunteers says what it asks of the row',
    (_, { asks }) => expect(asks ?? '').not.toBe(''),
  )
})
