import { expect, test } from 'vitest'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'

test('a person who checks in gets the next number, and the reception desk sees them at once', async () => {
  const { phone, emi, device } = await testCenter()
  const desk = await device(emi)
  await expect(phone.send('volunteers.checkIn', receptionForm())).resolves.toMatchObject({
    answer: { number: 1, status: 'waiting' },
  })
  const form = receptionForm({ name: '能見台 次郎' })
  await expect(phone.send('volunteers.checkIn', form)).resolves.toMatchObject({ answer: { number: 2 } })
  expect(desk.store.get('attendance', form.attendanceId)).toMatchObject({
    number: 2,
    name: '能見台 次郎',
    status: 'waiting',
  })
  expect(desk.store.get('personContact', form.personId)).toMatchObject({ phone: form.phone })
})

test('today’s number is never exceeded, however many press at once; the rest is offered the waiting list', async () => {
  const { phone, lead, device } = await testCenter({ capacity: 10 })
  const desk = await device(lead)
  const all = await Promise.allSettled(
    Array.from({ length: 30 }, (_, index) =>
      phone.send('volunteers.checkIn', receptionForm({ waitingListIfFull: index % 2 === 0 })),
    ),
  )
  const refused = all.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(10)
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'volunteers.dayFull' })
  const standing = desk.store.all('attendance')
  expect(standing.filter(({ status }) => status === 'waiting')).toHaveLength(10)
  expect(standing.filter(({ status }) => status === 'waitingListed')).toHaveLength(10)
})

test('the same act sent twice is done once and answered alike; another body under its id is refused', async () => {
  const { phone, lead, device } = await testCenter()
  const desk = await device(lead)
  const form = receptionForm()
  const id = '019aaaaa-0000-7000-8000-000000000001'
  const first = await phone.send('volunteers.checkIn', form, { id })
  await expect(phone.send('volunteers.checkIn', form, { id })).resolves.toEqual(first)
  await expect(phone.send('volunteers.checkIn', { ...form, name: '別人' }, { id })).rejects.toMatchObject({
    code: 'core.otherBodySameId',
  })
  expect(desk.store.all('attendance')).toHaveLength(1)
})

test('a dispatch desk never holds phones, birth dates, health or emergency contacts', async () => {
  const { phone, aiko, device } = await testCenter()
  const desk = await device(aiko)
  await phone.send('volunteers.checkIn', receptionForm())
  await desk.catchUp()
  expect(desk.store.all('attendance')).toHaveLength(1)
  for (const kind of ['personContact', 'attendanceHealth', 'emergencyContact'] as const)
    expect(desk.store.all(kind)).toEqual([])
})
