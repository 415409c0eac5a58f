import { expect, test } from 'vitest'
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
  const ids = { commandId: newId(), personId: newId(), ownToken: newSecret() }
  const wrong = await post('/registration?lang=ja', { ...ids, ...typed, phone: '090-12', consent: '' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('釜利谷 進')
  for (const _ of ['sent', 'sent again']) {
    const done = await post('/registration?lang=ja', { ...ids, ...typed })
    expect(await done.text()).toContain('T-0001')
  }
  const own = await (await post('/registration/own?lang=en', { ownToken: ids.ownToken })).text()
  expect(own).toContain('Registered for fiscal year 2026.')
  // The link may lie about: nothing of how the person is reached stands behind it.
  for (const hidden of ['0900', '1-1', '7801150', '1990']) expect(own).not.toContain(hidden)
  const renewal = { ...ids, commandId: newId(), insurance: 'naturalDisaster', vehicle: 'van', consent: 'yes' }
  expect(await (await post('/registration/renew?lang=ja', renewal)).text()).toContain('更新しました。')
  const left = await post('/registration/leave?lang=easy', { ...ids, commandId: newId() })
  expect(await left.text()).toContain('とうろくを やめて')
  const stranger = await post('/registration/own?lang=ja', { ownToken: newSecret() })
  expect(stranger.status).toBe(404)
  expect(await stranger.text()).toContain('このリンクは使えません')
})
