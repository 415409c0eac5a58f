import { expect, test } from 'vitest'
import { verifyAccessLog } from '#server/access/access-log.ts'
import { newId } from '#shared/core/ids.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

/** Somebody at a desk, by their cookie. */
async function seat({ lead, post }: Awaited<ReturnType<typeof servedCenter>>, desk: string): Promise<string> {
  const pin = '222222'
  await lead.send('access.addStaff', { staffId: newId(), name: desk, pin, deskNames: [desk] })
  const answer = await post('/api/session', JSON.stringify({ name: desk, pin, device: desk }))
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('the record of a person holds all that is known of them and where it was used, and leaves its line', async () => {
  const made = await servedCenter()
  const form = receptionForm({ address: '横浜市金沢区', health: { condition: 'good', note: '腰に注意' } })
  await made.phone.send('volunteers.checkIn', form)
  const cookie = await seat(made, 'reception')
  const before = made.center.health.seq
  const answer = await fetch(`${made.address}/sheets/record/person/${form.personId}`, { headers: { cookie } })
  const text = await answer.text()
  expect(answer.status).toBe(200)
  for (const word of [
    form.name,
    form.nameKana,
    '横浜市金沢区',
    '腰に注意',
    '1990-04-01',
    form.emergency.name,
    '2026-11',
  ])
    expect(text).toContain(word)
  expect(text).toMatch(/<td>受付<\/td>/)
  expect(made.center.health.seq).toBe(before + 1)
})

test('whose desk does not hold how people are reached gets no record of them, and a stranger none at all', async () => {
  const made = await servedCenter()
  const form = receptionForm()
  const need = needForm()
  await made.phone.send('volunteers.checkIn', form)
  await made.ben.send('needs.receiveNeed', need)
  const needs = await seat(made, 'needs')
  const reception = await seat(made, 'reception')
  const person = `/sheets/record/person/${form.personId}`
  const household = `/sheets/record/household/${need.householdId}`
  const get = (path: string, cookie: string) => fetch(made.address + path, { headers: { cookie } })
  expect(await problemCode(await get(person, needs))).toBe('core.notAllowed')
  expect(await problemCode(await get(household, reception))).toBe('core.notAllowed')
  expect(await problemCode(await get(person, ''))).toBe('core.notSignedIn')
  expect((await get(household, needs)).status).toBe(200)
  expect(await problemCode(await get(`/sheets/record/person/${newId()}`, reception))).toBe('core.notFound')
})

test('what is looked at is written down twice only where it was looked at twice', async () => {
  const { center, phone, emi } = await servedCenter()
  const form = receptionForm()
  await phone.send('volunteers.checkIn', form)
  // The sender of tests sends everything twice, as a device does whose answer was lost.
  await emi.send('privacy.showRecord', { kind: 'person', id: form.personId })
  expect(await verifyAccessLog(center.db)).toMatchObject({ rows: 1, brokenAt: null })
  await emi.send('privacy.showRecord', { kind: 'person', id: form.personId })
  expect(await verifyAccessLog(center.db)).toMatchObject({ rows: 2, brokenAt: null })
})
