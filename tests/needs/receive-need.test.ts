import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { notesOf } from '#tests/support/asking.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'

test('needs are numbered through the activation, and every desk sees them at once', async () => {
  const { ben, aiko, device } = await testCenter()
  const desk = await device(aiko)
  await expect(ben.send('needs.receiveNeed', needForm())).resolves.toMatchObject({
    answer: { number: 1, status: 'ready' },
  })
  const form = needForm({ asked: { survey: 'needed', urgent: true } })
  await expect(ben.send('needs.receiveNeed', form)).resolves.toMatchObject({
    answer: { number: 2, status: 'surveyPending' },
  })
  expect(desk.store.get('need', form.needId)).toMatchObject({
    number: 2,
    clerk: '勉',
    hasPlace: true,
    urgent: true,
    gate: { closedBy: ['surveyUnresolved'] },
  })
  expect(desk.store.get('needContact', form.needId)).toMatchObject({ hasPhone: true })
  expect(desk.store.get('household', form.householdId)).toMatchObject({ townId: 'deiki-2' })
})

test('names, phones and addresses reach no desk without contacts.read, live or after a reload', async () => {
  const { ben, emi, phone, device } = await testCenter()
  const reception = await device(emi)
  const outsider = await device(phone)
  await ben.send('needs.receiveNeed', needForm())
  const reloaded = await device(emi)
  for (const { store } of [reception, reloaded, outsider]) {
    expect(store.all('needContact')).toEqual([])
    expect(store.all('household')).toEqual([])
  }
  expect(reloaded.store.all('need')).toHaveLength(1)
  expect(outsider.store.all('need')).toEqual([])
})

test('the chronology names the need by its number and nobody by name', async () => {
  const { ben, emi, device } = await testCenter()
  const desk = await device(emi)
  const form = needForm()
  await ben.send('needs.receiveNeed', form)
  const line = desk.store.all('logEntry').find(({ type }) => type === 'needs.receiveNeed')
  expect(line?.details).toEqual({ need: 1, status: 'ready' })
})

test('on the phone everything may be missing but a way to reach the caller', async () => {
  const { ben } = await testCenter()
  const nothing = { requesterName: '', requesterKana: '', requesterPhone: '', townId: null, addressLine: '', story: '' }
  const household = { name: '', nameKana: '', phone: '' }
  const asked = { categories: [], work: '', headcount: 0, tools: [], survey: 'unsure' } as const
  const form = (contact: object) =>
    needForm({ contact: { ...nothing, ...contact }, household, asked: { ...asked, categories: [], tools: [] } })
  await expect(ben.send('needs.receiveNeed', form({}))).rejects.toMatchObject({ code: 'needs.unreachable' })
  for (const way of [{ requesterPhone: '0457801150' }, { landmark: '薬王寺の裏' }, { replyTo: '文庫小の拠点' }]) {
    await expect(ben.send('needs.receiveNeed', form(way))).resolves.toMatchObject({ answer: { status: 'received' } })
  }
})

test('a job without a place is kept as received, and listed as having no place', async () => {
  const { ben, device } = await testCenter()
  const desk = await device(ben)
  const form = needForm({ contact: { addressLine: '' } })
  await ben.send('needs.receiveNeed', form)
  expect(desk.store.get('need', form.needId)).toMatchObject({ hasPlace: false, status: 'received' })
})

test('a shop’s need is kept but not made ready where the center declines livelihoods', async () => {
  const answer = { answer: { status: 'received' } }
  const standard = await testCenter()
  const form = needForm({ asked: { livelihood: true } })
  await expect(standard.ben.send('needs.receiveNeed', form)).resolves.toMatchObject(answer)
  await expect(
    standard.ben.send('needs.decideSurvey', { needId: form.needId, from: 'received', decision: 'notNeeded' }),
  ).rejects.toMatchObject({ code: 'needs.livelihoodOutside' })
  const small = await testCenter({ profileName: 'small' })
  await expect(small.ben.send('needs.receiveNeed', form)).resolves.toMatchObject({ answer: { status: 'ready' } })
})

test('what may be the same household must be looked at before another is made', async () => {
  const { ben } = await testCenter()
  const first = needForm({ household: { nameKana: 'ﾀｶｻｷ ﾊﾅ' } })
  await ben.send('needs.receiveNeed', first)
  const refused = { code: 'needs.likelyDouble', details: { householdIds: [first.householdId], needNumbers: [1] } }
  const samePhone = needForm({ household: { phone: first.contact.requesterPhone } })
  await expect(ben.send('needs.receiveNeed', samePhone)).rejects.toMatchObject(refused)
  const sameKana = needForm({ household: { nameKana: 'たかさきはな' } })
  await expect(ben.send('needs.receiveNeed', sameKana)).rejects.toMatchObject(refused)
  const otherTown = needForm({ household: { nameKana: 'たかさきはな' }, contact: { townId: 'seto' } })
  await expect(ben.send('needs.receiveNeed', otherTown)).resolves.toMatchObject({ answer: { number: 2 } })
  const another = { ...samePhone, lookedAt: [first.householdId] }
  await expect(ben.send('needs.receiveNeed', another)).resolves.toMatchObject({ answer: { number: 3 } })
})

test('a daughter’s phone finds her mother’s house; a neighbour’s calls for many', async () => {
  const { ben } = await testCenter()
  const daughter = { requesterPhone: '09011112222', relation: 'family' } as const
  const first = needForm({ contact: daughter })
  await ben.send('needs.receiveNeed', first)
  await expect(ben.send('needs.receiveNeed', needForm({ contact: daughter }))).rejects.toMatchObject({
    details: { householdIds: [first.householdId] },
  })
  const neighbour = { requesterPhone: '09033334444', relation: 'neighbour' } as const
  await ben.send('needs.receiveNeed', needForm({ contact: neighbour }))
  await expect(ben.send('needs.receiveNeed', needForm({ contact: neighbour }))).resolves.toMatchObject({
    answer: { number: 3 },
  })
})

test('a household that is known takes a second need without being made again', async () => {
  const { ben, device } = await testCenter()
  const desk = await device(ben)
  const first = needForm()
  await ben.send('needs.receiveNeed', first)
  const second = { ...needForm(), household: null, householdId: first.householdId }
  await ben.send('needs.receiveNeed', second)
  expect(desk.store.all('household')).toHaveLength(1)
  expect(desk.store.get('need', second.needId)).toMatchObject({ householdId: first.householdId })
  const unknown = { ...needForm(), household: null, householdId: newId() }
  await expect(ben.send('needs.receiveNeed', unknown)).rejects.toMatchObject({ code: 'core.notFound' })
})

test('two clerks edit one text: the second is refused, told who and when, and sees the first’s text', async () => {
  const { ben, lead, clock, device } = await testCenter()
  const desk = await device(ben)
  const form = needForm()
  await ben.send('needs.receiveNeed', form)
  const { channel: _, survey: __, ...asked } = form.asked
  const base = {
    needId: form.needId,
    basedOnVersion: 1,
    contact: form.contact,
    household: form.household,
  }
  clock.pass(12)
  await lead.send('needs.changeNeed', { ...base, asked: { ...asked, work: '床上の泥も出す' } })
  await expect(ben.send('needs.changeNeed', { ...base, asked: { ...asked, work: '畳を出す' } })).rejects.toMatchObject({
    code: 'needs.changedMeanwhile',
    details: { number: 1, by: '佐藤', at: '09:42' },
  })
  expect(desk.store.get('need', form.needId)).toMatchObject({ work: '床上の泥も出す', version: 2 })
  const mended = {
    ...base,
    basedOnVersion: 2,
    asked: { ...asked, work: '床上の泥と畳を出す', sticker: 'red' as const },
  }
  await ben.send('needs.changeNeed', mended)
  expect(desk.store.get('need', form.needId)).toMatchObject({ version: 3, gate: { closedBy: ['redSticker'] } })
})

test('the household moves with its need’s place only while both are one place', async () => {
  const { ben, device } = await testCenter()
  const desk = await device(ben)
  const form = needForm()
  await ben.send('needs.receiveNeed', form)
  const { channel: _, survey: __, ...asked } = form.asked
  const base = { needId: form.needId, asked, household: form.household }
  await ben.send('needs.changeNeed', { ...base, basedOnVersion: 1, contact: { ...form.contact, addressLine: '9-2' } })
  expect(desk.store.get('household', form.householdId)).toMatchObject({ addressLine: '9-2' })
  expect(desk.store.get('needContact', form.needId)).toMatchObject({ addressLine: '9-2' })
})

test('what a second caller says is added with time and name, until the field is full', async () => {
  const desks = await testCenter()
  const { ben } = desks
  const form = needForm({ contact: { story: '床下に泥。' } })
  await ben.send('needs.receiveNeed', form)
  await ben.send('needs.addToNeed', { needId: form.needId, words: '娘さんから。犬がいる。' })
  const { story } = await notesOf(desks, form.needId)
  expect(story.story).toBe('床下に泥。\n[11/23 09:30 勉] 娘さんから。犬がいる。')
  await expect(ben.send('needs.addToNeed', { needId: form.needId, words: 'あ'.repeat(990) })).rejects.toMatchObject({
    code: 'needs.storyFull',
    details: { number: 1 },
  })
})

test('a call that was written on paper keeps its own time, and never one that is still to come', async () => {
  const { ben, aiko, device } = await testCenter()
  const desk = await device(aiko)
  const form = needForm()
  await ben.send('needs.receiveNeed', form, { happenedAt: '2026-11-23T00:05:00.000Z' })
  expect(desk.store.get('need', form.needId)).toMatchObject({ receivedAt: '2026-11-23T00:05:00.000Z' })
  await expect(
    ben.send('needs.receiveNeed', needForm(), { happenedAt: '2026-11-23T09:00:00.000Z' }),
  ).rejects.toMatchObject({ code: 'needs.paperFromFuture' })
})
