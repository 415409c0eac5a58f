import { expect, test } from 'vitest'
import { verifyAccessLog } from '#server/access/access-log.ts'
import { newId } from '#shared/core/ids.ts'
import { ask } from '#tests/support/asking.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm, withheld } from '#tests/support/given.ts'
import { givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenPicture } from '#tests/support/given-photos.ts'

const where = ['字カナリア', '目印カナリア', '世帯カナリア', '139.6543']
const whereIn = (text: string) => where.filter((one) => text.includes(one))

const survivor = (addressWithheld: boolean) =>
  needForm({
    household: { name: '世帯カナリア', addressWithheld },
    contact: {
      requesterName: '世帯カナリア',
      addressLine: '字カナリア',
      landmark: '目印カナリア',
      lat: 35.3374,
      lng: 139.6543,
    },
  })

async function given(addressWithheld: boolean) {
  const desks = await testCenter()
  const form = survivor(addressWithheld)
  await desks.ben.send('needs.receiveNeed', form)
  const text = async ({ actor }: typeof desks.ben) => (await desks.center.catchUp(actor, 0)).text
  return { ...desks, form, text }
}

async function givenSheet(made: Awaited<ReturnType<typeof given>>) {
  const people = await givenWaiting(made.phone, 2)
  const [teamId, workOrderId] = [newId(), newId()]
  const team = { teamId, attendanceIds: people, leaderId: people[0] ?? null, needId: made.form.needId, seenTeamIds: [] }
  await made.aiko.send('teams.formTeam', team)
  await made.aiko.send('teams.briefTeam', { teamId })
  await made.aiko.send('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
  return { people, teamId, workOrderId }
}

test('住所非開示: no desk holds or finds the place, every desk knows that it is withheld', async () => {
  const made = await given(true)
  const { center, lead, ben, aiko, form, text } = made
  for (const desk of [lead, ben, aiko]) expect(whereIn(await text(desk))).toEqual([])
  const { store } = await made.device(aiko)
  expect(store.get('need', form.needId)).toMatchObject({ addressWithheld: true, townId: 'deiki-2' })
  const found = await ask(center, ben.actor, 'needs.findNeeds', { words: '', householdIds: [form.householdId] })
  expect(found.needs).toHaveLength(1)
  expect(whereIn(JSON.stringify(found))).toEqual([])
  for (const words of ['字カナリア', '目印カナリア'])
    expect((await ask(center, ben.actor, 'needs.findNeeds', { words, householdIds: [] })).needs).toEqual([])
})

test('the lead and the needs desk see it by an act that is written down; dispatch and survey alone do not', async () => {
  const { center, ben, aiko, form } = await given(true)
  const revealId = newId()
  const input = { revealId, needId: form.needId, why: 'safety' as const }
  await expect(aiko.send('needs.revealPlace', input)).rejects.toMatchObject({ code: 'core.notAllowed' })
  await ben.send('needs.revealPlace', input)
  const shown = await ask(center, ben.actor, 'needs.revealedPlace', { revealId })
  expect(whereIn(JSON.stringify(shown))).toEqual(where)
  expect(await verifyAccessLog(center.db)).toMatchObject({ rows: 1, brokenAt: null })
})

test('whoever is out already loses the place at once when it is said, and so does every desk', async () => {
  const made = await given(false)
  const { ben, aiko, form, text, center } = made
  const { people, workOrderId } = await givenSheet(made)
  await aiko.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  const phone = await made.device(made.volunteer(people[0] ?? ''))
  const desk = await made.device(aiko)
  expect(phone.store.get('workOrderPlace', workOrderId)?.addressLine).toBe('字カナリア')
  await ben.send('needs.changeNeed', withheld(form))
  expect(phone.store.get('workOrderPlace', workOrderId)).toMatchObject({ withheld: true, addressLine: '', lat: null })
  expect(desk.store.get('needContact', form.needId)).toBeUndefined()
  expect(desk.store.get('household', form.householdId)).toBeUndefined()
  for (const one of [made.lead, ben, aiko, made.volunteer(people[0] ?? '')])
    expect(whereIn(await text(one))).toEqual([])
  const since = await center.catchUp(aiko.actor, center.health.seq - 1)
  expect(whereIn(since.text)).toEqual([])
  expect(since.text).toContain(form.householdId)
})

test('a photo of the home is shown to nobody, whether it was there before or comes after', async () => {
  const made = await given(false)
  const { ben, form, center } = made
  const desk = await made.device(ben)
  const add = async () => {
    const photoId = await givenPicture({ center }, ben)
    await ben.send('needs.addPhoto', { photoId, kind: 'before', needId: form.needId, siteSurveyId: null })
    return photoId
  }
  const before = await add()
  expect(desk.store.get('photo', before)).toBeDefined()
  await ben.send('needs.changeNeed', withheld(form))
  const after = await add()
  for (const id of [before, after]) expect(desk.store.get('photo', id)).toBeUndefined()
})

test('only the lead sends a team there', async () => {
  const made = await given(true)
  const { workOrderId } = await givenSheet(made)
  const act = { workOrderId, checked: [] }
  await expect(made.aiko.send('dispatch.dispatchTeam', act)).rejects.toMatchObject({ code: 'dispatch.leadOnly' })
  await made.lead.send('dispatch.dispatchTeam', act)
})
