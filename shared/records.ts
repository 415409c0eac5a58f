import type { z } from 'zod'
import { lookRule, paperCount } from '#shared/access/paper.ts'
import { signInRule, staffBadge } from '#shared/access/sign-in-rule.ts'
import { staff } from '#shared/access/staff.ts'
import { waitingAct } from '#shared/access/waiting-act.ts'
import { center, day, journalEntry, logEntry, poster, wifi } from '#shared/center/center.ts'
import { deskList, handOver, profileChange } from '#shared/center/desk.ts'
import { callOut } from '#shared/dispatch/call-out.ts'
import { workOrder, workOrderPlace } from '#shared/dispatch/work-order.ts'
import { merge, notDouble } from '#shared/doubles/merge.ts'
import { groupVisit, groupVisitContact } from '#shared/groups/group-visit.ts'
import { listPicture } from '#shared/groups/list-picture.ts'
import { household, householdNote, householdPhone } from '#shared/households/household.ts'
import { notice, noticeAcknowledgement } from '#shared/messages/notice.ts'
import { needConsent } from '#shared/needs/consent.ts'
import { need, needContact, needPhone, needReason, needStory, siteSurvey } from '#shared/needs/need.ts'
import { photo } from '#shared/photos/photo.ts'
import { drillState } from '#shared/practice/drill-state.ts'
import { inject } from '#shared/practice/inject.ts'
import { observation } from '#shared/practice/observation.ts'
import { drillFact, drillOutcome } from '#shared/practice/outcome.ts'
import { drillSeat, participant, roleCard } from '#shared/practice/participant.ts'
import { activationClosing, erasureNotice, retentionRule } from '#shared/privacy/retention.ts'
import { checkItem } from '#shared/readiness/check-item.ts'
import { openIssue } from '#shared/readiness/open-issue.ts'
import { openingDecision, readyMark } from '#shared/readiness/opening-decision.ts'
import { plannedEvent } from '#shared/readiness/planned-event.ts'
import { stockItem } from '#shared/readiness/stock-item.ts'
import { incident, report, reportObservation } from '#shared/reports/report.ts'
import { reservation, reservationContact, reservationDay } from '#shared/reservations/reservation.ts'
import { groupContact, registeredGroup } from '#shared/roster/registered-group.ts'
import { registration } from '#shared/roster/registration.ts'
import { team } from '#shared/teams/team.ts'
import { attendance, attendanceHealth, attendanceNote } from '#shared/volunteers/attendance.ts'
import { keptPlaces } from '#shared/volunteers/kept-places.ts'
import { emergencyContact, person, personContact } from '#shared/volunteers/person.ts'

/** The list of record kinds: what devices hold. Fields with different readers are different kinds. */
export const records = {
  center,
  day,
  staff,
  staffBadge,
  signInRule,
  lookRule,
  paperCount,
  waitingAct,
  wifi,
  poster,
  deskList,
  profileChange,
  handOver,
  logEntry,
  journalEntry,
  notice,
  noticeAcknowledgement,
  photo,
  household,
  householdPhone,
  householdNote,
  need,
  needContact,
  needConsent,
  needPhone,
  needStory,
  needReason,
  siteSurvey,
  person,
  personContact,
  emergencyContact,
  attendance,
  attendanceHealth,
  attendanceNote,
  keptPlaces,
  registration,
  registeredGroup,
  groupContact,
  reservationDay,
  reservation,
  reservationContact,
  groupVisit,
  groupVisitContact,
  listPicture,
  team,
  callOut,
  workOrder,
  workOrderPlace,
  report,
  reportObservation,
  incident,
  merge,
  notDouble,
  checkItem,
  openingDecision,
  readyMark,
  stockItem,
  plannedEvent,
  openIssue,
  drillState,
  inject,
  drillSeat,
  participant,
  roleCard,
  observation,
  drillOutcome,
  drillFact,
  retentionRule,
  activationClosing,
  erasureNotice,
} as const

export type RecordKind = keyof typeof records
export type RecordOf<K extends RecordKind> = z.infer<(typeof records)[K]>
