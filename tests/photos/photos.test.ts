import { expect, test } from 'vitest'
import { readFor } from '#server/core/reads.ts'
import { photosSlice } from '#server/photos/slice.ts'
import { newId } from '#shared/core/ids.ts'
import { photoLimits } from '#shared/photos/limits.ts'
import { type Sender, testCenter } from '#tests/support/center.ts'
import { givenNeed } from '#tests/support/given-dispatch.ts'
import { givenPicture } from '#tests/support/given-photos.ts'
import { givenTeamOut } from '#tests/support/given-reports.ts'

type Desks = Awaited<ReturnType<typeof testCenter>>

async function needPhoto(desks: Desks, needId: string, sender: Sender = desks.ben) {
  const photoId = await givenPicture(desks, sender)
  await sender.send('needs.addPhoto', { photoId, needId, kind: 'danger', siteSurveyId: null })
  return photoId
}

const pictures = async ({ center }: Desks) =>
  (await center.db.selectFrom('photo_blob').select('id').orderBy('id').execute()).map(({ id }) => id)

test('a photo of a need reaches the desks that work with homes at once, and no other', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks)
  const [dispatch, returning, nobody] = [
    await desks.device(desks.aiko),
    await desks.device(desks.emi),
    await desks.device(desks.daigo),
  ]
  const photoId = await needPhoto(desks, need.id)
  for (const device of [dispatch, returning])
    expect(device.store.all('photo')).toMatchObject([
      { id: photoId, needId: need.id, needNumber: need.number, takenFor: 'need', kind: 'danger', takenBy: '勉' },
    ])
  expect(nobody.store.all('photo')).toEqual([])
  expect(JSON.stringify(dispatch.store.all('logEntry'))).toContain('needs.addPhoto')
})

test('a photo of a visit may come before the record of the visit', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks)
  const desk = await desks.device(desks.ben)
  const [photoId, siteSurveyId] = [await givenPicture(desks, desks.ben), newId()]
  await desks.ben.send('needs.addPhoto', { photoId, needId: need.id, kind: 'before', siteSurveyId })
  expect(desk.store.get('photo', photoId)).toMatchObject({ takenFor: 'survey', siteSurveyId })
})

test('a leader adds photos to the sheet, the phone is told of its own, and the return desk adds some too', async () => {
  const desks = await testCenter()
  const { people, workOrderId, teamId, need } = await givenTeamOut(desks)
  const [leader, member] = [desks.volunteer(people[0] ?? ''), desks.volunteer(people[1] ?? '')]
  const [phone, other] = [await desks.device(leader), await desks.device(member)]
  const photoId = await givenPicture(desks, leader)
  await leader.send('reports.addPhoto', { photoId, workOrderId, kind: 'after' })
  expect(phone.store.all('photo')).toMatchObject([
    { id: photoId, needId: need.id, teamId, sentBy: people[0], takenBy: '' },
  ])
  expect(other.store.all('photo')).toMatchObject([{ id: photoId }])
  const atDesk = await givenPicture(desks, desks.emi)
  await desks.emi.send('reports.addPhoto', { photoId: atDesk, workOrderId, kind: 'before' })
  const desk = await desks.device(desks.ben)
  expect(desk.store.all('photo').map(({ id }) => id)).toEqual(expect.arrayContaining([photoId, atDesk]))
  expect(phone.store.all('photo')).toHaveLength(2)
  await expect(
    member.send('reports.addPhoto', { photoId: await givenPicture(desks, member), workOrderId, kind: 'after' }),
  ).rejects.toMatchObject({ code: 'core.notAllowed' })
})

test('nobody refers to a picture that did not come in, that is another’s, or that is a photo already', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks)
  const { people, workOrderId } = await givenTeamOut(desks)
  const add = (photoId: string) =>
    desks.ben.send('needs.addPhoto', { photoId, needId: need.id, kind: 'before', siteSurveyId: null })
  await expect(add(newId())).rejects.toMatchObject({ code: 'photos.pictureMissing' })
  const leader = desks.volunteer(people[0] ?? '')
  await expect(add(await givenPicture(desks, leader))).rejects.toMatchObject({ code: 'photos.pictureMissing' })
  const photoId = await needPhoto(desks, need.id)
  await expect(add(photoId)).rejects.toMatchObject({ code: 'core.otherBodySameId' })
  const onSheet = leader.send('reports.addPhoto', { photoId, workOrderId, kind: 'after' })
  await expect(onSheet).rejects.toMatchObject({ code: 'photos.pictureMissing' })
})

test('a need holds a hundred photos, and says so', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks)
  for (let count = 0; count < photoLimits.ofNeed; count++) await needPhoto(desks, need.id)
  await expect(needPhoto(desks, need.id)).rejects.toMatchObject({
    code: 'photos.enoughPhotos',
    details: { need: need.number, most: photoLimits.ofNeed },
  })
})

test('a removed photo can be brought back for a while; then its picture is erased', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks)
  const desk = await desks.device(desks.ben)
  const photoId = await needPhoto(desks, need.id)
  await desks.aiko.send('photos.removePhoto', { photoId })
  expect(desk.store.get('photo', photoId)).toMatchObject({ removedBy: '愛子' })
  await desks.ben.send('photos.removePhoto', { photoId })
  expect(desk.store.get('photo', photoId)).toMatchObject({ removedBy: '愛子' })
  await desks.ben.send('photos.restorePhoto', { photoId })
  expect(desk.store.get('photo', photoId)).toMatchObject({ removedAt: null, removedBy: '' })
  await desks.ben.send('photos.removePhoto', { photoId })
  desks.clock.pass(photoLimits.undoMinutes - 1)
  const other = await needPhoto(desks, need.id)
  expect(await pictures(desks)).toEqual([photoId, other].toSorted())
  desks.clock.pass(2)
  await expect(desks.ben.send('photos.restorePhoto', { photoId })).rejects.toMatchObject({ code: 'photos.erased' })
  const third = await needPhoto(desks, need.id)
  expect(await pictures(desks)).toEqual([other, third].toSorted())
  await expect(desks.daigo.send('photos.removePhoto', { photoId: other })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
})

test('a leader takes back an own photo and nobody else’s', async () => {
  const desks = await testCenter()
  const { people, workOrderId, need } = await givenTeamOut(desks)
  const leader = desks.volunteer(people[0] ?? '')
  const photoId = await givenPicture(desks, leader)
  await leader.send('reports.addPhoto', { photoId, workOrderId, kind: 'after' })
  const theirs = await needPhoto(desks, need.id)
  await expect(leader.send('photos.removePhoto', { photoId: theirs })).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
  await leader.send('photos.removePhoto', { photoId })
  await leader.send('photos.restorePhoto', { photoId })
})

test('a sender of pictures without an act is stopped before the disk is full, and goes on once acts have come', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks)
  const sent: string[] = []
  for (let count = 0; count < photoLimits.waitingOfSender; count++) sent.push(await givenPicture(desks, desks.ben))
  await expect(givenPicture(desks, desks.ben)).rejects.toMatchObject({ code: 'photos.busy' })
  const [photoId = ''] = sent
  await desks.ben.send('needs.addPhoto', { photoId, needId: need.id, kind: 'before', siteSurveyId: null })
  await givenPicture(desks, desks.ben)
})

test('pictures to which no act ever referred go after a week', async () => {
  const desks = await testCenter()
  const need = await givenNeed(desks)
  await givenPicture(desks, desks.ben)
  desks.clock.pass(8 * 24 * 60)
  const photoId = await needPhoto(desks, need.id)
  expect(await pictures(desks)).toEqual([photoId])
})

test('a desk holds a day’s worth of photos from the beginning and asks for the others of a need', async () => {
  const desks = await testCenter()
  const old = await givenNeed(desks)
  const first = await needPhoto(desks, old.id)
  for (let more = 0; more < 5; more++) {
    const need = await givenNeed(desks)
    for (let count = 0; count < photoLimits.ofNeed; count++) await needPhoto(desks, need.id)
  }
  const desk = await desks.device(desks.ben)
  expect(desk.store.all('photo')).toHaveLength(500)
  expect(desk.store.get('photo', first)).toBeUndefined()
  const readers = new Map((photosSlice.reads ?? []).map((one) => [one.read.name, one]))
  const asked = { name: 'photos.photosOfNeed', input: { needId: old.id } }
  expect(await readFor(desks.center, readers, desks.ben.actor, asked)).toMatchObject({ photos: [{ id: first }] })
  await expect(readFor(desks.center, readers, desks.daigo.actor, asked)).rejects.toMatchObject({
    code: 'core.notAllowed',
  })
})
