import type { Day } from '#shared/center/center.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { readTagCode } from '#shared/core/check-digit.ts'
import { searcher, toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { timeZone } from '#shared/core/time.ts'
import { readSheetCode } from '#shared/dispatch/sheet-code.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { teamsWithoutReport } from '#shared/reports/close-of-day.ts'
import { expectedBack, lateMinutes } from '#shared/reports/overdue.ts'
import type { Report } from '#shared/reports/report.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { shownDay } from '#web/center/selectors.ts'
import { centerNow } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { otherNumbersOf, standingOfNumber } from '#web/volunteers/selectors.ts'

function overdueAfterMinutes(): number {
  const [center] = store.all('center')
  return profileNamed(center?.profileName ?? 'standard').return.overdueAfterMinutes
}

/** A team at work, as the return desk and the everyone-home board see it. */
export interface Outing {
  team: Team
  order: WorkOrder | undefined
  leaderName: string
  needNumber: number | null
  expectedAt: string
  /** Minutes past the expected return; 0 while all is well. */
  late: number
  /** Members who are still out. */
  people: readonly Attendance[]
}

function outingOf(team: Team, day: Day): Outing {
  const order = store.get('workOrder', team.workOrderId)
  const due = { date: day.date, returnBy: order?.returnBy ?? day.returnBy, moreMinutes: team.moreMinutes }
  const notices = store.by('notice', 'dayId', day.id)
  const expectedAt = expectedBack(due, notices, timeZone)
  return {
    team,
    order,
    leaderName: team.members.find(({ attendanceId }) => attendanceId === team.leaderId)?.name ?? '',
    needNumber: store.get('need', team.needId)?.number ?? null,
    expectedAt,
    late: lateMinutes(expectedAt, centerNow(), overdueAfterMinutes()),
    people: store.by('attendance', 'teamId', team.id).filter(({ status }) => status === 'out'),
  }
}

const teamsOfDay = (day: Day) => store.by('team', 'dayId', day.id)

/** Teams at work: those overdue first, then by when they are expected. */
export function outings(): Outing[] {
  const day = shownDay()
  if (!day) return []
  return teamsOfDay(day)
    .filter(({ status }) => status === 'out')
    .map((team) => outingOf(team, day))
    .sort((one, other) => other.late - one.late || (one.expectedAt < other.expectedAt ? -1 : 1))
}

/** People who are out though their team is not: it came back without them. */
export function peopleOutAlone(): Attendance[] {
  const day = shownDay()
  const outTeams = new Set(outings().map(({ team }) => team.id))
  return store
    .all('attendance')
    .filter(({ dayId, status, teamId }) => dayId === day?.id && status === 'out' && !outTeams.has(teamId ?? ''))
}

/** Teams that are home and whose report nobody has heard. */
export function teamsToHear(): Team[] {
  const day = shownDay()
  return day ? teamsWithoutReport({ teams: teamsOfDay(day), reports: store.all('report') }) : []
}

/** The report on a team's sheet: what its leader sent, or what was heard. */
export function reportOf(team: Team): Report | undefined {
  const found = store.by('report', 'teamId', team.id)
  return found.find(({ status }) => status === 'accepted') ?? found[0]
}

export function heardReports(): Report[] {
  const day = shownDay()
  return store
    .all('report')
    .filter(({ dayId, status }) => dayId === day?.id && status === 'accepted')
    .sort((one, other) => ((one.acceptedAt ?? '') < (other.acceptedAt ?? '') ? 1 : -1))
}

/** The people of a team as they stand now; who has a second job is no longer one of it. */
export function membersNow(team: Team): Attendance[] {
  return team.members.flatMap(({ attendanceId }) => store.get('attendance', attendanceId) ?? [])
}

/** What the search field may lead to. */
export type Found = { kind: 'team'; team: Team } | { kind: 'person'; person: Attendance }

function teamOfSheet(text: string): Team | undefined {
  const code = readSheetCode(text)
  const order = code === null ? undefined : store.all('workOrder').find(({ shortCode }) => shortCode === code)
  return store.get('team', order?.teamId)
}

function foundForPerson(person: Attendance): Found {
  const team = store.get('team', person.teamId)
  return team && (team.status === 'out' || team.status === 'back') ? { kind: 'team', team } : { kind: 'person', person }
}

/** A scan leads to one thing: a work order to its team, a name tag to its owner's team. */
export function readScan(text: string): Found | undefined {
  const team = teamOfSheet(text)
  if (team) return { kind: 'team', team }
  const day = shownDay()
  const number = day ? readTagCode(text, day.number) : null
  const person = standingOfNumber(day?.id, number)
  return person && foundForPerson(person)
}

const numbersOf = (person: Attendance) => [person.number, ...otherNumbersOf(person)]

/** What is typed by hand: a team's number first, then people by number, name or reading. */
export function search(text: string): Found[] {
  const day = shownDay()
  const query = text.trim()
  if (!day || query === '') return []
  const scanned = readScan(query)
  if (scanned) return [scanned]
  const plain = toHalfWidthDigits(query).replace(/班$/, '')
  const gone = teamsOfDay(day).filter(({ status }) => status === 'out' || status === 'back')
  const teams = gone.filter(({ number }) => String(number) === plain)
  const fits = searcher(query)
  const people = store
    .all('attendance')
    .filter((one) => one.dayId === day.id && (one.status === 'out' || one.status === 'returned'))
    .filter((one) => numbersOf(one).some((number) => String(number) === plain) || fits(one.name, one.nameKana))
  return [
    ...teams.map((team) => ({ kind: 'team', team }) as const),
    ...people.map((person) => ({ kind: 'person', person }) as const),
  ]
}
