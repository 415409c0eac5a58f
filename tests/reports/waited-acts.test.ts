import { expect, test } from 'vitest'
import { linesBefore } from '#server/core/event-log.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { chronologyLines } from '#web/reports/chronology-lines.ts'

test('an act that waited on a device says in the chronology for how long, one that came at once says nothing', async () => {
  const { phone, lead, center, device } = await testCenter()
  const desk = await device(lead)
  await phone.send('volunteers.checkIn', receptionForm(), { agoMs: 12 * 60_000 })
  await phone.send('volunteers.checkIn', receptionForm(), { agoMs: 800 })
  const waited = (lines: readonly { agoMs: number | null }[]) => lines.map(({ agoMs }) => agoMs).slice(0, 2)
  expect(waited(chronologyLines(desk.store.all('logEntry'), []).toReversed().slice(-2))).toEqual([720_000, null])
  // A desk that reads further back is told the same.
  const older = await center.read((tx) => linesBefore(tx, Number.MAX_SAFE_INTEGER, 2))
  expect(waited(older)).toEqual([null, 720_000])
})
