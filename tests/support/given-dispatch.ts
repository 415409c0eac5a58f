import type { Center } from '#server/core/center.ts'
import { households } from '#server/households/households.ts'
import { needContacts, needs } from '#server/needs/needs.ts'
import { newId } from '#shared/core/ids.ts'
import type { Household } from '#shared/households/household.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import { ids, type Sender } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import type { InputOf } from '#web/core/send.ts'

let needNumber = 0

/** A need as the needs desk leaves it when volunteers may go. */
export function readyNeed(wishes: Partial<Need> = {}): Need {
  needNumber++
  return {
    id: newId(),
    activationId: ids.activation,
    number: needNumber,
    householdId: newId(),
    status: 'ready',
    channel: 'phone',
    categories: ['mudRemoval'],
    work: '玄関と床下の土砂を運び出す',
    headcount: 4,
    tools: ['スコップ', '一輪車'],
    townId: 'deiki-2',
    hasPlace: true,
    urgent: false,
    crisis: false,
    watch: false,
    survey: 'notNeeded',
    surveyOn: null,
    occupancy: 'ownHome',
    electricity: 'yes',
    water: 'no',
    parking: 'unknown',
    sticker: 'green',
    fallingObjectNotice: false,
    roofWork: false,
    livelihood: false,
    dangers: '',
    wishedDate: null,
    wishedTime: '',
    gate: { closedBy: [], openedBy: null, openedBecause: '', openedAt: null },
    outcome: { reason: '', referredTo: '', answerBy: null, answeredAt: null, reviewOn: null },
    assignedCount: 0,
    teamIds: [],
    visits: 0,
    receivedAt: '2026-11-23T00:00:00.000Z',
    clerk: '勉',
    changedBy: '勉',
    completedAt: null,
    ...wishes,
  }
}

/** Puts a need with its household and exact place into the file, as the needs desk would have. */
export async function givenNeed(
  center: Center,
  wishes: Partial<Need> = {},
  more: { household?: Partial<Household>; contact?: Partial<NeedContact> } = {},
): Promise<Need> {
  const need = readyNeed(wishes)
  const place = { townId: need.townId, addressLine: '9-1', lat: 35.3375, lng: 139.622, landmark: '青い屋根' }
  const work = { tx: center.db, seq: 1, changed: () => undefined }
  const household: Household = {
    id: need.householdId,
    name: '泥亀 梅子',
    nameKana: 'でいき うめこ',
    phone: '0457001111',
    ...place,
    considerations: '',
    addressWithheld: false,
    mergedInto: null,
    ...more.household,
  }
  await households.save(work, household)
  await needs.save(work, need)
  await needContacts.save(work, {
    id: need.id,
    requesterName: household.name,
    requesterKana: household.nameKana,
    requesterPhone: household.phone,
    relation: 'self',
    ...place,
    story: '',
    consentReadAt: null,
    ...more.contact,
  })
  return need
}

/** Checks people in by phone and answers their attendance ids. */
export async function givenWaiting(
  phone: Sender,
  count: number,
  wishes: Partial<InputOf<'volunteers.checkIn'>> = {},
): Promise<string[]> {
  const forms = Array.from({ length: count }, () => receptionForm(wishes))
  for (const form of forms) await phone.send('volunteers.checkIn', form)
  return forms.map(({ attendanceId }) => attendanceId)
}

interface Desks {
  center: Center
  phone: Sender
  aiko: Sender
}

/** A team with its need, its leader (the first) and its briefing; a sheet as well unless not wished. */
export async function givenTeam(
  { center, phone, aiko }: Desks,
  wishes: { size?: number; briefed?: boolean; sheet?: boolean; need?: Need; people?: string[] } = {},
) {
  const need = wishes.need ?? (await givenNeed(center))
  const people = wishes.people ?? (await givenWaiting(phone, wishes.size ?? 3))
  const teamId = newId()
  const workOrderId = newId()
  const [leaderId = null] = people
  await aiko.send('teams.formTeam', { teamId, attendanceIds: people, leaderId, needId: need.id, seenTeamIds: [] })
  if (wishes.briefed ?? true) await aiko.send('teams.briefTeam', { teamId })
  if (wishes.sheet ?? true) await aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
  return { need, people, teamId, workOrderId }
}
