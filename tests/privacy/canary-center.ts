import { CompiledQuery } from 'kysely'
import { openCenter } from '#server/app.ts'
import type { Center } from '#server/core/center.ts'
import { openEmptyDatabase } from '#server/database/open.ts'
import { newId } from '#shared/core/ids.ts'
import { deskSenders, setUpAndOpen, TestClock } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { twoOf } from '#tests/support/given-doubles.ts'
import { givenPicture } from '#tests/support/given-photos.ts'
import { heardReport } from '#tests/support/given-reports.ts'
import { reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { registrationForm } from '#tests/support/given-roster.ts'
import { closeAfterTest } from '#tests/support/opened.ts'

/** Whatever is typed of the volunteer or of the household holds one of these. */
export const canaries = [
  'カナリア',
  'かなりあ',
  'canary',
  '0801234001',
  '080-1234-001',
  '1999-09-09',
  '0451234003',
  '0801234002',
]

/** A center in memory whose pages can be looked at as they lie. */
export async function openedOnDriver() {
  const driver = openEmptyDatabase()
  driver.pragma('secure_delete = ON')
  const clock = new TestClock()
  const center = await openCenter({ driver, clock, kind: 'live', pinCost: { N: 2, r: 8, p: 1 } })
  closeAfterTest(center)
  await setUpAndOpen(center)
  return { driver, clock, ...deskSenders(center) }
}

export type Opened = Awaited<ReturnType<typeof openedOnDriver>>

/** Every text of every table that holds one of the canaries, as `table.column`. */
export async function whereCanaries(center: Center): Promise<string[]> {
  const query = async (sql: string) =>
    (await center.db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql))).rows
  const found = new Set<string>()
  for (const { name } of await query("select name from sqlite_master where type = 'table'"))
    for (const row of await query(`select * from "${String(name)}"`))
      for (const [column, value] of Object.entries(row))
        if (canaries.some((canary) => String(value).includes(canary))) found.add(`${String(name)}.${column}`)
  return [...found].sort()
}

/** A volunteer with a canary in every field: registered, reserved, checked in twice and merged, called, hurt, noted. */
export async function givenCanaryPerson({ center, lead, emi, phone }: Opened) {
  const person = {
    name: '名前カナリア 一',
    nameKana: 'なまえかなりあ',
    affiliation: '所属カナリア',
    skills: ['技能カナリア'],
  }
  const licences = ['免許カナリア']
  const contact = { phone: '0801234001', birthDate: '1999-09-09', email: 'canary@example.jp', address: '番地カナリア' }
  const emergency = { name: '連絡先カナリア', relation: '母カナリア', phone: '0801234002' }
  const said = { areas: ['地区カナリア'], tools: ['道具カナリア'], languages: ['言葉カナリア'] }
  const registered = registrationForm({
    person: { ...person, licences },
    contact: { ...contact, postalCode: '', sex: 'female' },
    emergency,
    said,
    note: '登録メモカナリア',
  })
  await emi.send('roster.registerPerson', registered)
  const day = reservationDayForm()
  await lead.send('reservations.openReservations', day)
  const named = { name: person.name, nameKana: person.nameKana, groupName: '団体カナリア' }
  await phone.send(
    'reservations.reserve',
    reservationForm(day.reservationDayId, { ...named, ...contact, kind: 'group' }),
  )
  const form = receptionForm({
    ...person,
    licences,
    ...contact,
    emergency,
    health: { condition: 'concern', note: '健康カナリア' },
  })
  await phone.send('volunteers.checkIn', form)
  await emi.send('volunteers.writeNote', { attendanceId: form.attendanceId, text: '覚えカナリア', basedOnSeq: 0 })
  // A double with other spellings, merged: its label and the way back hold what it said.
  const double = registrationForm({ person: { name: '名前カナリア 二', nameKana: 'べつ' } })
  const other = receptionForm({
    name: '名前カナリア 二',
    nameKana: 'べつ',
    phone: double.contact.phone,
    email: 'canary2@example.jp',
  })
  await phone.send('volunteers.checkIn', other)
  const personId = registered.personId
  const two = await twoOf(center, personId, other.personId)
  await emi.send('doubles.mergePersons', { ...two, take: ['email'] })
  return {
    personId,
    attendanceId: form.attendanceId,
    doubleId: other.personId,
    doubleAttendanceId: other.attendanceId,
    mergeId: two.mergeId,
    contact,
  }
}

/** A household with a canary in every field, its need surveyed, worked on and reported; a second need was turned away. */
export async function givenCanaryHousehold(opened: Opened, attendanceIds: [string, ...string[]]) {
  const { center, aiko, ben, emi, lead, volunteer } = opened
  const home = {
    name: '世帯カナリア 太郎',
    nameKana: 'せたいかなりあ',
    phone: '0451234003',
    considerations: '配慮カナリア',
  }
  const contact = {
    requesterName: '依頼者カナリア',
    requesterKana: 'いらいかなりあ',
    requesterPhone: '0451234003',
    addressLine: '字カナリア1-2',
    replyTo: '返事カナリア',
    landmark: '目印カナリア',
    story: '話カナリア',
  }
  const asked = { work: '作業カナリア', dangers: '危険カナリア', wishedTime: '時刻カナリア', survey: 'needed' } as const
  const need = await givenNeed(opened, { household: home, contact, asked, consent: { careHint: '伝言カナリア' } })
  await ben.send('needs.scheduleSurvey', { needId: need.id, from: need.status, on: '2026-11-23', time: '約束カナリア' })
  const survey = {
    surveyId: newId(),
    basedOnVersion: need.version,
    surveyedBy: '勉',
    headcount: 2,
    tools: [],
    reviewOn: null,
    roofWork: false,
  }
  const seen = {
    work: '見たカナリア',
    dangers: '崖カナリア',
    note: '覚えカナリア',
    mayEnter: 'yes',
    sticker: 'red',
  } as const
  await ben.send('needs.recordSurvey', { needId: need.id, from: 'surveyScheduled', ...survey, ...seen })
  const gate = { reasons: ['redSticker' as const], decidedBy: '佐藤', because: '理由カナリア' }
  await ben.send('needs.openGate', { needId: need.id, ...gate })
  const photoId = await givenPicture(opened, ben)
  await ben.send('needs.addPhoto', { photoId, kind: 'before', needId: need.id, siteSurveyId: null })
  const teamId = newId()
  const workOrderId = newId()
  const [leaderId] = attendanceIds
  await aiko.send('teams.formTeam', { teamId, attendanceIds, leaderId, needId: need.id, seenTeamIds: [] })
  await aiko.send('teams.briefTeam', { teamId })
  await aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '班カナリア' })
  await aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  const words = {
    workDone: '作業済みカナリア',
    remainingWork: '残りカナリア',
    observation: { text: '見守りカナリア', watch: true },
  }
  const { source: _, safety: __, ...sent } = heardReport(workOrderId, words)
  await volunteer(leaderId).send('reports.sendReport', { ...sent, observation: words.observation.text })
  await emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  const hurt = { kind: 'injury', text: 'けがカナリア' } as const
  await emi.send('reports.recordIncident', { incidentId: newId(), teamId, attendanceId: leaderId, ...hurt })
  const safety = { injury: true, nearMiss: false, unwell: false }
  await emi.send('reports.acceptReport', { ...sent, source: 'desk', safety })
  const second = needForm({ contact, household: home })
  await ben.send('needs.receiveNeed', { ...second, householdId: need.householdId, household: null })
  const turned = { reason: '断りカナリア', referredTo: '紹介カナリア', answerBy: null }
  await ben.send('needs.declineNeed', { needId: second.needId, from: 'ready', ...turned })
  const journal = { entryId: newId(), fromWhom: '世帯カナリア太郎', toWhom: '本部', certainty: 'fact' } as const
  await lead.send('center.writeJournalEntry', { ...journal, text: '世帯カナリア 太郎さん(045-123-4003)から電話' })
  return {
    householdId: need.householdId,
    needId: need.id,
    secondId: second.needId,
    photoId,
    teamId,
    workOrderId,
    center,
  }
}
