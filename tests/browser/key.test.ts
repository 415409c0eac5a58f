import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockKey, readKey } from '#server/keeping/key-store.ts'
import { badgeText } from '#shared/access/badge.ts'
import { newSecret } from '#shared/core/ids.ts'
import { launch, newDevice } from '#tests/support/browser.ts'
import { cameraShowing } from '#tests/support/fake-camera.ts'
import { healthOf, newFolder, setUpOver, startProgram } from '#tests/support/started.ts'

test('after the set-up the sheet is offered, and once it is put off a banner stays until it is printed', async () => {
  const { address } = await startProgram(newFolder())
  const { page, context } = await newDevice('desk')
  onTestFinished(() => context.close())
  await page.goto(`${address}/desk`)
  await page.getByLabel('災害の名前').fill('訓練地震')
  await page
    .getByLabel(/センターの名前|名前/)
    .first()
    .waitFor()
  await page.getByLabel('統括のお名前').fill('佐藤')
  await page.getByLabel('PIN(数字6桁)').fill('123456')
  await page.getByLabel('PINをもう一度').fill('123456')
  await page.getByRole('button', { name: 'センターをひらく' }).click()
  const offer = page.getByRole('dialog', { name: /復旧の紙/ })
  await offer.getByRole('button', { name: 'あとで' }).click()
  await offer.waitFor({ state: 'hidden' })
  await page.getByText('復旧の紙をまだ印刷していません').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '復旧の紙を印刷する' }).first().click()
  await page.waitForURL('**/sheets/recovery')
  await page.goto(`${address}/desk`)
  await page.getByRole('button', { name: 'このパソコンに置いたままにする' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await page.getByText('復旧の紙をまだ印刷していません').count()).toBe(0)
})

test('a locked key opens at a restart by the badge before the laptop’s own camera', async () => {
  const folder = newFolder()
  const badge = newSecret()
  const args = ['--port', '18471', '--data', join(folder, 'data')]
  const first = await startProgram(folder, args)
  await setUpOver(first.address)
  await first.stop()
  const config = join(folder, 'config')
  const stored = readKey(config)
  lockKey(config, stored.kind === 'open' ? stored.key : '', { holder: 'lead', name: '佐藤', secret: badge })
  const { address } = await startProgram(folder, args)
  const browser = await launch(cameraShowing(badgeText(badge)))
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, permissions: ['camera'] })
  await page.goto(address)
  await page.screenshot({ path: process.env.SASAE_SHOT ?? join(folder, 'page.png') })
  await page.getByRole('button', { name: 'カメラで読む' }).click()
  await expect.poll(() => healthOf(address), { timeout: 30_000 }).toMatchObject({ ok: true })
})
