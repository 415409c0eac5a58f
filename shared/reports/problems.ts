import { defineProblem, details } from '#shared/core/problem.ts'
import type { NeedStatus } from '#shared/needs/need.ts'
import type { OpenMatter } from '#shared/reports/limits.ts'
import type { Incident } from '#shared/reports/report.ts'
import type { Team } from '#shared/teams/team.ts'
import type { AttendanceStatus } from '#shared/volunteers/attendance.ts'

export const teamNotOut = defineProblem('reports.teamNotOut', 409, details<{ team: number; status: Team['status'] }>)
export const personNotOut = defineProblem(
  'reports.personNotOut',
  409,
  details<{ number: number; status: AttendanceStatus }>,
)
export const tooLateToUndo = defineProblem('reports.tooLateToUndo', 409, details<{ team: number }>)
export const teamStillOut = defineProblem('reports.teamStillOut', 409, details<{ team: number }>)
export const workOrderVoid = defineProblem('reports.workOrderVoid', 409, details<{ order: number; version: number }>)
export const alreadyAccepted = defineProblem(
  'reports.alreadyAccepted',
  409,
  details<{ order: number; by: string; at: string }>,
)
export const notYetAccepted = defineProblem('reports.notYetAccepted', 409, details<{ order: number }>)
/** The need that a report was wrongly heard for stands elsewhere since: somebody has planned on it. */
export const needMovedOn = defineProblem('reports.needMovedOn', 409, details<{ need: number; status: NeedStatus }>)
/** It was answered "yes" to one of the three questions, but nothing was written down. */
export const incidentMissing = defineProblem(
  'reports.incidentMissing',
  409,
  details<{ kinds: readonly Incident['kind'][] }>,
)
export const cannotLeave = defineProblem(
  'reports.cannotLeave',
  409,
  details<{ number: number; status: AttendanceStatus }>,
)
export const notReturned = defineProblem(
  'reports.notReturned',
  409,
  details<{ number: number; status: AttendanceStatus }>,
)
export const dayIsClosed = defineProblem('reports.dayIsClosed', 409, details<{ date: string }>)
export const dayIsOpen = defineProblem('reports.dayIsOpen', 409, details<{ date: string }>)
/** No override exists: everyone is home before a day closes (field guide 12b, invariant 3). */
export const someoneIsOut = defineProblem(
  'reports.someoneIsOut',
  409,
  details<{ teams: readonly number[]; people: readonly number[] }>,
)
export const unexplained = defineProblem('reports.unexplained', 409, details<{ matters: readonly OpenMatter[] }>)
/** Another desk corrected the report since the sender saw it. */
export const changedMeanwhile = defineProblem(
  'reports.changedMeanwhile',
  409,
  details<{ team: number; by: string; at: string }>,
)
