import type { CenterProfile } from '#shared/center/profile.ts'
import { withoutName } from '#shared/groups/rules.ts'
import type { Notice } from '#shared/messages/notice.ts'
import type { Need } from '#shared/needs/need.ts'
import { expectedBack, lateMinutes } from '#shared/reports/overdue.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** What the five numbers are counted from: one day's records, as the store holds them. */
export interface DayRecords {
  date: string
  returnBy: string
  attendances: readonly Attendance[]
  teams: readonly Team[]
  needs: readonly Need[]
  notices: readonly Notice[]
  /** The return time of a work order, where the team has one. */
  returnByOf: (workOrderId: string | null) => string | undefined
}

/** Whom each of the five numbers counts. A number is the length of its list, so they cannot disagree. */
export interface DayNumbers {
  waiting: Attendance[]
  active: Attendance[]
  overdue: Attendance[]
  needs: Need[]
  surveys: Need[]
  /** People of groups whose names are to follow; shown only while there are any. */
  unnamed: Attendance[]
}

const openNeeds: readonly Need['status'][] = ['received', 'ready', 'toBeContinued']
const surveyNeeds: readonly Need['status'][] = ['surveyPending', 'surveyScheduled']

/** Counts the day, at the center's present instant in milliseconds. */
export function countDay(records: DayRecords, policy: CenterProfile['return'], now: number, zone: string): DayNumbers {
  const { attendances, teams, needs, notices, date } = records
  const late = new Set(
    teams
      .filter(({ status }) => status === 'out')
      .filter((team) => {
        const returnBy = records.returnByOf(team.workOrderId) ?? records.returnBy
        const expected = expectedBack({ date, returnBy, moreMinutes: team.moreMinutes }, notices, zone)
        return lateMinutes(expected, now, policy.overdueAfterMinutes) > 0
      })
      .map(({ id }) => id),
  )
  const active = attendances.filter(({ status }) => status === 'out')
  return {
    waiting: attendances.filter(({ status }) => status === 'waiting'),
    active,
    overdue: active.filter(({ teamId }) => teamId !== null && late.has(teamId)),
    needs: needs.filter(({ status }) => openNeeds.includes(status)),
    unnamed: withoutName(attendances),
    surveys: needs.filter(({ status }) => surveyNeeds.includes(status)),
  }
}
