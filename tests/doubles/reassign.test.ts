import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'

async function given() {
  const desks = await testCenter()
  const [wrong, right] = [receptionForm(), receptionForm()]
  for (const form of [wrong, right]) await desks.phone.send('volunteers.checkIn', form)
  await desks.emi.send('volunteers.cancelCheckIn', { attendanceId: right.attendanceId })
  const act = {
    reassignmentId: newId(),
    attendanceId: wrong.attendanceId,
    fromPersonId: wrong.personId,
    personId: right.personId,
    newcomer: null,
  }
  return { ...desks, wrong, right, act, desk: await desks.device(desks.emi) }
}

test('the number and the page stay, the person is another; taken back, all is as it was', async () => {
  const { emi, wrong, right, act, desk } = await given()
  const before = desk.store.get('attendance', wrong.attendanceId)
  await emi.send('doubles.reassignCheckIn', act)
  expect(desk.store.get('attendance', wrong.attendanceId)).toMatchObject({
    number: before?.number,
    personId: right.personId,
    name: right.name,
  })
  await emi.send('doubles.takeBackReassignment', { reassignmentId: act.reassignmentId })
  expect(desk.store.get('attendance', wrong.attendanceId)).toEqual(before)
  const again = emi.send('doubles.takeBackReassignment', { reassignmentId: act.reassignmentId })
  await expect(again).rejects.toMatchObject({ code: 'doubles.cannotTakeBack' })
})

test('somebody whom nobody knows yet is written down with it', async () => {
  const { emi, wrong, act, desk } = await given()
  const personId = newId()
  const newcomer = { name: '海野 渚', nameKana: 'うみの なぎさ', phone: '09011112222', birthDate: '2001-01-01' }
  await emi.send('doubles.reassignCheckIn', { ...act, personId, newcomer })
  expect(desk.store.get('attendance', wrong.attendanceId)).toMatchObject({ name: '海野 渚', ageBand: '18-29' })
  expect(desk.store.get('personContact', personId)?.phone).toBe('09011112222')
})

test('refused where another desk was faster, where the person is here already, and in a team', async () => {
  const desks = await given()
  const { emi, wrong, right, act } = desks
  await emi.send('volunteers.restoreCheckIn', { attendanceId: right.attendanceId })
  const send = (type: 'doubles.reassignCheckIn', wishes = {}) =>
    emi.send(type, { ...act, reassignmentId: newId(), ...wishes })
  await expect(send('doubles.reassignCheckIn')).rejects.toMatchObject({ code: 'doubles.isHereAlready' })
  const stale = send('doubles.reassignCheckIn', { fromPersonId: newId() })
  await expect(stale).rejects.toMatchObject({ code: 'doubles.reassignedMeanwhile' })
  const same = send('doubles.reassignCheckIn', { personId: wrong.personId })
  await expect(same).rejects.toMatchObject({ code: 'doubles.samePerson' })
  await emi.send('volunteers.cancelCheckIn', { attendanceId: right.attendanceId })
  await givenTeam(desks, { people: [wrong.attendanceId], sheet: false })
  await expect(send('doubles.reassignCheckIn')).rejects.toMatchObject({ code: 'doubles.teamHasThem' })
})
