import { nothingSaid } from '#shared/needs/need.ts'
import { erasedName } from '#shared/privacy/erasure.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

/** The ids of what is erased: of people with their check-ins, of households with their needs, of groups. */
type ErasedIds = ReadonlySet<string>

type Blank<K extends RecordKind> = (record: RecordOf<K>, ids: ErasedIds, now: string) => RecordOf<K>

/** The kind holds nothing of volunteers or of those who were helped. */
const impersonal = null

const nowhere = { addressLine: '', lat: null, lng: null, landmark: '' }
const noInsurance = { plan: 'none', joinedOn: null, fiscalYear: null } as const
const leftRoster = { status: 'withdrawn', areas: [], days: [], tools: [], insurance: noInsurance, note: '' } as const

const withoutNames = <M extends { attendanceId: string; name: string }>(members: readonly M[], ids: ErasedIds): M[] =>
  members.map((member) => (ids.has(member.attendanceId) ? { ...member, name: erasedName } : member))

/**
 * What remains of each kind of record when its person or household is erased: numbers, times, statuses, towns, so that
 * counts and hours stay true. A new kind of record has to say it here, or nothing builds.
 */
export const blanks: { [K in RecordKind]: Blank<K> | null } = {
  center: impersonal,
  day: impersonal,
  staff: impersonal,
  staffBadge: impersonal,
  signInRule: impersonal,
  lookRule: impersonal,
  paperCount: impersonal,
  waitingAct: impersonal,
  wifi: impersonal,
  poster: impersonal,
  deskList: impersonal,
  profileChange: impersonal,
  // Free words of staff: only where a name stands in them, that name is taken out (free-texts.ts).
  handOver: impersonal,
  logEntry: impersonal,
  journalEntry: impersonal,
  notice: impersonal,
  noticeAcknowledgement: impersonal,
  reservationDay: impersonal,
  keptPlaces: impersonal,
  notDouble: impersonal,
  retentionRule: impersonal,
  // Of the house and its staff.
  checkItem: impersonal,
  openingDecision: impersonal,
  readyMark: impersonal,
  stockItem: impersonal,
  plannedEvent: impersonal,
  openIssue: impersonal,
  // A drill is kept, sealed or erased as a whole, and in a live center there is none of these.
  drillState: impersonal,
  inject: impersonal,
  drillSeat: impersonal,
  participant: impersonal,
  roleCard: impersonal,
  observation: impersonal,
  drillOutcome: impersonal,
  drillFact: impersonal,
  activationClosing: impersonal,
  erasureNotice: impersonal,
  photo: (record, _ids, now) => ({ ...record, removedAt: record.removedAt ?? now, shownTo: [] }),
  listPicture: (record, _ids, now) => ({ ...record, erasedAt: record.erasedAt ?? now }),
  household: (record) => ({
    ...record,
    ...nowhere,
    name: erasedName,
    nameKana: '',
    hasPhone: false,
    hasNote: false,
  }),
  householdPhone: ({ id }) => ({ id, phone: '' }),
  householdNote: ({ id }) => ({ id, considerations: '' }),
  need: (record) => ({
    ...record,
    work: '',
    dangers: '',
    surveyTime: '',
    wishedTime: '',
    before: null,
  }),
  needContact: (record) => ({
    ...record,
    ...nowhere,
    requesterName: erasedName,
    requesterKana: '',
    hasPhone: false,
    replyTo: '',
    hasStory: false,
  }),
  needPhone: ({ id }) => ({ id, phone: '' }),
  needStory: ({ id }) => ({ id, story: '' }),
  needReason: ({ id }) => nothingSaid(id),
  needConsent: (record) => ({ ...record, careHint: '' }),
  siteSurvey: (record) => ({ ...record, work: '', dangers: '', note: '' }),
  person: (record) => ({
    ...record,
    name: erasedName,
    nameKana: '',
    skills: [],
    licences: [],
    vehicle: 'none',
    experience: false,
    affiliation: '',
  }),
  personContact: ({ id }) => ({
    id,
    phone: '',
    email: '',
    birthDate: '',
    sex: 'notSaid',
    postalCode: '',
    address: '',
  }),
  emergencyContact: ({ id }) => ({ id, name: '', relation: '', phone: '' }),
  attendance: (record) => ({
    ...record,
    name: erasedName,
    nameKana: '',
    skills: [],
    insurance: { ...record.insurance, joinedOn: null },
  }),
  attendanceHealth: (record) => ({ ...record, note: '' }),
  attendanceNote: (record) => ({ ...record, text: '' }),
  registration: (record) => ({ ...record, ...leftRoster, areas: [], days: [], tools: [], languages: [] }),
  registeredGroup: (record) => ({
    ...record,
    ...leftRoster,
    areas: [],
    days: [],
    tools: [],
    name: erasedName,
    nameKana: '',
    skills: [],
    vehicles: [],
  }),
  groupContact: ({ id }) => ({ id, leaderName: erasedName, leaderKana: '', phone: '', email: '', address: '' }),
  reservation: (record) => ({ ...record, name: erasedName, nameKana: '', groupName: '' }),
  // A birth date is asked of everybody who reserves; this one is nobody's.
  reservationContact: (record) => ({ ...record, phone: '', birthDate: '1900-01-01', email: '', address: '' }),
  groupVisit: (record, ids) =>
    record.groupId !== null && ids.has(record.groupId)
      ? { ...record, name: erasedName, vehicles: [], tools: [], wishes: '' }
      : record,
  groupVisitContact: ({ id, dayId }) => ({ id, dayId, leaderPhone: '', onDayContact: '' }),
  team: (record, ids) => ({
    ...record,
    members: withoutNames(record.members, ids),
    ...(record.needId !== null && ids.has(record.needId) && { againBecause: '', helpNote: '' }),
  }),
  callOut: (record) => ({ ...record, note: '' }),
  workOrder: (record, ids) => ({
    ...record,
    members: withoutNames(record.members, ids),
    ...(ids.has(record.needId) && { work: '', cautions: '', reasonForTeam: '', againBecause: '' }),
  }),
  workOrderPlace: (record) => ({ ...record, ...nowhere, surname: '', careHint: '' }),
  report: (record) => ({ ...record, workDone: '', remainingWork: '' }),
  reportObservation: (record) => ({ ...record, text: '' }),
  incident: (record) => ({ ...record, text: '' }),
  merge: (record) => ({ ...record, keptLabel: erasedName, mergedLabel: erasedName }),
}
