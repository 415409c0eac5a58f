import { expect, test } from 'vitest'
import { verifyAccessLog } from '#server/access/access-log.ts'
import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import { newId } from '#shared/core/ids.ts'
import { ask, notesOf } from '#tests/support/asking.ts'
import { Sender, testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenMerge } from '#tests/support/given-doubles.ts'

const told = ['在宅で酸素', '夫が入院した']

const toldForm = () =>
  needForm({
    household: { considerations: '在宅で酸素を使っている' },
    contact: { story: '夫が入院した。泥を出したい。' },
  })

const toldIn = (text: string) => told.filter((words) => text.includes(words))

async function given() {
  const desks = await testCenter()
  const form = toldForm()
  const heard: string[] = []
  const audiences: readonly string[] = audiencesOfActor(desks.lead.actor)
  desks.center.onPatch((patches) =>
    heard.push(JSON.stringify(patches.filter(({ audience }) => audiences.includes(audience)))),
  )
  await desks.ben.send('needs.receiveNeed', form)
  return { ...desks, form, heard: () => heard.join() }
}

test('what was said and what a household needs is held by no desk; whoever takes the calls reads it by a written act', async () => {
  const desks = await given()
  const { center, form, lead, aiko, ben, emi, heard } = desks
  for (const { actor } of [lead, aiko, ben, emi]) expect(toldIn((await center.catchUp(actor, 0)).text)).toEqual([])
  const { story, note } = await notesOf(desks, form.needId)
  expect([note.considerations, story.story]).toEqual(['在宅で酸素を使っている', '夫が入院した。泥を出したい。'])
  expect(toldIn(heard())).toEqual([])
  expect(heard()).toContain('needs.revealNotes')
  const { looks, holds } = await ask(center, lead.actor, 'access.findLooks', { staffId: null })
  expect(looks).toMatchObject([{ what: 'notes', recordKind: 'need', recordId: form.needId, why: 'work' }])
  expect(holds).toBe(true)
})

test('every desk that works with homes knows that something is written, and what teams need stays with the need', async () => {
  const { form, aiko, device } = await given()
  const { store } = await device(aiko)
  expect(store.get('household', form.householdId)?.hasNote).toBe(true)
  expect(store.get('needContact', form.needId)?.hasStory).toBe(true)
  expect(store.get('need', form.needId)).toMatchObject({ work: '床下の泥を出す', headcount: 5, tools: ['スコップ'] })
})

test('survey, dispatch, reception and volunteers read none of it', async () => {
  const { center, form, aiko, emi, daigo, phone } = await given()
  const surveyor: Actor = {
    kind: 'staff',
    staffId: newId(),
    sessionId: newId(),
    name: '現調',
    capabilities: ['survey.manage', 'contacts.read'],
  }
  const input = { revealId: newId(), needId: form.needId, why: 'work' as const }
  for (const sender of [aiko, emi, daigo, new Sender(center, surveyor)])
    await expect(sender.send('needs.revealNotes', input)).rejects.toMatchObject({ code: 'core.notAllowed' })
  await expect(phone.send('needs.revealNotes', input)).rejects.toMatchObject({ code: 'core.notSignedIn' })
  expect((await verifyAccessLog(center.db)).rows).toBe(0)
})

test('it is read by whoever asked for it, for ten minutes, and by no other act', async () => {
  const { center, ben, clock, form } = await given()
  const refused = { code: 'core.notAllowed' }
  const numbers = newId()
  await ben.send('needs.revealPhone', { revealId: numbers, needId: form.needId, why: 'call' })
  await expect(ask(center, ben.actor, 'needs.revealedNotes', { revealId: numbers })).rejects.toMatchObject(refused)
  const revealId = newId()
  await ben.send('needs.revealNotes', { revealId, needId: form.needId, why: 'work' })
  expect((await ask(center, ben.actor, 'needs.revealedNotes', { revealId })).story.id).toBe(form.needId)
  clock.pass(11)
  await expect(ask(center, ben.actor, 'needs.revealedNotes', { revealId })).rejects.toMatchObject(refused)
})

test('whoever writes a need anew without having read the notes leaves them as they are', async () => {
  const desks = await given()
  const { ben, form } = desks
  const { channel: _, survey: __, ...asked } = form.asked
  const household = { ...form.household, considerations: null }
  const change = (basedOnVersion: number, story: string | null) =>
    ben.send('needs.changeNeed', {
      needId: form.needId,
      basedOnVersion,
      asked,
      household,
      contact: { ...form.contact, story },
    })
  await change(1, null)
  expect((await notesOf(desks, form.needId)).story.story).toBe('夫が入院した。泥を出したい。')
  await change(2, '')
  const { story, note } = await notesOf(desks, form.needId)
  expect([story.story, note.considerations]).toEqual(['', '在宅で酸素を使っている'])
  expect((await desks.device(ben)).store.get('needContact', form.needId)?.hasStory).toBe(false)
})

test('what another said of a need that was merged is read with the one that was kept', async () => {
  const desks = await given()
  const { center, ben, form } = desks
  const other = needForm({ contact: { story: '隣の者です。犬がいる。' } })
  await ben.send('needs.receiveNeed', other)
  await givenMerge(ben, center, 'doubles.mergeNeeds', [form.needId, other.needId])
  expect((await notesOf(desks, form.needId)).mergedStories).toEqual([
    { id: other.needId, story: '隣の者です。犬がいる。' },
  ])
})
