import type { Center, Day, JournalEntry, LogEntry } from '#shared/center/center.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import type { Household } from '#shared/households/household.ts'
import type { Need, NeedContact, NeedReason, SiteSurvey } from '#shared/needs/need.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import type { Inject } from '#shared/practice/inject.ts'
import type { Observation } from '#shared/practice/observation.ts'
import type { DrillOutcome } from '#shared/practice/outcome.ts'
import type { ReadyMark } from '#shared/readiness/opening-decision.ts'
import type { Report } from '#shared/reports/report.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** The kinds of record that a look back reads; history has others too. */
export interface Told {
  center: Center
  day: Day
  household: Household
  need: Need
  needContact: NeedContact
  needReason: NeedReason
  siteSurvey: SiteSurvey
  attendance: Attendance
  team: Team
  workOrder: WorkOrder
  report: Report
  logEntry: LogEntry
  journalEntry: JournalEntry
  drillState: DrillState
  inject: Inject
  observation: Observation
  drillOutcome: DrillOutcome
  readyMark: ReadyMark
}
export type ToldKind = keyof Told
