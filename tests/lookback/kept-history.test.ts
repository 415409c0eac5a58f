import type { CompiledQuery } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openAgain } from '#server/app.ts'
import { readHistory } from '#server/lookback/history.ts'
import { KeptHistory } from '#server/lookback/kept-history.ts'
import { linesAfter } from '#server/lookback/log-lines.ts'
import { Telling } from '#server/lookback/telling.ts'
import { getAttendance } from '#server/volunteers/attendances.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { History } from '#shared/lookback/history.ts'
import { testCenter } from '#tests/support/center.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { leadAudiences } from '#tests/support/walk-figures.ts'

async function keptHistory() {
  const center = await testCenter()
  const kept = new KeptHistory('live')
  onTestFinished(() => kept.close())
  const { db } = center.center
  const told = async (): Promise<History> => {
    const bytes = await kept.ask(db, 'history', { date: '', audiences: leadAudiences, packed: false })
    return readOwnJson(Buffer.from(bytes).toString())
  }
  return { ...center, kept, told }
}

test('what is told in two goes is what is told in one', async () => {
  const center = await testCenter()
  const { db } = center.center
  const telling = await Telling.begin(openAgain('live'))
  onTestFinished(() => telling.close())
  await givenNeed(center)
  await telling.tell(await linesAfter(db, 0))
  await givenNeed(center, { household: { name: 'あとの世帯' } })
  await givenWaiting(center.phone, 2)
  await telling.tell(await linesAfter(db, telling.seq))
  const { moments, gaps } = await readHistory(db, openAgain('live'))
  expect(telling.gaps).toEqual(gaps)
  expect(telling.moments).toEqual(moments)
})

test('after one more act only the new line is told', async () => {
  const { center, phone, kept, told } = await keptHistory()
  await givenWaiting(phone, 2)
  const before = await told()
  const { seq } = center.health
  const asked = vi.spyOn(center.db, 'executeQuery')
  await givenWaiting(phone, 1)
  const after = await told()
  const from = asked.mock.calls
    .map(([query]) => query as CompiledQuery)
    .filter(({ sql }) => sql.includes('event_input i'))
    .map(({ parameters }) => parameters[0])
  expect(from).toEqual([seq])
  expect(after.moments.length).toBeGreaterThan(before.moments.length)
  expect(after.moments.slice(0, before.moments.length)).toEqual(before.moments)
  expect(kept.progress).toEqual({ told: center.health.seq, of: center.health.seq })
})

test('once somebody is erased nothing is told of them any more, and what is missing is said', async () => {
  const { phone, lead, emi, center, told } = await keptHistory()
  const [attendanceId = ''] = await givenWaiting(phone, 1, { name: '人カナリア' })
  await givenWaiting(phone, 1)
  expect(JSON.stringify(await told())).toContain('人カナリア')
  await emi.send('reports.sendHome', { attendanceIds: [attendanceId] })
  await told()
  const { personId } = await getAttendance(center.db, attendanceId)
  await lead.send('privacy.erase', { kind: 'person', id: personId, because: 'asked' })
  const after = await told()
  expect(JSON.stringify(after)).not.toContain('人カナリア')
  expect(after.gaps.map(({ why }) => why)).toContain('erased')
})

test('who asks twice at once is answered twice, and a closed center answers nobody', async () => {
  const { phone, kept, told, center } = await keptHistory()
  await givenWaiting(phone, 2)
  const [one, other] = await Promise.all([told(), told()])
  expect(other).toEqual(one)
  await kept.close()
  await expect(kept.ask(center.db, 'score', { date: '' })).rejects.toMatchObject({ code: 'keeping.ending' })
})
