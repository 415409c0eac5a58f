import type { Problem } from '#shared/core/problem.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { timesReversed } from '#shared/reports/phone-problems.ts'
import {
  alreadyAccepted,
  cannotLeave,
  incidentMissing,
  notReturned,
  personNotOut,
  teamNotOut,
  teamStillOut,
  workOrderVoid,
} from '#shared/reports/problems.ts'
import type { Incident, Report } from '#shared/reports/report.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { mayLeave } from '#shared/volunteers/rules.ts'

export function receiveTeamProblem(team: Team): Problem | null {
  const { id, number, status } = team
  return status === 'out' ? null : teamNotOut({ team: number, status }, ['team', id])
}

export function receivePersonProblem({ id, status, number }: Attendance): Problem | null {
  return status === 'out' ? null : personNotOut({ number, status }, ['attendance', id])
}

/** The order in which the three questions are asked: what needs help first comes first. */
export const incidentKinds = ['injury', 'nearMiss', 'unwell'] as const satisfies readonly Incident['kind'][]
export type SafetyAnswers = Record<Incident['kind'], boolean>

/** The incidents of one team on its outing: its own, and those of its members. */
export function incidentsOf(team: Team, incidents: readonly Incident[]): Incident[] {
  const members = new Set(team.members.map(({ attendanceId }) => attendanceId))
  return incidents.filter(
    ({ teamId, attendanceId }) => teamId === team.id || (teamId === null && members.has(attendanceId ?? '')),
  )
}

export function safetyProblem(answers: SafetyAnswers, written: readonly Incident[]): Problem | null {
  const kinds = incidentKinds.filter((kind) => answers[kind] && !written.some((incident) => incident.kind === kind))
  return kinds.length > 0 ? incidentMissing({ kinds }) : null
}

/** Work does not end before it begins; either may be unknown. Both are clocks of one day. */
export function timesProblem(times: { startedAt: string | null; endedAt: string | null }): Problem | null {
  const { startedAt: from, endedAt: to } = times
  return from !== null && to !== null && to < from ? timesReversed({ from, to }) : null
}

/** Why this report cannot be heard now: people are welcomed before paper is read, and each sheet has one report. */
export function acceptReportProblem(
  order: WorkOrder,
  team: Team,
  existing: Pick<Report, 'status' | 'acceptedBy' | 'acceptedAt'> | undefined,
): Problem | null {
  if (order.status === 'void')
    return workOrderVoid({ order: order.number, version: order.version }, ['workOrder', order.id])
  if (existing?.status === 'accepted')
    return alreadyAccepted({ order: order.number, by: existing.acceptedBy ?? '', at: existing.acceptedAt ?? '' })
  return team.status === 'back' ? null : teamStillOut({ team: team.number }, ['team', team.id])
}

/** Nobody goes home (退所) who is out, or who stands in a team that will go out. */
export function sendHomeProblem({ id, status, number }: Attendance): Problem | null {
  return mayLeave(status) ? null : cannotLeave({ number, status }, ['attendance', id])
}

export function backToWaitingProblem({ id, status, number }: Attendance): Problem | null {
  return status === 'returned' ? null : notReturned({ number, status }, ['attendance', id])
}
