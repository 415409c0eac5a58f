import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { capabilities } from '#shared/access/capabilities.ts'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible, newDevice, openRealCenter } from '#tests/support/browser.ts'
import { Sender } from '#tests/support/center.ts'

let real: Awaited<ReturnType<typeof openRealCenter>>
let lead: Sender

beforeAll(async () => {
  real = await openRealCenter()
})

test('a center is set up on one page, its day opened, and another person sits down with a key, a press and the PIN', async () => {
  const { page, context } = await newDevice('desk')
  await page.goto(`${real.address}/desk`)
  await page.getByRole('button', { name: 'センターをひらく' }).click()
  await expectAccessible(page)
  await page.getByLabel('災害の名前').fill('訓練地震')
  await page.getByLabel('統括のお名前').fill('佐藤')
  await page.reload()
  expect(await page.getByLabel('災害の名前').inputValue()).toBe('訓練地震')
  await page.getByLabel('PIN(数字6桁)').fill('１２３４５６')
  await page.getByLabel('PINをもう一度').fill('123456')
  await page.getByRole('button', { name: 'センターをひらく' }).click()
  await page.getByRole('button', { name: '活動日をひらく' }).click()
  await page.getByText('第1日', { exact: true }).waitFor()
  await expectAccessible(page)
  await page.getByRole('tab', { name: '担当者' }).click()
  await page.getByRole('radio', { name: /^お名前とPINだけ/ }).check()
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('入り方を保存しました').waitFor()
  await page.getByLabel('お名前', { exact: true }).fill('鈴木')
  await page.getByLabel('新しいPIN(6桁)').fill('222222')
  await page.getByRole('checkbox', { name: '受付', exact: true }).check()
  await page.getByRole('button', { name: '加える', exact: true }).click()
  await page.getByText('鈴木さんを加えました').waitFor()
  await expectAccessible(page)

  await page.keyboard.press('F2')
  await page.getByRole('button', { name: '鈴木', exact: true }).click()
  await page.keyboard.type('222222')
  await page.locator('.top-bar-who strong', { hasText: '鈴木' }).waitFor()
  await context.close()
})

test('a desk whose person is retired asks for the PIN', async () => {
  const leadRecord = (await real.center.read((tx) => tx.selectFrom('session').selectAll().execute()))[0]
  lead = new Sender(real.center, {
    kind: 'staff',
    staffId: leadRecord?.staff_id ?? '',
    sessionId: newId(),
    name: '佐藤',
    capabilities,
  })
  const staffId = newId()
  await lead.send('access.addStaff', { staffId, name: '高橋', pin: '333333', deskNames: ['reception'] })
  const { page, context } = await newDevice('desk')
  await page.goto(`${real.address}/desk`)
  await page.getByRole('button', { name: '高橋' }).click()
  await page.keyboard.type('333333')
  await page.locator('.top-bar-who strong', { hasText: '高橋' }).waitFor()
  await lead.send('access.retireStaff', { staffId })
  await page.getByRole('heading', { name: 'どなたですか' }).waitFor()
  await expectAccessible(page)
  await context.close()
})

test('all codes of the poster are read back by a real reader, and the desks learn what hangs on the wall', async () => {
  await lead.send('center.setWifi', { ssid: 'kanazawa;vc:"1"', password: 'pa\\ss;word', basedOnSeq: 0 })
  const { page, context } = await newDevice('desk')
  await page.goto(`${real.address}/sheets/poster`)
  const folder = mkdtempSync(join(tmpdir(), 'sasae-poster-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const picture = join(folder, 'poster.png')
  await page.locator('.sheet').screenshot({ path: picture })
  const read = execFileSync('zbarimg', ['--raw', '-q', picture], { encoding: 'utf8' }).trim().split('\n').sort()
  expect(read).toEqual([
    'WIFI:T:WPA;S:kanazawa\\;vc\\:\\"1\\";P:pa\\\\ss\\;word;;',
    expect.stringMatching(/^http:\/\/[\d.]+:\d+\/reception$/),
    expect.stringMatching(/^http:\/\/[\d.]+:\d+\/reservation$/),
  ])
  expect(page.url()).not.toContain('word')
  await expectAccessible(page)
  await page.goto(`${real.address}/sheets/nonsense`)
  await page.getByRole('link', { name: '担当者の画面へ' }).waitFor()
  await context.close()
})
