import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { testCenter } from '#tests/support/center.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'
import { givenMerge } from '#tests/support/given-doubles.ts'
import { givenPicture } from '#tests/support/given-photos.ts'
import { givenTeamOut } from '#tests/support/given-reports.ts'

type Desks = Awaited<ReturnType<typeof testCenter>>

async function needPhoto(desks: Desks, needId: string): Promise<string> {
  const photoId = await givenPicture(desks, desks.ben)
  await desks.ben.send('needs.addPhoto', { photoId, needId, kind: 'danger', siteSurveyId: null })
  return photoId
}

/** The phones of a team's people, the leader's first, and of somebody who is not in it. */
async function phonesOf(desks: Desks, people: readonly string[]) {
  const phones = []
  for (const id of people) phones.push(await desks.device(desks.volunteer(id)))
  return phones
}

const seenBy = (phones: Awaited<ReturnType<typeof phonesOf>>) =>
  phones.map(({ store }) =>
    store
      .all('photo')
      .map(({ id }) => id)
      .toSorted(),
  )

test('a team sees the photos of the home from departure until it is home, and never before or after', async () => {
  const desks = await testCenter()
  const { people, workOrderId, teamId, need } = await givenTeam(desks)
  const phones = await phonesOf(desks, people)
  const before = await needPhoto(desks, need.id)
  const nothing = people.map(() => [])
  expect(seenBy(phones)).toEqual(nothing)
  await desks.aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  expect(seenBy(phones)).toEqual(people.map(() => [before]))
  const meanwhile = await needPhoto(desks, need.id)
  expect(seenBy(phones)).toEqual(people.map(() => [before, meanwhile].toSorted()))
  // A phone that comes to its page only now is told the same.
  expect(seenBy(await phonesOf(desks, people))).toEqual(people.map(() => [before, meanwhile].toSorted()))
  await desks.emi.send('reports.receiveTeam', { teamId, missingIds: [] })
  expect(seenBy(phones)).toEqual(nothing)
  await needPhoto(desks, need.id)
  expect(seenBy(phones)).toEqual(nothing)
  await desks.emi.send('reports.undoReceiveTeam', { teamId })
  expect(seenBy(phones).every((seen) => seen.length === 3)).toBe(true)
})

test('a team that is called back before it was far sees nothing any more', async () => {
  const desks = await testCenter()
  const { people, workOrderId, need } = await givenTeamOut(desks)
  const phones = await phonesOf(desks, people)
  await needPhoto(desks, need.id)
  expect(seenBy(phones).every((seen) => seen.length === 1)).toBe(true)
  await desks.aiko.send('dispatch.recallFromDispatch', { workOrderId })
  expect(seenBy(phones)).toEqual(people.map(() => []))
})

test('once the leader has reported, only what the leader sent stays, on the leader’s phone', async () => {
  const desks = await testCenter()
  const { people, workOrderId, need } = await givenTeamOut(desks)
  const leader = desks.volunteer(people[0] ?? '')
  const phones = await phonesOf(desks, people)
  const own = await givenPicture(desks, leader)
  await leader.send('reports.addPhoto', { photoId: own, workOrderId, kind: 'after' })
  const theirs = await needPhoto(desks, need.id)
  expect(seenBy(phones)).toEqual(people.map(() => [own, theirs].toSorted()))
  await leader.send('reports.sendReport', {
    reportId: newId(),
    workOrderId,
    outcome: 'completed',
    workDone: '',
    remainingWork: '',
    nextHeadcount: 0,
    headcount: people.length,
    startedAt: null,
    endedAt: null,
    observation: '',
  })
  expect(seenBy(phones)).toEqual(people.map((_, index) => (index === 0 ? [own] : [])))
})

test('a team whose need was the wrong one sees the photos of the right home, and no longer those of the other', async () => {
  const desks = await testCenter()
  const { people, teamId, need } = await givenTeamOut(desks)
  const right = await givenNeed(desks)
  const phones = await phonesOf(desks, people)
  await needPhoto(desks, need.id)
  const ofRight = await needPhoto(desks, right.id)
  const words = { workOrderId: newId(), fromNeedId: need.id, needId: right.id, reason: '家をまちがえた' }
  await desks.aiko.send('dispatch.correctNeedOfTeam', { teamId, ...words, seenTeamIds: [] })
  expect(seenBy(phones)).toEqual(people.map(() => [ofRight]))
})

test('photos that a merge brings to its need reach a team while it is out, and go back with the merge', async () => {
  const desks = await testCenter()
  const { people, need } = await givenTeamOut(desks)
  const other = await givenNeed(desks)
  const theirs = await needPhoto(desks, other.id)
  const phones = await phonesOf(desks, people)
  const mergeId = await givenMerge(desks.ben, desks.center, 'doubles.mergeNeeds', [need.id, other.id])
  expect(seenBy(phones)).toEqual(people.map(() => [theirs]))
  const later = await needPhoto(desks, need.id)
  expect(seenBy(phones)).toEqual(people.map(() => [theirs, later].toSorted()))
  await desks.ben.send('doubles.unmerge', { mergeId })
  expect(seenBy(phones)).toEqual(people.map(() => [later]))
})

test('what a photo shows is said anew by a desk, or by the leader who sent it, and taken back by saying it again', async () => {
  const desks = await testCenter()
  const { people, workOrderId, need } = await givenTeamOut(desks)
  const [leader, member] = [desks.volunteer(people[0] ?? ''), desks.volunteer(people[1] ?? '')]
  const desk = await desks.device(desks.ben)
  const photoId = await givenPicture(desks, leader)
  await leader.send('reports.addPhoto', { photoId, workOrderId, kind: 'before' })
  await leader.send('photos.changeKind', { photoId, kind: 'after' })
  expect(desk.store.get('photo', photoId)).toMatchObject({ kind: 'after' })
  await desks.emi.send('photos.changeKind', { photoId, kind: 'danger' })
  expect(desk.store.get('photo', photoId)).toMatchObject({ kind: 'danger' })
  await desks.emi.send('photos.changeKind', { photoId, kind: 'after' })
  expect(desk.store.get('photo', photoId)).toMatchObject({ kind: 'after' })
  const refused = { code: 'core.notAllowed' }
  const theirs = await needPhoto(desks, need.id)
  await expect(leader.send('photos.changeKind', { photoId: theirs, kind: 'after' })).rejects.toMatchObject(refused)
  await expect(member.send('photos.changeKind', { photoId, kind: 'before' })).rejects.toMatchObject(refused)
  await expect(desks.daigo.send('photos.changeKind', { photoId, kind: 'before' })).rejects.toMatchObject(refused)
  await desks.emi.send('photos.removePhoto', { photoId })
  await expect(leader.send('photos.changeKind', { photoId, kind: 'before' })).rejects.toMatchObject({
    code: 'photos.removed',
    details: { need: need.number },
  })
})
