import { describe, expect, test } from 'vitest'
import { smallProfile } from '#shared/center/profiles/small.ts'
import { standardProfile } from '#shared/center/profiles/standard.ts'
import { newId } from '#shared/core/ids.ts'
import type { Need } from '#shared/needs/need.ts'
import { testCenter } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { draftMistakes, emptyDraft, receiveInput } from '#web/needs/need-draft.ts'
import { listedNeeds, needCounts, needMarker, needRows, surveyList } from '#web/needs/selectors.ts'

const today = '2026-11-23'

async function given() {
  const all = await testCenter()
  const { store } = await all.device(all.ben)
  const receive = async (wishes: Parameters<typeof needForm>[0] = {}) => {
    const form = needForm(wishes)
    await all.ben.send('needs.receiveNeed', form)
    return form.needId
  }
  const shelves = () => ({
    needs: store.all('need'),
    contacts: store.all('needContact'),
    households: store.all('household'),
  })
  const listed = (filter: Parameters<typeof listedNeeds>[1], words = '', day = today, also: string[] = []) =>
    listedNeeds(needRows(shelves()), filter, words, day, new Set(also)).map(({ need }) => need.number)
  return { ...all, store, receive, shelves, listed }
}

describe('the list', () => {
  test('shows who waits for an answer, the overdue first', async () => {
    const { ben, receive, listed, shelves } = await given()
    const later = { needId: await receive(), answerBy: '2026-11-30' }
    const soon = { needId: await receive(), answerBy: '2026-11-24' }
    const told = { needId: await receive(), answerBy: '2026-11-24' }
    for (const one of [soon, later, told])
      await ben.send('needs.declineNeed', { ...one, from: 'ready', reason: '屋根', referredTo: '' })
    await ben.send('needs.answerRequester', { needId: told.needId })
    expect(listed('answer')).toEqual([2, 1])
    expect(listed('answer', '', '2026-11-25')).toEqual([2, 1])
    expect(needCounts(shelves().needs, today)).toMatchObject({ answer: 2, open: 0, all: 3 })
  })

  test('shows what has no place, what is looked at again, and whose gate is closed', async () => {
    const { ben, receive, listed } = await given()
    await receive({ contact: { addressLine: '' } })
    const held = await receive()
    await ben.send('needs.putOnHold', { needId: held, from: 'ready', reason: '相談中', reviewOn: '2026-11-25' })
    await receive({ asked: { sticker: 'red' } })
    expect(listed('noPlace')).toEqual([1])
    expect(listed('review')).toEqual([])
    expect(listed('review', '', '2026-11-25')).toEqual([2])
    expect(listed('gate')).toEqual([3])
  })

  test('finds words in every state, half-width kana included; numbers are found by the server', async () => {
    const { ben, receive, listed } = await given()
    const needId = await receive({ household: { nameKana: 'たかさき はな', phone: '0457801150' } })
    await ben.send('needs.cancelNeed', { needId, from: 'ready', reason: '済んだ' })
    await receive()
    for (const words of ['ﾀｶｻｷ', 'N-001']) expect(listed('open', words), words).toEqual([1])
    expect(listed('open', '045-780-1150')).toEqual([])
    expect(listed('open', '045-780-1150', today, [needId])).toEqual([1])
  })

  test('puts a crisis before what is urgent, and that before the newest', async () => {
    const { receive, listed } = await given()
    await receive({ asked: { urgent: true } })
    await receive()
    await receive({ asked: { crisis: true } })
    expect(listed('open')).toEqual([3, 1, 2])
  })
})

test('surveys stand by their day, then the urgent, then who waits longest', async () => {
  const { ben, receive, store } = await given()
  await receive({ asked: { survey: 'needed' } })
  await receive({ asked: { survey: 'needed', urgent: true } })
  const agreed = await receive({ asked: { survey: 'needed' } })
  await ben.send('needs.scheduleSurvey', { needId: agreed, from: 'surveyPending', on: '2026-11-24', time: '' })
  expect(surveyList(store.all('need')).map(({ number }) => number)).toEqual([3, 2, 1])
})

test('a need stands at its pin, else at its town’s point, else nowhere', async () => {
  const { receive, store } = await given()
  const pinned = await receive({ contact: { lat: 35.34, lng: 139.62 } })
  const marker = (id: string) => needMarker(store.get('need', id) as Need, store.get('needContact', id))
  expect(marker(pinned)).toMatchObject({ point: { lat: 35.34, lng: 139.62 }, mark: '未', shape: 'circle' })
  expect(marker(await receive())?.point.lat).toBeCloseTo(35.3374, 3)
  expect(marker(await receive({ contact: { townId: null } }))).toBeNull()
})

describe('the sheet as it is typed', () => {
  const typed = {
    ...emptyDraft(standardProfile.needs),
    requesterPhone: '０４５－７８０－１１５０',
    requesterName: ' 髙﨑　ハナ ',
    headcount: '５',
    tools: 'スコップ、一輪車,、',
  }

  test('becomes digits, tidy names and lists', () => {
    const input = receiveInput(typed, newId(), newId())
    expect(input.contact).toMatchObject({ requesterPhone: '0457801150', requesterName: '髙﨑 ハナ', townId: null })
    expect(input.household).toMatchObject({ phone: '0457801150', name: '髙﨑 ハナ' })
    expect(input.asked).toMatchObject({ headcount: 5, tools: ['スコップ', '一輪車'], survey: 'needed' })
    expect(draftMistakes(typed)).toEqual([])
  })

  test('keeps a town that is not in the list in the address', () => {
    const input = receiveInput({ ...typed, townText: '逗子市桜山', addressLine: '1-2' }, newId(), newId())
    expect(input.contact).toMatchObject({ townId: null, addressLine: '逗子市桜山 1-2' })
  })

  test('says beside which field something is to be put right', () => {
    const wrong = { ...typed, requesterPhone: '0457801', headcount: 'abc', landmark: 'あ'.repeat(200) }
    expect(draftMistakes(wrong).map(({ fieldId }) => fieldId)).toEqual(['requesterPhone', 'landmark', 'headcount'])
  })

  test('starts undecided where surveys are no duty', () => {
    expect(emptyDraft(smallProfile.needs).survey).toBe('unsure')
  })
})
