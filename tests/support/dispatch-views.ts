import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import type { Notice } from '#shared/messages/notice.ts'
import type { Need } from '#shared/needs/need.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { ids } from '#tests/support/center.ts'

// Records as rules see them, for tables; tests of commands arrange theirs with commands.
const at = '2026-11-23T00:30:00.000Z'

export function personOf(number: number, wishes: Partial<Attendance> = {}): Attendance {
  return {
    id: `person-${number}`,
    dayId: ids.day,
    personId: `of-${number}`,
    number,
    status: 'inTeam',
    channel: 'phone',
    name: `金沢 花子${number}`,
    nameKana: 'かなざわ はなこ',
    cameBefore: false,
    ageBand: '30s',
    groupVisitId: null,
    keepTogether: false,
    nameToFollow: false,
    guardianConsent: 'notNeeded',
    insurance: {
      plan: 'naturalDisaster',
      joinedOn: '2026-05-01',
      effectiveFrom: '2026-05-02',
      validUntil: '2027-03-31',
      verifiedBy: null,
    },
    skills: [],
    vehicle: 'none',
    experience: false,
    language: 'ja',
    consentVersion: '2026-11',
    consentAt: at,
    checkedInAt: at,
    teamId: 'team',
    isLeader: number === 1,
    sentOutAt: null,
    returnedAt: null,
    leftAt: null,
    keyedBy: null,
    ...wishes,
  }
}

/** A team of these people, ready to leave; the first leads. */
export function teamOf(members: readonly Attendance[]): Team {
  return {
    id: 'team',
    dayId: ids.day,
    number: 1,
    status: 'ready',
    members: members.map(({ id, number, name }) => ({
      attendanceId: id,
      number,
      name,
      joinedAt: at,
      joinedBy: '愛子',
    })),
    leaderId: members[0]?.id ?? null,
    needId: 'need',
    needGivenBy: '愛子',
    needGivenAt: at,
    againBecause: '',
    workOrderId: 'sheet',
    briefedAt: at,
    departedAt: null,
    departedBy: null,
    returnedAt: null,
    signal: null,
    signalAt: null,
    helpAskedAt: null,
    helpAnsweredBy: null,
    helpNote: '',
    moreMinutes: 0,
    formedBy: '愛子',
    formedAt: at,
  }
}

export function sheetOf(team: Team, wishes: Partial<WorkOrder> = {}): WorkOrder {
  return {
    id: 'sheet',
    dayId: ids.day,
    date: '2026-11-23',
    number: 1,
    version: 1,
    shortCode: 'ABCD-EFGH-J',
    status: 'printed',
    needId: 'need',
    needNumber: 1,
    needVersion: 1,
    teamId: team.id,
    teamNumber: team.number,
    categories: [],
    work: '',
    workWithheld: false,
    tools: [],
    ownEquipment: '',
    cautions: '',
    townId: null,
    leaderId: team.leaderId,
    members: team.members,
    returnBy: '15:00',
    issuedAt: at,
    issuedBy: '愛子',
    reasonForTeam: '',
    againBecause: '',
    ...wishes,
  }
}

export function noticeOf(kind: Notice['kind']): Notice {
  return { id: 'notice', dayId: ids.day, kind, reason: '大雨', returnBy: null, at, byName: '佐藤', liftedAt: null }
}

/** A need ready for dispatch. */
export function needOf(wishes: Partial<Need>): Need {
  return {
    id: 'need',
    activationId: ids.activation,
    number: 1,
    householdId: 'household',
    status: 'assigned',
    channel: 'phone',
    categories: ['mudRemoval'],
    work: '床下の泥を出す',
    headcount: 4,
    tools: [],
    townId: 'deiki-2',
    hasPlace: true,
    consentAsked: true,
    addressWithheld: false,
    urgent: false,
    crisis: false,
    watch: false,
    survey: 'notNeeded',
    surveyOn: null,
    surveyTime: '',
    notMetCount: 0,
    occupancy: 'ownHome',
    electricity: 'yes',
    water: 'yes',
    parking: 'yes',
    sticker: 'green',
    fallingObjectNotice: false,
    roofWork: false,
    livelihood: false,
    dangers: '',
    wishedDate: null,
    wishedTime: '',
    gate: { closedBy: [], openedBy: null, openedAt: null },
    outcome: { answerBy: null, answeredAt: null, reviewOn: null },
    assignedCount: 2,
    teamIds: ['team'],
    visits: 0,
    receivedAt: at,
    clerk: '勉',
    version: 1,
    changedBy: '勉',
    changedAt: at,
    statusBy: '勉',
    statusAt: at,
    before: null,
    completedAt: null,
    finishedAt: null,
    mergedInto: null,
    ...wishes,
  }
}
