import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCenter } from '#server/app.ts'
import { systemClock } from '#server/core/clock.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { newId } from '#shared/core/ids.ts'
import { dateOf } from '#shared/core/time.ts'
import { monotonic } from '#tests/bench/line.ts'

/** The real center on a real encrypted file, set up and open; it tells its parent when each act was committed. */
const folder = mkdtempSync(join(tmpdir(), 'sasae-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const driver = openDatabaseFile(join(folder, 'sasae.db'), 'bench')
const center = await openCenter({ driver, clock: systemClock, kind: 'live' })
center.onPatch((patches) => process.send?.({ committed: monotonic(), seq: patches[0]?.seq }))

const dayId = newId()
const lead = {
  kind: 'staff',
  staffId: newId(),
  sessionId: newId(),
  name: '佐藤',
  capabilities: ['center.lead', 'roster.manage'],
} as const
const setUp = { kind: 'setUp' } as const
await center.execute(setUp, {
  id: newId(),
  device: 'bench',
  type: 'center.setUpCenter',
  input: {
    centerId: newId(),
    activationId: newId(),
    name: 'ベンチ',
    place: 'いきいきセンター金沢',
    phone: '',
    disasterName: '測定',
    hazard: 'earthquake',
    insuranceBeginsAtOnce: true,
    profileName: 'standard',
    leadId: newId(),
    leadName: '佐藤',
    pin: '123456',
  },
})
await center.execute(lead, {
  id: newId(),
  device: 'bench',
  type: 'center.openDay',
  input: {
    dayId,
    date: dateOf(systemClock.now(), 'Asia/Tokyo'),
    receptionOpensAt: '00:00',
    receptionClosesAt: '23:59',
    capacity: 5000,
    returnBy: '23:59',
  },
})
// The day's number wanted has a sensible ceiling; a bench presses far more often than people do.
driver.exec('update day set capacity = 100000000')
// A word from the lead to everyone, when the parent asks for one.
process.on('message', (wish: { reservationDayId?: string; date?: string; places?: number }) => {
  const { reservationDayId, date, places } = wish
  if (reservationDayId && date && places) return void openForReservations(reservationDayId, date, places)
  const input = { noticeId: newId(), kind: 'message', reason: '水分をとってください', returnBy: null }
  void center.execute(lead, { id: newId(), device: 'bench', type: 'messages.sendNotice', input })
})

/** A date with places for the rush, open since a moment ago; the parent hears of it when it is there. */
async function openForReservations(reservationDayId: string, date: string, places: number): Promise<void> {
  const half = { individual: places, group: 0, outside: 0 }
  const input = {
    reservationDayId,
    date,
    opensAt: systemClock.now(),
    caps: { morning: half, afternoon: half },
    keepsPlaces: true,
  }
  await center.execute(lead, { id: newId(), device: 'bench', type: 'reservations.openReservations', input })
  process.send?.({ openedForReservations: reservationDayId })
}

const { port } = await serveCenter(center, 0)
process.send?.({ port })
process.on('SIGTERM', () => process.exit(0))
