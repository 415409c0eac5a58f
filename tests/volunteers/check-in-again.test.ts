import { describe, expect, test } from 'vitest'
import { newSecret } from '#shared/core/ids.ts'
import { receptionForm } from '#tests/support/given.ts'
import { againForm, givenSecondDay } from '#tests/support/given-volunteers.ts'
import { servedCenter } from '#tests/support/served.ts'

const canaries = {
  name: '加奈利 文子',
  nameKana: 'かなりあ ふみこ',
  email: 'canary@example.org',
  address: '横浜市金沢区泥亀9-9-9',
  affiliation: '加奈利大学',
  emergency: { name: '加奈利 一郎', relation: '夫', phone: '09055556666' },
}

const phoneAndBirthDate = ({ phone, birthDate }: { phone: string; birthDate: string }) =>
  ({ kind: 'phoneAndBirthDate', phone, birthDate }) as const

describe('someone who came before', () => {
  test('is recognised by phone and birth date, and the answer echoes nothing that is stored', async () => {
    const { phone, emi, device, first } = await givenSecondDay({ first: canaries })
    const desk = await device(emi)
    const form = againForm(phoneAndBirthDate(first))
    const { answer } = await phone.send('volunteers.checkInAgain', form)
    expect(answer).toEqual({ number: 1, status: 'waiting' })
    expect(desk.store.get('attendance', form.attendanceId)).toMatchObject({
      personId: first.personId,
      name: canaries.name,
      cameBefore: true,
      insurance: { plan: 'naturalDisaster', joinedOn: '2026-05-01' },
    })
    expect(desk.store.get('person', first.personId)).toMatchObject({ name: canaries.name })
    expect(desk.store.get('emergencyContact', first.personId)).toMatchObject(canaries.emergency)
  })

  test('is recognised by the link of the earlier page', async () => {
    const { phone, first } = await givenSecondDay()
    const form = againForm({ kind: 'earlierLink', earlierToken: first.linkToken })
    await expect(phone.send('volunteers.checkInAgain', form)).resolves.toMatchObject({ answer: { number: 1 } })
  })

  test('says what has changed: health, insurance, whom to call', async () => {
    const { phone, emi, device, first } = await givenSecondDay()
    const desk = await device(emi)
    const emergency = { name: '金沢 三郎', relation: '弟', phone: '09012121212' }
    const form = againForm(phoneAndBirthDate(first), {
      health: { condition: 'concern', note: '寝不足' },
      insurance: { plan: 'none', joinedOn: null },
      emergency,
    })
    await phone.send('volunteers.checkInAgain', form)
    expect(desk.store.get('attendance', form.attendanceId)).toMatchObject({
      status: 'consulting',
      insurance: { plan: 'none' },
    })
    expect(desk.store.get('attendanceHealth', form.attendanceId)).toMatchObject({ note: '寝不足' })
    expect(desk.store.get('emergencyContact', first.personId)).toMatchObject(emergency)
  })

  test('is told the same whether the phone is unknown, the date is wrong, or two people share both', async () => {
    const { phone, first } = await givenSecondDay()
    const twin = { phone: first.phone, birthDate: first.birthDate }
    const refused = { code: 'volunteers.notRecognised', details: {} }
    const send = (by: Parameters<typeof againForm>[0]) => phone.send('volunteers.checkInAgain', againForm(by))
    await expect(send(phoneAndBirthDate({ ...twin, phone: '09000000000' }))).rejects.toMatchObject(refused)
    await expect(send(phoneAndBirthDate({ ...twin, birthDate: '1990-04-02' }))).rejects.toMatchObject(refused)
    await expect(send({ kind: 'earlierLink', earlierToken: newSecret() })).rejects.toMatchObject(refused)
    await phone.send('volunteers.checkIn', receptionForm({ ...twin, nameKana: 'かなざわ ふたご' }))
    await expect(send(phoneAndBirthDate(twin))).rejects.toMatchObject(refused)
  })

  test('checks in once a day', async () => {
    const { phone, first } = await givenSecondDay()
    await phone.send('volunteers.checkInAgain', againForm(phoneAndBirthDate(first)))
    await expect(phone.send('volunteers.checkInAgain', againForm(phoneAndBirthDate(first)))).rejects.toMatchObject({
      code: 'volunteers.alreadyCheckedIn',
      details: {},
    })
  })

  test('meets the day’s number and its hours like anyone else', async () => {
    const { phone, clock, first } = await givenSecondDay({ capacity: 1 })
    await phone.send('volunteers.checkIn', receptionForm())
    const send = (waitingListIfFull: boolean) =>
      phone.send('volunteers.checkInAgain', againForm(phoneAndBirthDate(first), { waitingListIfFull }))
    await expect(send(false)).rejects.toMatchObject({ code: 'volunteers.dayFull' })
    await expect(send(true)).resolves.toMatchObject({ answer: { status: 'waitingListed' } })
    clock.pass(120)
    await expect(send(true)).rejects.toMatchObject({ code: 'volunteers.receptionClosed' })
  })

  test('keeps a guardian’s approval, but is asked again who comes along', async () => {
    const approved = await givenSecondDay({ first: { birthDate: '2010-05-01', guardianConsent: 'given' } })
    const desk = await approved.device(approved.emi)
    const form = againForm(phoneAndBirthDate(approved.first))
    await approved.phone.send('volunteers.checkInAgain', form)
    expect(desk.store.get('attendance', form.attendanceId)?.guardianConsent).toBe('given')

    const child = await givenSecondDay({ first: { birthDate: '2016-05-01', guardianConsent: 'accompanied' } })
    const other = await child.device(child.emi)
    const again = againForm(phoneAndBirthDate(child.first))
    await child.phone.send('volunteers.checkInAgain', again)
    expect(other.store.get('attendance', again.attendanceId)?.guardianConsent).toBe('missing')
  })
})

test('a device that guesses has to wait after five wrong tries', async () => {
  const { post } = await servedCenter()
  const guess = async () => {
    const input = againForm({ kind: 'phoneAndBirthDate', phone: '09000000000', birthDate: '1990-01-01' })
    const body = { id: crypto.randomUUID(), type: 'volunteers.checkInAgain', input, device: 'guesser' }
    return (await post('/api/commands', JSON.stringify(body))).status
  }
  const statuses: number[] = []
  for (let count = 0; count < 6; count++) statuses.push(await guess())
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429])
})
