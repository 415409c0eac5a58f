import { expect, test } from 'vitest'
import { callOuts } from '#server/dispatch/call-outs.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { findLinkedAttendance } from '#server/volunteers/personal-links.ts'
import { findKnownPerson, persons } from '#server/volunteers/persons.ts'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'
import { givenMerge, twoOf } from '#tests/support/given-doubles.ts'
import { againForm, givenSecondDay } from '#tests/support/given-volunteers.ts'

const mergePersons = 'doubles.mergePersons'

test('a person recorded twice on two days is one, with both days, and is recognised by either phone', async () => {
  const { center, emi, phone, first, device } = await givenSecondDay()
  const again = receptionForm({ name: first.name, nameKana: first.nameKana, birthDate: first.birthDate })
  await phone.send('volunteers.checkIn', again)
  const desk = await device(emi)
  const mergeId = await givenMerge(emi, center, mergePersons, [first.personId, again.personId])
  expect(desk.store.get('attendance', again.attendanceId)?.personId).toBe(first.personId)
  expect(desk.store.get('person', first.personId)).toBeDefined()
  expect(desk.store.get('personContact', first.personId)?.phone).toBe(first.phone)
  expect((await findKnownPerson(center.db, again))?.id).toBe(first.personId)
  await emi.send('doubles.unmerge', { mergeId })
  expect(desk.store.get('attendance', again.attendanceId)?.personId).toBe(again.personId)
  expect((await findKnownPerson(center.db, again))?.id).toBe(again.personId)
})

test('both checked in today: the later number is cancelled, and its page opens the one that stands', async () => {
  const { center, emi, phone, device } = await testCenter()
  const [one, other] = [receptionForm(), receptionForm({ health: { condition: 'concern', note: '腰が痛い' } })]
  for (const form of [one, other]) await phone.send('volunteers.checkIn', form)
  const desk = await device(emi)
  const mergeId = await givenMerge(emi, center, mergePersons, [one.personId, other.personId])
  expect(desk.store.get('attendance', other.attendanceId)?.status).toBe('cancelled')
  expect(desk.store.get('attendance', one.attendanceId)?.status).toBe('waiting')
  expect(desk.store.get('attendanceHealth', one.attendanceId)?.note).toBe('腰が痛い')
  expect(desk.store.all('merge')).toMatchObject([
    { standingAttendanceId: one.attendanceId, cancelledAttendanceId: other.attendanceId },
  ])
  expect(await findLinkedAttendance(center.db, other.linkToken)).toBe(one.attendanceId)
  await expect(phone.send('volunteers.checkIn', { ...receptionForm(), ...whoOf(other) })).rejects.toMatchObject({
    code: 'volunteers.alreadyCheckedIn',
  })
  await emi.send('doubles.unmerge', { mergeId })
  expect(desk.store.get('attendance', other.attendanceId)?.status).toBe('consulting')
  expect(await findLinkedAttendance(center.db, other.linkToken)).toBe(other.attendanceId)
})

const whoOf = ({ name, nameKana, phone, birthDate }: ReturnType<typeof receptionForm>) => ({
  name,
  nameKana,
  phone,
  birthDate,
})

test('the check-in that stands in a team stays, and two in teams wait', async () => {
  const desks = await testCenter()
  const [one, other, third] = [receptionForm(), receptionForm(), receptionForm()]
  for (const form of [one, other, third]) await desks.phone.send('volunteers.checkIn', form)
  await givenTeam(desks, { people: [other.attendanceId], sheet: false })
  await givenMerge(desks.emi, desks.center, mergePersons, [one.personId, other.personId])
  const desk = await desks.device(desks.emi)
  expect(desk.store.get('attendance', one.attendanceId)?.status).toBe('cancelled')
  expect(desk.store.get('attendance', other.attendanceId)).toMatchObject({ status: 'inTeam', personId: one.personId })
  await givenTeam(desks, { people: [third.attendanceId], sheet: false })
  const two = await twoOf(desks.center, one.personId, third.personId)
  await expect(desks.emi.send(mergePersons, two)).rejects.toMatchObject({ code: 'doubles.bothInTeams' })
})

test('what one record does not know comes from the other, and what was chosen is taken', async () => {
  const { center, emi, phone } = await testCenter()
  const one = receptionForm({ skills: ['大工'], birthDate: '1990-04-01' })
  const other = receptionForm({ skills: ['通訳'], email: 'a@example.org', birthDate: '2010-04-01' })
  for (const form of [one, other]) await phone.send('volunteers.checkIn', form)
  const two = await twoOf(center, one.personId, other.personId)
  await emi.send(mergePersons, { ...two, take: ['name', 'birthDate'] })
  expect(await persons.get(center.db, one.personId)).toMatchObject({ name: other.name, skills: ['大工', '通訳'] })
  expect(await persons.get(center.db, other.personId)).toMatchObject({ mergedInto: one.personId, skills: ['通訳'] })
})

test('who is merged is recognised as the kept one on a later day', async () => {
  const { center, emi, phone, first } = await givenSecondDay()
  const other = receptionForm({ name: first.name, nameKana: first.nameKana, birthDate: first.birthDate })
  await phone.send('volunteers.checkIn', other)
  await emi.send('volunteers.cancelCheckIn', { attendanceId: other.attendanceId })
  await givenMerge(emi, center, mergePersons, [first.personId, other.personId])
  const form = againForm({ kind: 'phoneAndBirthDate', phone: other.phone, birthDate: other.birthDate })
  await phone.send('volunteers.checkInAgain', form)
  const { rows } = { rows: await persons.where(center.db, { mergedInto: null }) }
  expect(rows.map(({ id }) => id)).toEqual([first.personId])
})

test('a desk that still holds a merged record checks in, and writes calls down for, the one that stands at the end', async () => {
  const { center, emi, lead, ben, phone, aiko, first } = await givenSecondDay()
  const [second, third] = [receptionForm(), receptionForm()]
  for (const form of [second, third]) {
    await phone.send('volunteers.checkIn', form)
    await emi.send('volunteers.cancelCheckIn', { attendanceId: form.attendanceId })
  }
  await givenMerge(emi, center, mergePersons, [second.personId, first.personId])
  await givenMerge(emi, center, mergePersons, [third.personId, second.personId])
  const [need, kept] = [await givenNeed({ center, phone, aiko, ben }), await givenNeed({ center, phone, aiko, ben })]
  await givenMerge(ben, center, 'doubles.mergeNeeds', [kept.id, need.id])
  const callOutId = newId()
  const said = { needId: need.id, personId: first.personId, answer: 'comes', note: '' } as const
  await lead.send('dispatch.recordCallOut', { callOutId, ...said })
  expect(await callOuts.get(center.db, callOutId)).toMatchObject({ needId: kept.id, personId: third.personId })
  const known = { attendanceId: newId(), personId: first.personId, language: 'ja', reservationId: null } as const
  await emi.send('volunteers.checkInKnown', {
    ...known,
    health: { condition: 'good', note: '' },
    consentVersion: '2026-11',
    waitingListIfFull: false,
    guardianConsent: 'missing',
    insurance: { plan: 'naturalDisaster', joinedOn: null },
    insuranceSeen: true,
    emergency: 'asBefore',
  })
  expect((await attendances.get(center.db, known.attendanceId)).personId).toBe(third.personId)
})

test('a check-in that a merge cancelled comes back with the merge alone', async () => {
  const { center, emi, phone } = await testCenter()
  const [one, other] = [receptionForm(), receptionForm()]
  for (const form of [one, other]) await phone.send('volunteers.checkIn', form)
  const mergeId = await givenMerge(emi, center, mergePersons, [one.personId, other.personId])
  await emi.send('volunteers.cancelCheckIn', { attendanceId: one.attendanceId })
  const restored = () => emi.send('volunteers.restoreCheckIn', { attendanceId: other.attendanceId })
  await expect(restored()).rejects.toMatchObject({
    code: 'doubles.cancelledByMerge',
    details: { number: 2, standing: 1 },
  })
  expect((await attendances.get(center.db, other.attendanceId)).status).toBe('cancelled')
  await emi.send('doubles.unmerge', { mergeId })
  expect((await attendances.get(center.db, other.attendanceId)).status).toBe('waiting')
  await emi.send('volunteers.cancelCheckIn', { attendanceId: other.attendanceId })
  await restored()
})
