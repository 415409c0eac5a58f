import { expect, test } from 'vitest'
import { newId, newSecret } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { againForm } from '#tests/support/given-volunteers.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

const birthDate = '1990-04-01'

/** Somebody who checked in by phone; their link belongs to that phone. */
async function checkedIn() {
  const parts = await testCenter()
  const [ownPhone, form] = [newSecret(), receptionForm({ birthDate })]
  const { answer } = await parts.phone.send('volunteers.checkIn', { ...form, ownPhone })
  const number = Number((answer as { number: number }).number)
  const { linkToken, attendanceId } = form
  const opens = async (phone?: string) => (await parts.center.volunteerOf(linkToken, phone)) !== undefined
  const bind = (phone: string, owner: { number: number; birthDate: string } | null) =>
    parts.phone.send('volunteers.bindLink', { linkToken, ownPhone: phone, owner })
  return { ...parts, ownPhone, linkToken, attendanceId, number, opens, bind }
}

test('the link of who checked in by phone opens on that phone, and neither elsewhere nor by itself', async () => {
  const { opens, ownPhone } = await checkedIn()
  expect(await opens(ownPhone)).toBe(true)
  expect(await opens(newSecret())).toBe(false)
  expect(await opens()).toBe(false)
})

test('elsewhere it asks for number and birth date, once; then it opens there too', async () => {
  const { opens, bind, number } = await checkedIn()
  const other = newSecret()
  await expect(bind(other, null)).rejects.toMatchObject({ code: 'volunteers.linkElsewhere' })
  for (const owner of [
    { number: number + 1, birthDate },
    { number, birthDate: '1990-04-02' },
  ])
    await expect(bind(other, owner)).rejects.toMatchObject({ code: 'volunteers.notYourLink' })
  expect(await opens(other)).toBe(false)
  await bind(other, { number, birthDate })
  expect(await opens(other)).toBe(true)
  await bind(other, null)
})

test('a link belongs to four phones at most; after that reception gives a new one', async () => {
  const { bind, number, emi, attendanceId, center } = await checkedIn()
  for (let index = 0; index < 3; index++) await bind(newSecret(), { number, birthDate })
  await expect(bind(newSecret(), { number, birthDate })).rejects.toMatchObject({ code: 'volunteers.linkOnManyPhones' })
  const fresh = newSecret()
  await emi.send('volunteers.reissueLink', { attendanceId, linkToken: fresh })
  expect(await center.volunteerOf(fresh, newSecret())).toMatchObject({ attendanceId })
})

test('a link ends the next morning by itself, also where no other day was opened', async () => {
  const { opens, ownPhone, clock, bind } = await checkedIn()
  // From half past nine to three at night: somebody may still be on the way home.
  clock.pass(17.5 * 60)
  expect(await opens(ownPhone)).toBe(true)
  clock.pass(60)
  expect(await opens(ownPhone)).toBe(false)
  await expect(bind(ownPhone, null)).rejects.toMatchObject({ code: 'volunteers.linkOver' })
})

test('a closed day ends the links of who has left; who was not yet back can still reach the center', async () => {
  const { opens, ownPhone, attendanceId, lead, emi, phone, center } = await checkedIn()
  const out = receptionForm()
  await phone.send('volunteers.checkIn', out)
  await emi.send('reports.sendHome', { attendanceIds: [attendanceId] })
  expect(await opens(ownPhone)).toBe(true)
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認済み']))
  await lead.send('reports.closeDay', { dayId: ids.day, explanations })
  expect(await opens(ownPhone)).toBe(false)
  expect(await center.volunteerOf(out.linkToken)).toBeDefined()
})

test('a link from the desk belongs to the first phone that opens it', async () => {
  const { emi, attendanceId, center, phone, linkToken, bind } = await checkedIn()
  const [fresh, first] = [newSecret(), newSecret()]
  await emi.send('volunteers.reissueLink', { attendanceId, linkToken: fresh })
  await expect(bind(newSecret(), null)).rejects.toMatchObject({ code: 'volunteers.linkOver' })
  expect(await center.volunteerOf(linkToken)).toBeUndefined()
  await phone.send('volunteers.bindLink', { linkToken: fresh, ownPhone: first, owner: null })
  expect(await center.volunteerOf(fresh, first)).toMatchObject({ attendanceId })
  expect(await center.volunteerOf(fresh, newSecret())).toBeUndefined()
})

test('a link lives through its evening and ends when the next day opens', async () => {
  const { lead, clock, opens, ownPhone, bind } = await checkedIn()
  const { dayId } = await closeDay(lead)
  expect(await opens(ownPhone)).toBe(true)
  clock.pass(24 * 60)
  const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', capacity: 100, returnBy: '15:00' }
  await lead.send('center.openDay', { dayId, date: '2026-11-24', ...hours })
  expect(await opens(ownPhone)).toBe(false)
  await expect(bind(newSecret(), null)).rejects.toMatchObject({ code: 'volunteers.linkOver' })
})

test('who holds only a copy of a link checks nobody in by it the next day', async () => {
  const { lead, clock, phone, linkToken, ownPhone } = await checkedIn()
  const { dayId } = await closeDay(lead)
  clock.pass(24 * 60)
  const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', capacity: 100, returnBy: '15:00' }
  await lead.send('center.openDay', { dayId, date: '2026-11-24', ...hours })
  const by = { kind: 'earlierLink', earlierToken: linkToken } as const
  await expect(
    phone.send('volunteers.checkInAgain', { ...againForm(by), ownPhone: newSecret() }),
  ).rejects.toMatchObject({ code: 'volunteers.notRecognised' })
  await phone.send('volunteers.checkInAgain', { ...againForm(by), ownPhone })
})

test('numbers and birth dates that are tried on a link are slowed, and the right ones too for a while', async () => {
  const { served, phone } = await servedCenter()
  const form = receptionForm({ birthDate })
  await phone.send('volunteers.checkIn', { ...form, ownPhone: newSecret() })
  const thief = Visitor.onTheLaptop(served.port)
  const guess = (day: number) => ({
    linkToken: form.linkToken,
    ownPhone: newSecret(),
    owner: { number: 1, birthDate: `1990-05-${String(day).padStart(2, '0')}` },
  })
  const codes: string[] = []
  for (let day = 1; day <= 7; day++) codes.push(await thief.send('volunteers.bindLink', guess(day)))
  expect(codes.slice(4)).toEqual(['volunteers.notYourLink', 'core.tooManyTries', 'core.tooManyTries'])
})

test('over the network a link that is bound gives another phone nothing', async () => {
  const { served, phone } = await servedCenter()
  const [form, ownPhone] = [receptionForm(), newSecret()]
  await phone.send('volunteers.checkIn', { ...form, ownPhone })
  const visitor = Visitor.onTheLaptop(served.port)
  const held = async (credentials: string) =>
    (await visitor.fetch('GET', '/api/changes', undefined, { authorization: `Personal ${credentials}` })).text()
  expect(await held(`${form.linkToken} ${ownPhone}`)).toContain(form.name)
  for (const credentials of [form.linkToken, `${form.linkToken} ${newSecret()}`])
    expect(await held(credentials)).not.toContain(form.name)
})

/** Closes the day with every open matter explained, and names the next. */
async function closeDay(lead: Awaited<ReturnType<typeof testCenter>>['lead']): Promise<{ dayId: string }> {
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認済み']))
  await lead.send('reports.closeDay', { dayId: ids.day, explanations })
  return { dayId: newId() }
}
