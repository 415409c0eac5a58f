import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { needForm } from '#tests/support/given.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

interface Found {
  needs: { id: string }[]
}

/** A served center and the cookie of someone at these desks. */
async function given(deskNames: string[]) {
  const all = await servedCenter()
  await all.lead.send('access.addStaff', { staffId: newId(), name: '勉', pin: '234567', deskNames })
  const body = JSON.stringify({ name: '勉', pin: '234567', device: newId() })
  const signedIn = await all.post('/api/session', body)
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const search = (words: string, householdIds: string[] = []) =>
    all.post('/api/reads/needs.findNeeds', JSON.stringify({ words, householdIds }), { cookie })
  return { ...all, search }
}

async function foundIds(answer: Response): Promise<string[]> {
  const { needs } = (await answer.json()) as Found
  return needs.map(({ id }) => id)
}

test('all needs are found by number, kana, phone, town, landmark and work, closed ones too', async () => {
  const { ben, search } = await given(['needs'])
  const form = needForm({
    household: { nameKana: 'たかさき はな', phone: '0457801150' },
    contact: { story: '心臓がわるい', landmark: '青い屋根', townId: 'nojima-cho' },
    asked: { work: '犬小屋を起こす' },
  })
  await ben.send('needs.receiveNeed', form)
  await ben.send('needs.cancelNeed', { needId: form.needId, from: 'ready', reason: '済んだ' })
  await ben.send('needs.receiveNeed', needForm())
  for (const words of ['N-001', 'ﾀｶｻｷ', '045-780-1150', '野島町', '青い屋根', '犬']) {
    expect(await foundIds(await search(words)), words).toEqual([form.needId])
  }
  // What was said is shown to whoever asks for it in writing, and nobody can feel their way to it.
  expect(await foundIds(await search('心臓'))).toEqual([])
  expect(await foundIds(await search('', [form.householdId]))).toEqual([form.needId])
  expect(await foundIds(await search(''))).toEqual([])
})

test('a search knows what changed since the last one', async () => {
  const { ben, search } = await given(['needs'])
  const form = needForm({ contact: { landmark: '犬のいる家' } })
  await ben.send('needs.receiveNeed', form)
  expect(await foundIds(await search('犬'))).toEqual([form.needId])
  const { channel: _, survey: __, ...asked } = form.asked
  const contact = { ...form.contact, landmark: '猫のいる家' }
  const changed = { needId: form.needId, basedOnVersion: 1, asked, contact, household: form.household }
  await ben.send('needs.changeNeed', changed)
  expect(await foundIds(await search('犬'))).toEqual([])
  expect(await foundIds(await search('猫'))).toEqual([form.needId])
})

test('whoever may not read contacts may not search them, and nonsense is refused', async () => {
  const reception = await given(['reception'])
  expect(await problemCode(await reception.search('たかさき'))).toBe('core.notAllowed')
  const needs = await given(['needs'])
  expect(await problemCode(await needs.search('あ'.repeat(200)))).toBe('core.malformed')
})
