import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { Center, Day } from '#shared/center/center.ts'
import { noOpenDay, notSetUp } from '#shared/center/problems.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'

export const centers = recordTable('center', {
  id: 'plain',
  kind: 'plain',
  name: 'plain',
  place: 'plain',
  phone: 'plain',
  profileName: 'plain',
  activationId: 'plain',
  disasterName: 'plain',
  hazard: 'plain',
  insuranceBeginsAtOnce: 'boolean',
  openedAt: 'plain',
})

export const days = recordTable('day', {
  id: 'plain',
  activationId: 'plain',
  number: 'plain',
  date: 'plain',
  receptionOpensAt: 'plain',
  receptionClosesAt: 'plain',
  capacity: 'plain',
  returnBy: 'plain',
  status: 'plain',
  publicReception: 'boolean',
  openedAt: 'plain',
  closedAt: 'plain',
})

export async function findCenter(tx: Tx): Promise<Center | undefined> {
  const [center] = await centers.where(tx, {})
  return center
}

export async function getCenter(tx: Tx): Promise<Center> {
  const center = await findCenter(tx)
  if (!center) throw notSetUp({})
  return center
}

/** The day that is open now, if any. */
export async function findOpenDay(tx: Tx): Promise<Day | undefined> {
  const [day] = await days.where(tx, { status: 'open' })
  return day
}

export async function getOpenDay(tx: Tx): Promise<Day> {
  const day = await findOpenDay(tx)
  if (!day) throw noOpenDay({})
  return day
}

/** The day that devices hold: the open one, or the one before it until the next is opened. */
export async function findShownDay(tx: Tx): Promise<Day | undefined> {
  const all = await days.where(tx, {})
  return all.find(({ status }) => status === 'open') ?? all.reduce<Day | undefined>(later, undefined)
}

/** By which day desks hold what is dated; matches nothing before the first day. */
export const ofShownDay = async (tx: Tx) => ({ dayId: (await findShownDay(tx))?.id ?? '' })

const later = (one: Day | undefined, other: Day) => (one && one.date > other.date ? one : other)

/** The center's calendar day: its own time zone, never the laptop's. */
export function today(work: Pick<UnitOfWork, 'now'>): string {
  return dateOf(work.now, timeZone)
}
