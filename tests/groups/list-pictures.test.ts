import { expect, test } from 'vitest'
import { newId, newSecret } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { groupForm, lineOf } from '#tests/support/given-groups.ts'
import { givenPicture } from '#tests/support/given-photos.ts'
import { picture } from '#tests/support/pictures.ts'
import { servedCenter } from '#tests/support/served.ts'

type Desks = Awaited<ReturnType<typeof testCenter>>

/** A small bus whose two members have no names yet, and the picture of their list. */
async function givenList(desks: Desks) {
  const form = groupForm({ unnamed: 2 })
  await desks.emi.send('groups.checkInGroup', form)
  const photoId = await givenPicture(desks, desks.emi)
  await desks.emi.send('groups.addListPicture', { groupVisitId: form.groupVisitId, photoId })
  return { form, photoId, groupVisitId: form.groupVisitId }
}

const pictures = async ({ center }: Desks) =>
  (await center.db.selectFrom('photo_blob').select('id').execute()).map(({ id }) => id)

test('a list that was photographed reaches reception and the roster, and no other desk', async () => {
  const desks = await testCenter()
  const { photoId, groupVisitId } = await givenList(desks)
  const reception = await desks.device(desks.emi)
  expect(reception.store.all('listPicture')).toMatchObject([{ id: photoId, groupVisitId, erasedAt: null }])
  for (const other of [desks.aiko, desks.ben, desks.daigo])
    expect((await desks.device(other)).store.all('listPicture')).toEqual([])
  const [someone = ''] = await givenWaiting(desks.phone, 1)
  expect((await desks.device(desks.volunteer(someone))).store.all('listPicture')).toEqual([])
  await expect(desks.ben.send('groups.eraseListPicture', { photoId })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
})

test('its picture is erased with the last name that is keyed in', async () => {
  const desks = await testCenter()
  const { photoId, groupVisitId } = await givenList(desks)
  const reception = await desks.device(desks.emi)
  const name = (members: ReturnType<typeof lineOf>[]) =>
    desks.emi.send('groups.nameMembers', { groupVisitId, members, rest: 'keep', ifFull: 'refuse' })
  await name([lineOf()])
  expect(await pictures(desks)).toEqual([photoId])
  await name([lineOf()])
  expect(await pictures(desks)).toEqual([])
  expect(reception.store.get('listPicture', photoId)?.erasedAt).not.toBeNull()
  const late = await givenPicture(desks, desks.emi)
  await expect(desks.emi.send('groups.addListPicture', { groupVisitId, photoId: late })).rejects.toMatchObject({
    code: 'groups.namesAreIn',
    details: { group: 1 },
  })
})

test('its picture is erased with the last name that reception writes by hand', async () => {
  const desks = await testCenter()
  const { photoId, groupVisitId } = await givenList(desks)
  const desk = await desks.device(desks.emi)
  const unnamed = desk.store.all('attendance').filter((one) => one.groupVisitId === groupVisitId && one.nameToFollow)
  const named = async ({ id: attendanceId }: { id: string }) => {
    const { name, nameKana, phone, birthDate } = receptionForm()
    const said = { name, nameKana, phone, birthDate, sex: 'notSaid', email: '', postalCode: '', address: '' } as const
    const skilled = { skills: [], licences: [], vehicle: 'none' as const, experience: false, affiliation: '' }
    const emergency = { name: '', relation: '', phone: '' }
    await desks.emi.send('volunteers.correctDetails', { attendanceId, basedOnSeq: 999, ...said, ...skilled, emergency })
  }
  const [first, last] = unnamed
  if (first) await named(first)
  expect(await pictures(desks)).toEqual([photoId])
  if (last) await named(last)
  expect(await pictures(desks)).toEqual([])
})

test('whoever else was said did not come: the picture goes with the last place without a name', async () => {
  const desks = await testCenter()
  const { groupVisitId } = await givenList(desks)
  await desks.emi.send('groups.cancelUnnamed', { groupVisitId, count: 2 })
  expect(await pictures(desks)).toEqual([])
})

test('a clerk erases it at once, and what is left is erased when the day is closed', async () => {
  const desks = await testCenter()
  const { photoId, groupVisitId } = await givenList(desks)
  await desks.emi.send('groups.eraseListPicture', { photoId })
  await desks.emi.send('groups.eraseListPicture', { photoId })
  expect(await pictures(desks)).toEqual([])
  const second = await givenPicture(desks, desks.emi)
  await desks.emi.send('groups.addListPicture', { groupVisitId, photoId: second })
  await desks.emi.send('groups.checkOutGroup', { groupVisitId })
  expect(await pictures(desks)).toEqual([second])
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認した']))
  await desks.lead.send('reports.closeDay', { dayId: ids.day, explanations })
  expect(await pictures(desks)).toEqual([])
})

test('the picture of a list never becomes a photo of a home, which other desks see', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks)
  const form = groupForm({ unnamed: 2 })
  await desks.lead.send('groups.checkInGroup', form)
  const photoId = await givenPicture(desks, desks.lead)
  await desks.lead.send('groups.addListPicture', { groupVisitId: form.groupVisitId, photoId })
  const asPhoto = { photoId, needId: need.id, kind: 'before' as const, siteSurveyId: null }
  await expect(desks.lead.send('needs.addPhoto', asPhoto)).rejects.toMatchObject({ code: 'core.otherBodySameId' })
})

test('a group keeps twelve sheets of its list, and says so', async () => {
  const desks = await testCenter()
  const { groupVisitId } = await givenList(desks)
  const more = async () =>
    desks.emi.send('groups.addListPicture', { groupVisitId, photoId: await givenPicture(desks, desks.emi) })
  for (let count = 1; count < 12; count++) await more()
  await expect(more()).rejects.toMatchObject({ code: 'groups.enoughListPictures', details: { group: 1, most: 12 } })
})

test('the door gives the picture to reception and the roster, and to nobody else', async () => {
  const served = await servedCenter()
  const signedIn = async (name: string, deskNames: string[]) => {
    await served.lead.send('access.addStaff', { staffId: newId(), name, pin: '222222', deskNames })
    const answer = await served.post('/api/session', JSON.stringify({ name, pin: '222222', device: 'test' }))
    return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
  }
  const [reception, needs, equipment] = [
    await signedIn('恵美', ['reception']),
    await signedIn('勉二', ['needs']),
    await signedIn('源', ['equipment']),
  ]
  const linkToken = newSecret()
  await givenWaiting(served.phone, 1, { ...receptionForm(), linkToken })
  const form = groupForm({ unnamed: 2 })
  await served.emi.send('groups.checkInGroup', form)
  const photoId = newId()
  const body = await picture()
  const put = await fetch(`${served.address}/photos/${photoId}`, { method: 'PUT', body, headers: reception })
  expect(put.status).toBe(200)
  const act = { type: 'groups.addListPicture', input: { groupVisitId: form.groupVisitId, photoId } }
  const added = await served.post('/api/commands', JSON.stringify({ id: newId(), ...act, device: 'test' }), reception)
  expect(added.status).toBe(200)
  const get = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${served.address}/${path}/${photoId}`, { headers })).status
  expect(await get('group-lists', reception)).toBe(200)
  for (const other of [needs, equipment, { authorization: `Personal ${linkToken}` }])
    expect(await get('group-lists', other)).toBe(403)
  expect(await get('group-lists', {})).toBe(401)
  // The door of photos knows nothing of lists.
  for (const other of [reception, needs]) expect(await get('photos', other)).toBe(403)
})
