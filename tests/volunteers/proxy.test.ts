import { describe, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenSecondDay, proxyForm } from '#tests/support/given-volunteers.ts'

describe('代行入力', () => {
  test('staff check somebody in, also outside the hours of the phones; it stays visible who typed', async () => {
    const { emi, clock, device } = await testCenter()
    const desk = await device(emi)
    clock.pass(180)
    const form = proxyForm()
    await expect(emi.send('volunteers.checkInByProxy', form)).resolves.toMatchObject({
      answer: { number: 1, status: 'waiting' },
    })
    expect(desk.store.get('attendance', form.attendanceId)).toMatchObject({ channel: 'proxy', keyedBy: '恵美' })
  })

  test('what was written on paper keeps its own time', async () => {
    const { emi, device } = await testCenter()
    const desk = await device(emi)
    const form = proxyForm({ channel: 'paper' })
    await emi.send('volunteers.checkInByProxy', form, { happenedAt: '2026-11-23T00:05:00.000Z' })
    expect(desk.store.get('attendance', form.attendanceId)).toMatchObject({
      channel: 'paper',
      checkedInAt: '2026-11-23T00:05:00.000Z',
      consentAt: '2026-11-23T00:05:00.000Z',
    })
    await expect(
      emi.send('volunteers.checkInByProxy', proxyForm(), { happenedAt: '2026-11-23T09:00:00.000Z' }),
    ).rejects.toMatchObject({ code: 'volunteers.paperFromFuture' })
  })

  test.each([
    ['the same phone', { nameKana: 'のうけんだい じろう', birthDate: '1980-01-01' }, true],
    ['the same reading and birth date', { phone: '0457000000', nameKana: 'カナザワ　ハナコ' }, true],
    ['the same reading only', { phone: '0457000000', birthDate: '1980-01-01' }, false],
    ['the same birth date only', { phone: '0457000000', nameKana: 'のうけんだい じろう' }, false],
  ])('a likely double is shown before it is made: %s', async (_, other, isDouble) => {
    const { phone, emi } = await testCenter()
    const { phone: number, birthDate, name } = receptionForm()
    const known = receptionForm({ phone: number, birthDate, name, nameKana: 'かなざわ はなこ' })
    await phone.send('volunteers.checkIn', known)
    const typed = proxyForm({ phone: number, birthDate, nameKana: 'かなざわ はなこ', ...other })
    const sent = emi.send('volunteers.checkInByProxy', typed)
    if (!isDouble) return expect(sent).resolves.toMatchObject({ answer: { number: 2 } })
    await expect(sent).rejects.toMatchObject({ code: 'volunteers.likelyDouble', details: { name, number: 1 } })
    return expect(emi.send('volunteers.checkInByProxy', { ...typed, isAnother: true })).resolves.toMatchObject({
      answer: { number: 2 },
    })
  })

  test('the same person of an earlier day is checked in under their record, and keeps what nobody typed', async () => {
    const { emi, device, first } = await givenSecondDay({ first: { address: '富岡東', skills: ['看護'] } })
    const desk = await device(emi)
    const { phone, birthDate, nameKana } = first
    const form = proxyForm({ phone, birthDate, nameKana, name: '金澤 花子', knownPersonId: first.personId })
    await emi.send('volunteers.checkInByProxy', form)
    expect(desk.store.get('attendance', form.attendanceId)).toMatchObject({
      personId: first.personId,
      cameBefore: true,
      skills: ['看護'],
    })
    expect(desk.store.get('person', first.personId)?.name).toBe('金澤 花子')
    expect(desk.store.get('personContact', first.personId)?.address).toBe('富岡東')
    const twice = proxyForm({ phone, knownPersonId: first.personId })
    await expect(emi.send('volunteers.checkInByProxy', twice)).rejects.toMatchObject({
      code: 'volunteers.alreadyCheckedIn',
    })
  })

  test('dates that cannot be are refused', async () => {
    const { emi } = await testCenter()
    const send = (wishes: Parameters<typeof proxyForm>[0]) => emi.send('volunteers.checkInByProxy', proxyForm(wishes))
    await expect(send({ birthDate: '2026-11-24' })).rejects.toMatchObject({ code: 'volunteers.notBorn' })
    const insurance = { plan: 'basic', joinedOn: '2026-11-24' } as const
    await expect(send({ insurance })).rejects.toMatchObject({ code: 'volunteers.joinedInFuture' })
    await expect(send({ knownPersonId: newId() })).rejects.toMatchObject({ code: 'core.notFound' })
  })
})

test('an id that belongs to another record never writes over it', async () => {
  const { phone, lead, device } = await testCenter()
  const desk = await device(lead)
  const form = receptionForm()
  await phone.send('volunteers.checkIn', form)
  for (const taken of [{ attendanceId: form.attendanceId }, { personId: form.personId }]) {
    await expect(phone.send('volunteers.checkIn', receptionForm({ ...taken, name: '別人' }))).rejects.toMatchObject({
      code: 'core.otherBodySameId',
    })
  }
  expect(desk.store.all('attendance').map(({ name }) => name)).toEqual([form.name])
  expect(desk.store.get('person', form.personId)?.name).toBe(form.name)
})
