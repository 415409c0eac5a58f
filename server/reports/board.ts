import { findCenter, findShownDay } from '#server/center/centers.ts'
import type { Clock } from '#server/core/clock.ts'
import type { Tx } from '#server/database/record-table.ts'
import { notices } from '#server/messages/notices.ts'
import { countNeeds, type NeedCount } from '#server/needs/needs.ts'
import { countAttendances } from '#server/volunteers/attendances.ts'
import type { Day } from '#shared/center/center.ts'
import { addDays, clockOf, instantAt, timeZone } from '#shared/core/time.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { returnByInForce } from '#shared/messages/rules.ts'
import { isClosed } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import type { BoardMark, BoardView } from '#shared/reports/board.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'

/** How many notices stay on the wall. */
const shownNotices = 3

/** One mark for each town and look. What is over since yesterday has left the wall. */
function marksOf(counts: readonly NeedCount[]): BoardMark[] {
  const marks = new Map<string, BoardMark>()
  for (const { townId, status, urgent, count } of counts) {
    if (townId === null) continue
    const mark = statusMark(status)
    const key = `${townId} ${mark.letter}`
    const known = marks.get(key) ?? { townId, mark, count: 0, urgent: false }
    marks.set(key, { ...known, count: known.count + count, urgent: known.urgent || (urgent && !isClosed(status)) })
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

type People = ReadonlyMap<Attendance['status'], number>

function numbersOf(people: People, counts: readonly NeedCount[]): BoardView['numbers'] {
  const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0)
  const needsWith = (closed: boolean) => counts.filter(({ status }) => isClosed(status) === closed)
  return {
    arrived: sum([...people].filter(([status]) => takesPlace(status)).map(([, count]) => count)),
    waiting: people.get('waiting') ?? 0,
    out: people.get('out') ?? 0,
    openNeeds: sum(needsWith(false).map(({ count }) => count)),
    completedToday: sum(needsWith(true).map(({ count }) => count)),
  }
}

/** Everything open, and what was completed on the day that the wall shows. */
function countsFor(tx: Tx, activationId: string, day: Day | undefined): Promise<NeedCount[]> {
  const startOf = (date: string) => instantAt(date, '00:00', timeZone)
  return countNeeds(tx, activationId, day ? [startOf(day.date), startOf(addDays(day.date, 1))] : ['', ''])
}

/** Counts what the wall shows. Fields are named one by one: a new field of a record can never get onto the wall by itself. */
export async function readBoard(tx: Tx, clock: Clock): Promise<BoardView> {
  const now = clock.now()
  const center = await findCenter(tx)
  const day = await findShownDay(tx)
  const people: People = day ? await countAttendances(tx, day.id) : new Map()
  const told = day ? await notices.where(tx, { dayId: day.id }) : []
  const counts = center ? await countsFor(tx, center.activationId, day) : []
  return {
    center: center ? { name: center.name, kind: center.kind } : null,
    day: day ? { number: day.number, date: day.date, closed: day.status === 'closed' } : null,
    numbers: numbersOf(people, counts),
    marks: marksOf(counts),
    events: day ? eventsOf(day, told, clockOf(now, timeZone)) : [],
    notices: noticesOf(told),
    now,
    speed: clock.speed,
  }
}
