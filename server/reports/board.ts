import { findCenter, findShownDay, timeZone } from '#server/center/centers.ts'
import type { Clock } from '#server/core/clock.ts'
import type { Tx } from '#server/database/record-table.ts'
import { notices } from '#server/messages/notices.ts'
import { needs } from '#server/needs/needs.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import type { Day } from '#shared/center/center.ts'
import { clockOf, dateOf } from '#shared/core/time.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { returnByInForce } from '#shared/messages/rules.ts'
import type { Need } from '#shared/needs/need.ts'
import { isClosed } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import type { BoardMark, BoardView } from '#shared/reports/board.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'

/** How many notices stay on the wall. */
const shownNotices = 3

const completedOn = (need: Need, date: string | undefined) =>
  need.status === 'completed' && need.completedAt !== null && dateOf(need.completedAt, timeZone) === date

/** One mark for each town and look. What is over since yesterday has left the wall. */
function marksOf(all: readonly Need[], date: string | undefined): BoardMark[] {
  const marks = new Map<string, BoardMark>()
  for (const need of all.filter((one) => !isClosed(one.status) || completedOn(one, date))) {
    if (need.townId === null) continue
    const mark = statusMark(need.status)
    const key = `${need.townId} ${mark.letter}`
    const known = marks.get(key) ?? { townId: need.townId, mark, count: 0, urgent: false }
    marks.set(key, {
      ...known,
      count: known.count + 1,
      urgent: known.urgent || (need.urgent && !isClosed(need.status)),
    })
  }
  return [...marks.values()]
}

function eventsOf(day: Day, told: readonly Notice[], clock: string): BoardView['events'] {
  const all = [
    { kind: 'receptionOpens', at: day.receptionOpensAt },
    { kind: 'receptionCloses', at: day.receptionClosesAt },
    { kind: 'returnBy', at: returnByInForce(day.returnBy, told) },
  ] as const
  return all
    .map((event) => ({ ...event, over: event.at <= clock }))
    .sort((one, other) => Number(one.over) - Number(other.over))
}

function noticesOf(told: readonly Notice[]): BoardView['notices'] {
  return told
    .filter(({ liftedAt }) => liftedAt === null)
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, shownNotices)
    .map(({ kind, reason, returnBy, at }) => ({ kind, reason, returnBy, at }))
}

function numbersOf(people: readonly Attendance[], all: readonly Need[], day: Day | undefined): BoardView['numbers'] {
  const withStatus = (status: Attendance['status']) => people.filter((one) => one.status === status).length
  return {
    arrived: people.filter(({ status }) => takesPlace(status)).length,
    waiting: withStatus('waiting'),
    out: withStatus('out'),
    openNeeds: all.filter(({ status }) => !isClosed(status)).length,
    completedToday: all.filter((need) => completedOn(need, day?.date)).length,
  }
}

/** Counts what the wall shows. Fields are named one by one: a new field of a record can never get onto the wall by itself. */
export async function readBoard(tx: Tx, clock: Clock): Promise<BoardView> {
  const now = clock.now()
  const center = await findCenter(tx)
  const day = await findShownDay(tx)
  const people = day ? await attendances.where(tx, { dayId: day.id }) : []
  const told = day ? await notices.where(tx, { dayId: day.id }) : []
  const all = center ? await needs.where(tx, { activationId: center.activationId }) : []
  return {
    center: center ? { name: center.name, kind: center.kind } : null,
    day: day ? { number: day.number, date: day.date, closed: day.status === 'closed' } : null,
    numbers: numbersOf(people, all, day),
    marks: marksOf(all, day?.date),
    events: day ? eventsOf(day, told, clockOf(now, timeZone)) : [],
    notices: noticesOf(told),
    now,
    speed: clock.speed,
  }
}
