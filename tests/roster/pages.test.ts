import { expect, test } from 'vitest'
import { groupContacts, registeredGroups } from '#server/roster/groups.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { servedCenter } from '#tests/support/served.ts'

const typed = {
  name: '釜利谷 進',
  nameKana: 'カマリヤ　ススム',
  phone: '090-1234-0000',
  birthDate: '平成2年4月1日',
  address: '金沢区釜利谷東1-1',
  emergencyName: '釜利谷 花',
  emergencyPhone: '045-780-1150',
  insurance: 'basic',
  vehicle: 'car',
  skills: '力仕事',
  days: 'sat.am',
  languages: 'English',
  consent: 'yes',
}

async function registrationPages() {
  const made = await servedCenter()
  const post = (path: string, fields: Record<string, string>) =>
    fetch(`${made.address}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: made.address },
    })
  return { ...made, post }
}

test('a phone without a script registers, renews, opens its page by the link alone, and leaves', async () => {
  const { post, address } = await registrationPages()
  const page = await (await fetch(`${address}/registration?lang=ja`)).text()
  expect(page).toContain('ボランティア登録')
  const ids = { commandId: newId(), registrationId: newId(), ownToken: newSecret() }
  const wrong = await post('/registration?lang=ja', { ...ids, ...typed, phone: '090-12', consent: '' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('釜利谷 進')
  for (const _ of ['sent', 'sent again']) {
    const done = await post('/registration?lang=ja', { ...ids, ...typed })
    expect(await done.text()).toContain('T-0001')
  }
  const answer = await (await post('/registration/own?lang=en', { ownToken: ids.ownToken })).text()
  // Made by chance, and so now and then with the very digits that must not stand there.
  const own = answer.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '').replaceAll(ids.ownToken, '')
  expect(own).toContain('Registered for fiscal year 2026.')
  // The link may lie about: nothing of how the person is reached stands behind it.
  // What the page's own script spells is nobody's number.
  const shown = own.replace(/<script[\s\S]*?<\/script>/g, '')
  for (const hidden of ['0900', '1-1', '7801150', '1990']) expect(shown).not.toContain(hidden)
  const renewal = { ...ids, commandId: newId(), insurance: 'naturalDisaster', vehicle: 'van', consent: 'yes' }
  expect(await (await post('/registration/renew?lang=ja', renewal)).text()).toContain('更新しました。')
  const left = await post('/registration/leave?lang=easy', { ...ids, commandId: newId() })
  expect(await left.text()).toContain('とうろくを やめて')
  const stranger = await post('/registration/own?lang=ja', { ownToken: newSecret() })
  expect(stranger.status).toBe(404)
  expect(await stranger.text()).toContain('このリンクは使えません')
})

const typedGroup = {
  name: '金沢工業高校 ボランティア部',
  nameKana: 'カナザワコウギョウコウコウ',
  kind: 'school',
  headcount: '２５人',
  leaderName: '引率 一郎',
  leaderKana: 'インソツ　イチロウ',
  phone: '045-780-1150',
  email: 'club@example.com',
  address: '金沢区釜利谷東1-1',
  skills: '力仕事',
  'count.microbus': '1',
  'seats.microbus': '28',
  'mayMove.microbus': 'yes',
  insurance: 'naturalDisaster',
  joinedOn: '令和8年4月10日',
  consent: 'yes',
}

test('a group registers by a phone without a script, renews, hands over its representative, and leaves', async () => {
  const { post, address, center } = await registrationPages()
  for (const [language, words] of [
    ['ja', '団体で登録'],
    ['easy', 'グループで'],
    ['en', 'As a group'],
  ]) {
    expect(await (await fetch(`${address}/registration?lang=${language}`)).text()).toContain(words)
    expect(await (await fetch(`${address}/registration/group?lang=${language}`)).text()).toContain(words)
  }
  const ids = { commandId: newId(), registrationId: newId(), ownToken: newSecret() }
  const half = { ...ids, ...typedGroup, headcount: 'many', 'seats.microbus': '', consent: '' }
  const wrong = await post('/registration/group?lang=ja', half)
  expect(wrong.status).toBe(422)
  const words = await wrong.text()
  for (const sentence of ['ふだんの人数を数字で', '台数と定員', '引率 一郎']) expect(words).toContain(sentence)
  for (const _ of ['sent', 'sent again'])
    expect(await (await post('/registration/group?lang=ja', { ...ids, ...typedGroup })).text()).toContain('D-0001')
  const other = { commandId: newId(), registrationId: newId(), ownToken: newSecret() }
  const twice = await post('/registration/group?lang=en', {
    ...other,
    ...typedGroup,
    name: '金沢工業高校ボランティア部',
  })
  expect(twice.status).toBe(409)
  expect(await twice.text()).toContain('registered already')
  const own = await (await post('/registration/own?lang=en', { ownToken: ids.ownToken })).text()
  expect(own).toContain('Registered for fiscal year 2026.')
  expect(own).toContain('value="28"')
  for (const hidden of ['引率', '7801150', 'example.com', '釜利谷東1-1']) expect(own).not.toContain(hidden)
  const renewal = {
    ...ids,
    commandId: newId(),
    headcount: '30',
    leaderName: '新井 花',
    insurance: 'basic',
    consent: 'yes',
  }
  expect(await (await post('/registration/group/renew?lang=ja', renewal)).text()).toContain('更新しました。')
  const stored = await center.read((tx) => groupContacts.get(tx, ids.registrationId))
  expect(stored).toMatchObject({ leaderName: '新井 花', leaderKana: '', phone: '0457801150' })
  expect(await center.read((tx) => registeredGroups.get(tx, ids.registrationId))).toMatchObject({
    channel: 'phone',
    nameKana: 'かなざわこうぎょうこうこう',
    usualHeadcount: 30,
    vehicles: [],
    insurance: { plan: 'basic', fiscalYear: 2026 },
  })
  const left = await post('/registration/leave?lang=easy', { ...ids, commandId: newId() })
  expect(await left.text()).toContain('とうろくを やめて')
})
