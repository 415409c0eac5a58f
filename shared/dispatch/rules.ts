import type { Center, Day } from '#shared/center/center.ts'
import type { DispatchPolicy, InsurancePolicy } from '#shared/center/profile.ts'
import type { Problem } from '#shared/core/problem.ts'
import { clockOf } from '#shared/core/time.ts'
import { type DepartureCheck, departureChecks } from '#shared/dispatch/departure-check.ts'
import {
  alreadyOnTheWay,
  consentMissing,
  departureUnchecked,
  goesElsewhere,
  leadOnly,
  minorsAlone,
  needRewritten,
  noLeader,
  noNeed,
  noSheet,
  notBriefed,
  notOut,
  notReady,
  sheetVoid,
  stopped,
  teamTooSmall,
  uninsured,
} from '#shared/dispatch/problems.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import type { Notice } from '#shared/messages/notice.ts'
import type { Need } from '#shared/needs/need.ts'
import { againProblem, isAtCenter, sendProblem } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap } from '#shared/volunteers/rules.ts'

/** A team with all that its departure depends on. */
export interface TeamInView {
  team: Team
  members: readonly Attendance[]
  need: Need | undefined
  workOrder: WorkOrder | undefined
  /** Under which numbers the work at the need's house was reported as done. */
  finished?: readonly number[]
}

/** The day and its policies. */
export interface Setting {
  hazard: Center['hazard']
  date: Day['date']
  policy: DispatchPolicy
  insurance: InsurancePolicy
  /** 活動中止, where one stands. */
  stop: Notice | undefined
  zone: string
  /** Whether the lead presses. */
  byLead: boolean
}

const numbersOf = (people: readonly Attendance[]) => people.map(({ number }) => number)

/** A sheet's number and version as people say it: 4-1. */
export function sheetNumber({ number, version }: Pick<WorkOrder, 'number' | 'version'>): string {
  return `${number}-${version}`
}

/** Members whose insurance does not cover today. */
export function uninsuredOf(members: readonly Attendance[], { date, hazard }: Pick<Setting, 'date' | 'hazard'>) {
  return members.filter(({ insurance }) => insuranceGap(insurance, date, hazard) !== null)
}

/** Whether nobody of age is there for the minors in it. */
export function isMinorsAlone(members: readonly Pick<Attendance, 'ageBand'>[]): boolean {
  return members.length > 0 && members.every(({ ageBand }) => ageBand === 'under18')
}

function stateProblem({ team }: TeamInView): Problem | null {
  if (isAtCenter(team)) return null
  return notReady({ team: team.number, status: team.status }, ['team', team.id])
}

function needProblem({ team, need, finished = [] }: TeamInView): Problem | null {
  if (!need) return noNeed({ team: team.number })
  return sendProblem(need) ?? againProblem(need, finished, team.againBecause)
}

function peopleProblem({ team, members }: TeamInView, { policy }: Pick<Setting, 'policy'>): Problem | null {
  if (members.length < policy.minTeamSize)
    return teamTooSmall({ team: team.number, size: members.length, needed: policy.minTeamSize })
  if (isMinorsAlone(members)) return minorsAlone({ team: team.number, numbers: numbersOf(members) })
  if (!members.some(({ id }) => id === team.leaderId)) return noLeader({ team: team.number })
  return null
}

/**
 * Why no work order can be printed for this team now, or null. Insurance and briefing may still be settled while the
 * sheet is printed; an unresolved danger stops the sheet itself (field guide 12b, invariant 2).
 */
export function issueProblem(view: TeamInView, setting: Setting): Problem | null {
  return stateProblem(view) ?? needProblem(view) ?? peopleProblem(view, setting)
}

function sheetProblem({ team, need, workOrder }: TeamInView): Problem | null {
  if (!workOrder) return noSheet({ team: team.number })
  if (workOrder.status === 'void' || workOrder.id !== team.workOrderId)
    return sheetVoid({ sheet: sheetNumber(workOrder) }, ['team', team.id])
  if (need && need.version !== workOrder.needVersion)
    return needRewritten({ need: need.number, sheet: sheetNumber(workOrder) }, ['need', need.id])
  return null
}

/** Pupils below 18 need a guardian's approval or company (field guide, section 8). */
function paperProblem({ team, members }: TeamInView, setting: Setting): Problem | null {
  const withoutConsent = members.filter(({ guardianConsent }) => guardianConsent === 'missing')
  if (withoutConsent.length > 0) return consentMissing({ team: team.number, numbers: numbersOf(withoutConsent) })
  const gaps = uninsuredOf(members, setting)
  if (gaps.length > 0) {
    const { enrolmentOnTheSpot: onTheSpot } = setting.insurance
    return uninsured({ team: team.number, numbers: numbersOf(gaps), onTheSpot })
  }
  return null
}

/** Why this team may not leave now, or null; the sentence stands under the disabled button. */
export function dispatchProblem(view: TeamInView, setting: Setting): Problem | null {
  const { team } = view
  if (setting.stop) return stopped({ at: clockOf(setting.stop.at, setting.zone), reason: setting.stop.reason })
  const before = issueProblem(view, setting) ?? paperProblem(view, setting)
  if (before) return before
  if (setting.policy.briefingRequired && team.briefedAt === null) return notBriefed({ team: team.number })
  return sheetProblem(view) ?? leadProblem(view, setting)
}

/** 住所非開示: who goes to somebody whose address must not be known is decided by the lead. */
function leadProblem({ team, need }: TeamInView, { byLead }: Pick<Setting, 'byLead'>): Problem | null {
  return need?.addressWithheld && !byLead ? leadOnly({ team: team.number, need: need.number }) : null
}

/** Why this departure cannot be taken back, or null: only until the leader's first word, and while all are out with it. */
export function recallProblem(team: Team, members: readonly Pick<Attendance, 'status'>[]): Problem | null {
  if (team.status !== 'out') return notReady({ team: team.number, status: team.status }, ['team', team.id])
  const together = members.every(({ status }) => status === 'out')
  return team.signal === null && together ? null : alreadyOnTheWay({ team: team.number }, ['team', team.id])
}

/** Why the need of this team cannot be corrected, or null; `seen` is where the sender saw it go, `to` where it should. */
export function correctNeedProblem(
  team: Pick<Team, 'id' | 'number' | 'status' | 'needId'>,
  standing: Pick<Need, 'number'>,
  { seen, to }: { seen: string; to: string },
): Problem | null {
  if (team.status !== 'out') return notOut({ team: team.number, status: team.status }, ['team', team.id])
  return team.needId === seen && team.needId !== to
    ? null
    : goesElsewhere({ team: team.number, need: standing.number }, ['team', team.id])
}

/** Why the send-off desk does not let a team go yet, or null: all five points are asked at the door. */
export function uncheckedProblem(checked: readonly DepartureCheck[]): Problem | null {
  const left = departureChecks.filter((check) => !checked.includes(check)).length
  return left === 0 ? null : departureUnchecked({ left })
}
