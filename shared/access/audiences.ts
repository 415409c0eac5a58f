import type { Capability } from '#shared/access/capabilities.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

/**
 * Who receives what. 'staff' is every signed-in desk; 'care' is reception and first aid; 'contacts' is needs, survey
 * and dispatch; 'needs' is the needs desk and the lead; 'photos' is 'contacts' and the return desk; 'lists' is reception
 * and the roster; `person:<attendanceId>` is one volunteer's phone; 'everyone' is every page.
 */
export type Audience = 'everyone' | 'staff' | 'care' | 'contacts' | 'needs' | 'photos' | 'lists' | `person:${string}`

function personAudience(attendanceId: string): Audience {
  return `person:${attendanceId}`
}

/** One row: which desks hold the kind, and in which state which volunteers' phones hold it too (attendance ids). */
interface Row<K extends RecordKind> {
  desks: Exclude<Audience, `person:${string}`>
  phones?: (record: RecordOf<K>) => readonly string[]
  /** No device holds the kind: there are too many. Desks of that audience find it by reads on the server. */
  searched?: true
  /** As `searched`, and each look is an act that is written down (`server/access/access-log.ts`). */
  revealed?: true
  /** Of records for which this holds no device has any: each look is written down (住所非開示). */
  withheld?: (record: RecordOf<K>) => boolean
}

const nobody: readonly string[] = []

/**
 * The one table of who holds which kind in which state: live patches, catch-up, print and export all read it.
 * A kind belongs to one desk audience only, so that leaving one is unambiguous.
 */
const table: { [K in RecordKind]: Row<K> } = {
  center: { desks: 'everyone' },
  day: { desks: 'everyone' },
  notice: { desks: 'everyone' },
  staff: { desks: 'staff' },
  staffBadge: { desks: 'staff' },
  signInRule: { desks: 'staff' },
  lookRule: { desks: 'staff' },
  paperCount: { desks: 'staff' },
  waitingAct: { desks: 'staff' },
  wifi: { desks: 'staff' },
  poster: { desks: 'staff' },
  deskList: { desks: 'staff' },
  profileChange: { desks: 'staff' },
  handOver: { desks: 'staff' },
  logEntry: { desks: 'staff' },
  journalEntry: { desks: 'staff' },
  noticeAcknowledgement: { desks: 'staff', phones: ({ attendanceId }) => [attendanceId] },
  household: { desks: 'contacts', withheld: ({ addressWithheld }) => addressWithheld },
  householdPhone: { desks: 'contacts', revealed: true },
  // Of the health and the lives of those at home: whoever takes the calls, and nobody who did not ask.
  householdNote: { desks: 'needs', revealed: true },
  // Of homes: only the desks that work with them; a phone is told of those it sent itself, and while its team is out
  // at that home, of all of them.
  photo: {
    desks: 'photos',
    withheld: ({ withheld }) => withheld,
    phones: ({ sentBy, shownTo }) => (sentBy === null || shownTo.includes(sentBy) ? shownTo : [sentBy, ...shownTo]),
  },
  need: { desks: 'staff' },
  needContact: { desks: 'contacts', withheld: ({ withheld }) => withheld },
  // The answers say nothing of the place: also of 住所非開示 the desks that work with homes know what may be told.
  needConsent: { desks: 'contacts' },
  needPhone: { desks: 'contacts', revealed: true },
  needStory: { desks: 'needs', revealed: true },
  needReason: { desks: 'contacts' },
  // A visit's note tells of the people of the house.
  siteSurvey: { desks: 'contacts' },
  person: { desks: 'staff' },
  personContact: { desks: 'care' },
  emergencyContact: { desks: 'care' },
  attendance: { desks: 'staff', phones: ({ id }) => [id] },
  attendanceHealth: { desks: 'care' },
  attendanceNote: { desks: 'staff' },
  keptPlaces: { desks: 'staff' },
  registration: { desks: 'staff', searched: true },
  registeredGroup: { desks: 'staff', searched: true },
  groupContact: { desks: 'care', searched: true },
  groupVisit: { desks: 'staff' },
  groupVisitContact: { desks: 'care' },
  // A whole bus by name, phone and birth date: whoever keys it in, and nobody else.
  listPicture: { desks: 'lists' },
  reservationDay: { desks: 'everyone' },
  reservation: { desks: 'staff', searched: true },
  reservationContact: { desks: 'care', searched: true },
  team: {
    desks: 'staff',
    phones: ({ status, members }) =>
      status === 'disbanded' ? nobody : members.map(({ attendanceId }) => attendanceId),
  },
  callOut: { desks: 'care' },
  workOrder: {
    desks: 'staff',
    phones: ({ status, members }) => (status === 'void' ? nobody : members.map(({ attendanceId }) => attendanceId)),
  },
  // The full place reaches phones only between departure and the leader's report, or else return (field guide 1.5).
  workOrderPlace: { desks: 'contacts', phones: ({ status, memberIds }) => (status === 'out' ? memberIds : nobody) },
  report: { desks: 'staff', phones: ({ sentBy }) => (sentBy === null ? nobody : [sentBy]) },
  reportObservation: { desks: 'contacts' },
  incident: { desks: 'care' },
  merge: { desks: 'staff' },
  notDouble: { desks: 'staff', searched: true },
  checkItem: { desks: 'staff' },
  openingDecision: { desks: 'staff' },
  readyMark: { desks: 'staff' },
  stockItem: { desks: 'staff' },
  plannedEvent: { desks: 'staff' },
  openIssue: { desks: 'staff' },
  drillState: { desks: 'everyone' },
  // Whoever knew what is coming would not be practising. What happens to a team is on its leader's phone while it is out.
  inject: {
    desks: 'staff',
    withheld: ({ state }) => state === 'waiting' || state === 'skipped',
    phones: ({ leaderId }) => (leaderId === null ? nobody : [leaderId]),
  },
  drillSeat: { desks: 'staff' },
  participant: { desks: 'staff' },
  roleCard: { desks: 'staff', searched: true },
  observation: { desks: 'staff' },
  drillOutcome: { desks: 'staff' },
  drillFact: { desks: 'staff', searched: true },
  retentionRule: { desks: 'staff' },
  activationClosing: { desks: 'staff' },
  erasureNotice: { desks: 'staff' },
}

/** The audiences that may hold this record in its present state. */
export function audiencesOf<K extends RecordKind>(kind: K, record: RecordOf<K>): readonly Audience[] {
  const { desks, phones, searched, revealed, withheld } = table[kind]
  if (searched || revealed || withheld?.(record)) return []
  return phones ? [desks, ...phones(record).map(personAudience)] : [desks]
}

/** Whether devices of these audiences may ever hold, or find, this kind; in which state, `audiencesOf` says. */
export function mayHold(kind: RecordKind, audiences: readonly Audience[]): boolean {
  const { desks, phones } = table[kind]
  return audiences.includes(desks) || (phones !== undefined && audiences.some((one) => one.startsWith('person:')))
}

/** Whether a read may answer these audiences with this very record: as they hold it, or where there are too many to hold. */
export function mayFind<K extends RecordKind>(kind: K, record: RecordOf<K>, audiences: readonly Audience[]): boolean {
  if (table[kind].searched) return mayHold(kind, audiences)
  return audiencesOf(kind, record).some((audience) => audiences.includes(audience))
}

/** The audiences of someone at a desk. */
export function audiencesOfStaff(held: readonly Capability[]): Audience[] {
  const audiences: Audience[] = ['everyone', 'staff']
  if (held.includes('care.read')) audiences.push('care')
  if (held.includes('contacts.read')) audiences.push('contacts')
  if (held.includes('needs.manage') || held.includes('center.lead')) audiences.push('needs')
  if (held.includes('contacts.read') || held.includes('return.manage')) audiences.push('photos')
  if (held.includes('reception.manage') || held.includes('roster.manage')) audiences.push('lists')
  return audiences
}

/** The audiences of one volunteer's phone. */
export function audiencesOfVolunteer(attendanceId: string): Audience[] {
  return ['everyone', personAudience(attendanceId)]
}
