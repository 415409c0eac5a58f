import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTagCode } from '#shared/core/check-digit.ts'
import { newDevice } from '#tests/support/browser.ts'
import { ids } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { servedCenter } from '#tests/support/served.ts'

test('printed name tags are read back by a real reader, one for each person, and only staff may print them', async () => {
  const { phone, lead, address } = await servedCenter()
  await lead.send('access.addStaff', {
    staffId: crypto.randomUUID(),
    name: '恵美',
    pin: '111111',
    deskNames: ['reception'],
  })
  const kana = ['かなざわ はなこ', 'かまりやひがし さくらこ', 'スミス ジョン']
  for (const nameKana of kana) await phone.send('volunteers.checkIn', receptionForm({ nameKana }))
  const { page, context } = await newDevice('desk')
  const url = `${address}/sheets/name-tags?day=${ids.day}&numbers=1-3`
  expect((await page.goto(url))?.status()).toBe(401)
  const data = { name: '恵美', pin: '111111', device: 'test' }
  await context.request.post(`${address}/api/session`, { data, headers: { origin: address } })
  await page.goto(url)
  expect(await page.locator('.name-tag-kana').allTextContents()).toEqual(['かなざわ', 'かまりやひがし', 'スミス'])
  expect(await page.locator('.name-tag-kana-long').count()).toBe(1)
  const folder = mkdtempSync(join(tmpdir(), 'sasae-tags-'))
  await page.pdf({ path: join(folder, 'tags.pdf'), preferCSSPageSize: true })
  execFileSync('pdftoppm', ['-r', '150', '-png', join(folder, 'tags.pdf'), join(folder, 'tags')])
  const read = execFileSync('zbarimg', ['--raw', '-q', join(folder, 'tags-1.png')], { encoding: 'utf8' })
  const numbers = read
    .trim()
    .split('\n')
    .map((text) => readTagCode(text, 1))
  expect(new Set(numbers)).toEqual(new Set([1, 2, 3]))
  await context.close()
})
