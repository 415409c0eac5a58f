import { systemClock } from '#server/core/clock.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { addDays, dateOf, timeZone } from '#shared/core/time.ts'
import { openMatters } from '#shared/reports/limits.ts'
import type { HostileDay, SentOut } from '#tests/faults/inject-day.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { lineOf, groupForm as visitForm } from '#tests/support/given-groups.ts'
import { decisionForm, eventForm, issueForm, itemForm, stockForm } from '#tests/support/given-readiness.ts'
import { heardReport } from '#tests/support/given-reports.ts'
import { reservationForm } from '#tests/support/given-reservations.ts'
import { groupForm, ownRegistrationForm, registrationForm } from '#tests/support/given-roster.ts'
import { againForm, proxyForm } from '#tests/support/given-volunteers.ts'

type Payloads = readonly string[]

/** Nothing was written after this: what is typed here is not about who was first. */
const basedOnSeq = 2 ** 40
const person = { affiliation: 'x', skills: ['x'], licences: ['x'] }
const contact = { email: 'x', address: 'x', postalCode: 'x' }
const said = { areas: ['x'], tools: ['x'], languages: ['x'] }
const health = { condition: 'good', note: 'x' } as const
const tomorrow = () => addDays(dateOf(systemClock.now(), timeZone), 1)

/** The acts that a day has seldom: what is corrected, put off, passed on or taken up again, and what people send themselves. */
export async function typeSeldomActs(day: HostileDay, payloads: Payloads): Promise<void> {
  await typeAtTheRoster(day, payloads)
  await typeAtReception(day, payloads)
  await typeOfGroups(day, payloads)
  await typeAtNeeds(day, payloads)
  await typeAtDispatch(day, payloads)
  await typeOfDesks(day, payloads)
  await typeOfReadiness(day, payloads)
  await typeOfTwoLeads(day, payloads)
}

async function typeAtTheRoster(day: HostileDay, payloads: Payloads): Promise<void> {
  const form = { ...registrationForm({ person, contact, said }), isAnother: true }
  await day.send('roster.registerPerson', form, payloads)
  const { personId, note } = form
  const changed = { personId, person: form.person, contact: form.contact, emergency: form.emergency, said: form.said }
  await day.send('roster.changePerson', { ...changed, note, basedOnSeq }, payloads)
  const own = ownRegistrationForm({ person, contact, said })
  await day.send('roster.registerSelf', own, payloads)
  const { name: _, nameKana: __, affiliation: ___, ...able } = own.person
  const { linkToken, consentVersion, emergency } = own
  const reached = { phone: '', email: 'x', address: 'x' }
  const renewal = { linkToken, consentVersion, emergency, said: own.said, person: able, contact: reached }
  await day.send('roster.renewSelf', renewal, payloads)
  await typeOfRegisteredGroups(day, payloads)
}

async function typeOfRegisteredGroups(day: HostileDay, payloads: Payloads): Promise<void> {
  const kept = groupForm({ ...said, skills: ['x'] })
  await day.send('roster.registerGroup', kept, payloads)
  const { consentVersion, ...changed } = kept
  await day.send('roster.changeGroup', { ...changed, basedOnSeq }, payloads)
  const own = groupForm({ ...said, skills: ['x'] })
  const { note: _, ...group } = own.group
  const linkToken = newSecret()
  await day.send('roster.registerGroupSelf', { ...own, group, linkToken }, payloads)
  const { name: __, nameKana: ___, kind: ____, ...anew } = group
  const reached = { ...own.contact, phone: '' }
  await day.send('roster.renewGroupSelf', { linkToken, group: anew, contact: reached, consentVersion }, payloads)
}

async function typeAtReception(day: HostileDay, payloads: Payloads): Promise<void> {
  await typeOfAPerson(day, payloads)
  await day.send('volunteers.checkInByProxy', proxyForm({ ...person, ...contact, health, isAnother: true }), payloads)
  await day.send('reservations.reserveByStaff', reservationForm(day.reservationDayId), payloads)
  const { emergency } = receptionForm()
  const [one, other] = [registrationForm({ isAnother: true }), registrationForm({ isAnother: true })]
  for (const form of [one, other]) await day.must('roster.registerPerson', form)
  const { phone, birthDate } = one.contact
  const again = againForm({ kind: 'phoneAndBirthDate', phone, birthDate }, { emergency, health })
  await day.send('volunteers.checkInAgain', { ...again, insurance: other.said.insurance }, payloads)
  const { by: _, linkToken: __, ...confirmed } = againForm(again.by, { emergency, health })
  const known = { personId: other.personId, guardianConsent: 'notNeeded', insuranceSeen: true, reservationId: null }
  const insurance = { plan: 'naturalDisaster', joinedOn: '2026-05-01' }
  await day.send('volunteers.checkInKnown', { ...confirmed, ...known, insurance }, payloads)
  const wrong = receptionForm()
  await day.must('volunteers.checkIn', wrong)
  const newcomer = { name: 'x', nameKana: 'x', phone: '09012340000', birthDate: '1990-04-02' }
  const ids = { reassignmentId: newId(), attendanceId: wrong.attendanceId, fromPersonId: wrong.personId }
  await day.send('doubles.reassignCheckIn', { ...ids, personId: newId(), newcomer }, payloads)
}

/** Who is here is corrected. */
async function typeOfAPerson(day: HostileDay, payloads: Payloads): Promise<void> {
  const form = receptionForm({ ...person, ...contact })
  await day.must('volunteers.checkIn', form)
  await day.send('volunteers.correctDetails', { ...form, basedOnSeq }, payloads)
}

async function typeOfGroups(day: HostileDay, payloads: Payloads): Promise<void> {
  // Lines that are called the same are told apart by their birth dates.
  const born = (year: number) => lineOf({ birthDate: `${year}-05-01`, nameKana: 'x', address: 'x', skills: ['x'] })
  const form = visitForm({
    leader: { ...visitForm().leader, address: 'x', skills: ['x'] },
    members: [born(1991)],
    unnamed: 3,
  })
  await day.send('groups.checkInGroup', form, payloads)
  const { groupVisitId, name, onDayContact, vehicles, tools, wishes } = form
  await day.send(
    'groups.nameMembers',
    { groupVisitId, members: [born(1992)], rest: 'keep', ifFull: 'refuse' },
    payloads,
  )
  await day.send('groups.addToGroup', { groupVisitId, members: [born(1993)], unnamed: 0, ifFull: 'refuse' }, payloads)
  const changed = { groupVisitId, name, leaderPhone: '', onDayContact, vehicles, tools, wishes, basedOnSeq }
  await day.send('groups.changeGroupVisit', changed, payloads)
}

/** A need that stands there for one act about it. */
async function givenNeed(day: HostileDay, wishes: Parameters<typeof needForm>[0] = {}) {
  const form = needForm(wishes)
  await day.must('needs.receiveNeed', form)
  return form
}

async function typeAtNeeds(day: HostileDay, payloads: Payloads): Promise<void> {
  const form = await givenNeed(day)
  const { channel: _, survey: __, ...asked } = { ...form.asked, dangers: 'x', wishedTime: 'x' }
  const place = { ...form.contact, replyTo: 'x', landmark: 'x' }
  const changed = { needId: form.needId, basedOnVersion: 1, asked, contact: place, household: form.household }
  await day.send('needs.changeNeed', changed, payloads)
  const { needId } = await givenNeed(day, { consent: null })
  const consent = { ...form.consent, careHint: 'x' }
  await day.send('needs.answerConsent', { needId, seenAskedAt: null, consent }, payloads)
  await day.send('needs.addToNeed', { needId, words: 'x' }, payloads.slice(0, 1))
  const closed = await givenNeed(day, { asked: { sticker: 'yellow' } })
  const opened = { needId: closed.needId, reasons: ['yellowSticker'], decidedBy: 'x', because: 'x' }
  await day.send('needs.openGate', opened, payloads)
  await typeOfSurveys(day, payloads)
  await typeWaysOut(day, payloads)
}

async function typeOfSurveys(day: HostileDay, payloads: Payloads): Promise<void> {
  const { needId } = await givenNeed(day, { asked: { survey: 'needed' } })
  await day.send('needs.scheduleSurvey', { needId, from: 'surveyPending', on: tomorrow(), time: 'x' }, payloads)
  const found = { mayEnter: 'yes', sticker: 'green', roofWork: false, headcount: 4, reviewOn: null, basedOnVersion: 1 }
  const words = { surveyedBy: 'x', work: 'x', tools: ['x'], dangers: 'x', note: 'x' }
  const survey = { needId, from: 'surveyScheduled', surveyId: newId(), ...found, ...words }
  await day.send('needs.recordSurvey', survey, payloads)
  const waiting = await givenNeed(day, { asked: { survey: 'needed' } })
  const visit = { surveyId: newId(), seenNotMet: 0, note: 'x' }
  await day.send('needs.recordNotMet', { needId: waiting.needId, from: 'surveyPending', ...visit }, payloads)
}

async function typeWaysOut(day: HostileDay, payloads: Payloads): Promise<void> {
  const ways = {
    putOnHold: { reviewOn: tomorrow() },
    declineNeed: { referredTo: 'x', answerBy: tomorrow() },
    referNeed: { referredTo: 'x', answerBy: tomorrow() },
    cancelNeed: {},
  }
  for (const [way, more] of Object.entries(ways)) {
    const { needId } = await givenNeed(day)
    await day.send(`needs.${way}`, { needId, from: 'ready', reason: 'x', ...more }, payloads)
    if (way === 'cancelNeed') await day.send('needs.reopenNeed', { needId, from: 'cancelled', reason: 'x' }, payloads)
  }
}

async function typeAtDispatch(day: HostileDay, payloads: Payloads): Promise<void> {
  const [first, second, third] = [await givenNeed(day), await givenNeed(day), await givenNeed(day)]
  const helper = registrationForm({ isAnother: true })
  await day.must('roster.registerPerson', helper)
  const { personId } = helper
  const call = { callOutId: newId(), needId: third.needId, personId, answer: 'comes', note: 'x' }
  await day.send('dispatch.recordCallOut', call, payloads)
  const { consentVersion } = receptionForm()
  const work = { teamId: newId(), needId: third.needId, people: [{ personId, attendanceId: newId() }] }
  await day.send('dispatch.putToWork', { ...work, seenTeamIds: [], againBecause: 'x', consentVersion }, payloads)
  const out = await day.sendATeam(payloads, first.needId)
  const { teamId } = out
  const right = { teamId, workOrderId: newId(), fromNeedId: first.needId, needId: second.needId, seenTeamIds: [] }
  await day.send('dispatch.correctNeedOfTeam', { ...right, reason: 'x', againBecause: 'x' }, payloads)
  await typeOfReports(day, { teamId, workOrderId: right.workOrderId }, payloads)
  const [free, leader] = [newId(), receptionForm()]
  await day.must('volunteers.checkIn', leader)
  const team = { teamId: free, attendanceIds: [leader.attendanceId], leaderId: leader.attendanceId, needId: null }
  await day.must('teams.formTeam', { ...team, seenTeamIds: [] })
  const again = { teamId: free, needId: first.needId, seenTeamIds: [], againBecause: 'x' }
  await day.send('dispatch.assignNeed', again, payloads)
}

async function typeOfReports(day: HostileDay, { teamId, workOrderId }: SentOut, payloads: Payloads): Promise<void> {
  await day.must('reports.receiveTeam', { teamId, missingIds: [] })
  const words = { workDone: 'x', remainingWork: 'x', observation: { text: 'x', watch: false } }
  const report = { ...heardReport(workOrderId), outcome: 'toBeContinued', nextHeadcount: 3, ...words }
  await day.send('reports.acceptReport', report, payloads)
  const { source: _, safety: __, ...heard } = report
  await day.send('reports.correctReport', { ...heard, reason: 'x', basedOnSeq }, payloads)
}

async function typeOfDesks(day: HostileDay, payloads: Payloads): Promise<void> {
  const staffId = newId()
  const taker = { staffId, name: 'x', pin: '654321', deskNames: ['needs'] }
  await day.send('access.addStaff', taker, payloads)
  const note = { handOverId: newId(), deskName: 'needs', fromStaffId: day.leadId, toStaffId: staffId, note: 'x' }
  await day.send('center.handOverDesk', note, payloads)
  const [desk, other, work] = [newId(), newId(), { work: ['needs'], lanes: 1 }]
  await day.send('center.addDesk', { deskName: desk, label: 'x', ...work }, payloads)
  // No two desks are called the same.
  const split = { deskName: other, label: 'x', from: desk, work: [], lanes: 1, staffIds: [] }
  await day.send('center.splitDesk', split, payloads.slice(1))
  await day.send('center.mergeDesks', { from: other, into: desk, label: 'x' }, payloads.slice(2))
}

/** What two leads agree on gives a reason: a list with its people, and an erasure that is put off. */
async function typeOfTwoLeads(day: HostileDay, payloads: Payloads): Promise<void> {
  const list = { exportId: newId(), table: 'needs', format: 'csv', dayId: null, personal: true, because: 'x' }
  await day.sendWithTwo('privacy.export', list, payloads)
  const noticeId = day.announceErasure(tomorrow())
  const later = addDays(tomorrow(), 7)
  await day.sendWithTwo('privacy.postponeErasure', { noticeId, to: later, because: 'x' }, payloads)
}

/** What is written before anything has happened. */
async function typeOfReadiness(day: HostileDay, payloads: Payloads): Promise<void> {
  const item = { list: 'lines', text: 'x', who: 'x', due: 'x', asks: 'x', settled: 'x', key: 'x' }
  await day.send('readiness.adoptLists', { items: [item], doneKeys: ['x'] }, payloads)
  await day.send('readiness.writeItem', itemForm({ who: 'x', due: 'x', asks: 'x', settled: 'x' }), payloads)
  await day.send('readiness.recordDecision', decisionForm(), payloads)
  await day.send('readiness.writeStock', stockForm({ ofWhom: 'x' }), payloads)
  await day.send('readiness.planEvent', eventForm({ place: 'x', note: 'x' }), payloads)
  const drill = { drillId: newId(), title: 'x', heldOn: '2026-11-20' }
  const issue = issueForm()
  await day.send('readiness.addIssue', { ...issue, drill }, payloads)
  await day.send('readiness.changeIssue', { ...issue, basedOnSeq }, payloads)
  await day.send('readiness.takeOverIssues', { drill, issues: [issueForm()], dealtWith: [] }, payloads)
}

/** The day is closed too early, and opened again: nobody is there yet. */
export async function typeOfAShutDay(day: HostileDay, payloads: Payloads): Promise<void> {
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, 'x']))
  await day.send('reports.closeDay', { dayId: day.dayId, explanations }, payloads)
  await day.send('reports.reopenDay', { dayId: day.dayId, reason: 'x' }, payloads)
  await day.must('center.setPublicReception', { dayId: day.dayId, open: true })
}
