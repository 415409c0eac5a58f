import type { Center, Day } from '#shared/center/center.ts'
import { dateOf, msBetween, timeZone } from '#shared/core/time.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import type { Notice } from '#shared/messages/notice.ts'
import type { Need, NeedStatus } from '#shared/needs/need.ts'
import type { DayRecords } from '#shared/reports/close-of-day.ts'
import type { Incident, Report } from '#shared/reports/report.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap, takesPlace } from '#shared/volunteers/rules.ts'

/** Everything a day's figures are counted from. Needs are those of the activation, the rest is the day's. */
export interface SummaryRecords extends DayRecords {
  center: Pick<Center, 'hazard'>
  day: Day
  workOrders: readonly WorkOrder[]
  incidents: readonly Incident[]
  notices: readonly Notice[]
}

/** The figures of one day: on the screen, on the sheet, in the file and in a drill's result alike. */
export interface DaySummary {
  arrivals: {
    total: number
    byChannel: Record<Attendance['channel'], number>
    firstTime: number
    returning: number
    byAge: Record<Attendance['ageBand'], number>
    minorsWithoutConsent: number
    insuranceGaps: number
    waitingListed: number
    cancelled: number
    wentOut: number
    /** 団体: how many groups, and how many of the people came with one; whoever did not is 個人. */
    groups: number
    withGroup: number
    namesToFollow: number
  }
  needs: {
    /** Of the day. */
    received: number
    completed: number
    toBeContinued: number
    /** Of the activation, as they stand. */
    total: number
    completedInAll: number
    turnedAway: number
    cancelled: number
    open: number
  }
  teams: { sentOut: number; workOrders: number; people: number; minutes: number }
  reports: { heard: number; fromPhones: number; missing: number }
  incidents: Record<Incident['kind'], number>
  notices: Record<Notice['kind'], number>
}

function tally<K extends string>(keys: readonly K[], values: readonly K[]): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
  for (const value of values) counts[value] += 1
  return counts
}

const channels = ['phone', 'proxy', 'paper'] as const
const ageBands = ['under18', '18-29', '30s', '40s', '50s', '60s', '70andOver', 'unknown'] as const

function arrivalsOf({ attendances, center, day }: SummaryRecords): DaySummary['arrivals'] {
  const came = attendances.filter(({ status }) => takesPlace(status))
  const count = (fits: (attendance: Attendance) => boolean) => came.filter(fits).length
  return {
    total: came.length,
    byChannel: tally(
      channels,
      came.map(({ channel }) => channel),
    ),
    firstTime: count(({ cameBefore }) => !cameBefore),
    returning: count(({ cameBefore }) => cameBefore),
    byAge: tally(
      ageBands,
      came.map(({ ageBand }) => ageBand),
    ),
    minorsWithoutConsent: count(({ guardianConsent }) => guardianConsent === 'missing'),
    insuranceGaps: count(({ insurance }) => insuranceGap(insurance, day.date, center.hazard) !== null),
    waitingListed: attendances.filter(({ status }) => status === 'waitingListed').length,
    cancelled: attendances.filter(({ status }) => status === 'cancelled').length,
    groups: new Set(came.flatMap(({ groupVisitId }) => groupVisitId ?? [])).size,
    withGroup: count(({ groupVisitId }) => groupVisitId !== null),
    namesToFollow: count(({ nameToFollow }) => nameToFollow),
    wentOut: count(({ sentOutAt }) => sentOutAt !== null),
  }
}

const closed: readonly NeedStatus[] = ['completed', 'referred', 'declined', 'cancelled', 'merged']

/** The need's last word of the day, where a report brought it: several teams at one house are one continued need. */
function continuedNeeds(reports: readonly Report[], needs: readonly Need[]): number {
  const said = new Set(reports.filter(({ outcome }) => outcome === 'toBeContinued').map(({ needId }) => needId))
  return needs.filter(({ id, status }) => said.has(id) && status !== 'completed').length
}

function needsOf({ needs: records, reports, day }: SummaryRecords): DaySummary['needs'] {
  // Two records that were merged are one need.
  const needs = records.filter(({ mergedInto }) => mergedInto === null)
  const onDay = (instant: string | null) => instant !== null && dateOf(instant, timeZone) === day.date
  const withStatus = (...statuses: NeedStatus[]) => needs.filter(({ status }) => statuses.includes(status)).length
  const heard = reports.filter(({ status }) => status === 'accepted')
  return {
    received: needs.filter(({ receivedAt }) => onDay(receivedAt)).length,
    completed: needs.filter(({ status, completedAt }) => status === 'completed' && onDay(completedAt)).length,
    toBeContinued: continuedNeeds(heard, needs),
    total: needs.length,
    completedInAll: withStatus('completed'),
    turnedAway: withStatus('declined', 'referred'),
    cancelled: withStatus('cancelled'),
    open: needs.filter(({ status }) => !closed.includes(status)).length,
  }
}

/** People × minutes between departure and return; a team that is still out counts nothing yet. */
function peopleMinutes({ members, departedAt, returnedAt }: Team): number {
  if (departedAt === null || returnedAt === null) return 0
  return Math.max(0, Math.round(msBetween(departedAt, returnedAt) / 60_000)) * members.length
}

function teamsOf({ teams, workOrders }: SummaryRecords): DaySummary['teams'] {
  const sentOut = teams.filter(({ departedAt }) => departedAt !== null)
  return {
    sentOut: sentOut.length,
    workOrders: workOrders.filter(({ status }) => status !== 'void').length,
    people: sentOut.reduce((sum, { members }) => sum + members.length, 0),
    minutes: sentOut.reduce((sum, team) => sum + peopleMinutes(team), 0),
  }
}

function reportsOf({ reports, teams }: SummaryRecords): DaySummary['reports'] {
  const heard = reports.filter(({ status }) => status === 'accepted')
  const teamsHeard = new Set(heard.map(({ teamId }) => teamId))
  const back = teams.filter(({ status, workOrderId }) => status === 'back' && workOrderId !== null)
  return {
    heard: heard.length,
    fromPhones: heard.filter(({ source }) => source === 'phone').length,
    missing: back.filter(({ id }) => !teamsHeard.has(id)).length,
  }
}

/** Counts a day. One function, so that screen, sheet, file and drill cannot disagree. */
export function daySummary(records: SummaryRecords): DaySummary {
  return {
    arrivals: arrivalsOf(records),
    needs: needsOf(records),
    teams: teamsOf(records),
    reports: reportsOf(records),
    incidents: tally(
      ['injury', 'nearMiss', 'unwell'],
      records.incidents.map(({ kind }) => kind),
    ),
    notices: tally(
      ['stop', 'shorten', 'message'],
      records.notices.map(({ kind }) => kind),
    ),
  }
}

/** People-hours with one decimal, as a daily report (日報) gives them. */
export function hoursOf(minutes: number): number {
  return Math.round(minutes / 6) / 10
}
