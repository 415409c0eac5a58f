import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newId, newSecret } from '#shared/core/ids.ts'
import { expectAccessible, newDevice, RunningClock, shoot } from '#tests/support/browser.ts'
import { deskSenders, setUpAndOpen } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { newFolder } from '#tests/support/kept-center.ts'
import { startOnKnownPort } from '#tests/support/known-port.ts'
import { noOutside } from '#tests/support/no-outside.ts'

async function laptop() {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-copies-'))
  const parts = { file: join(folder, 'sasae.db'), key: newSecret() + newSecret(), clock: new RunningClock() }
  const running = await startOnKnownPort({ ...parts, outside: noOutside })
  onTestFinished(async () => {
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { running, address: `http://localhost:${running.served.port}` }
}

test('the lead copies, looks at what restoring means, hands over, and the new laptop goes on', async () => {
  const old = await laptop()
  await setUpAndOpen(old.running.center)
  const { context, page } = await newDevice('desk')
  await context.request.post(`${old.address}/api/session`, { data: { name: '佐藤', pin: '123456', device: newId() } })
  await page.goto(`${old.address}/desk`)
  await page.getByRole('tab', { name: '控えと引き継ぎ' }).click()
  await page.getByRole('button', { name: 'いま控えをとる' }).click()
  await page.getByText('最後の控えは').waitFor()
  await deskSenders(old.running.center).phone.send('volunteers.checkIn', receptionForm())
  await shoot(page, 'copies')
  await expectAccessible(page)
  await page.getByRole('button', { name: '戻す…' }).first().click()
  await page.getByText('控えのあとの 1件').waitFor()
  await shoot(page, 'copies-restore')
  await expectAccessible(page)
  await page.getByRole('button', { name: '閉じる', exact: true }).click()
  await page.getByRole('button', { name: '引き継ぎファイルをつくる' }).click()
  await page.getByText('引き継ぎファイルができました').waitFor()
  await shoot(page, 'copies-handed-over')
  const { path = '', code = '' } = old.running.archive.sealed ?? {}
  await page.goto(`${old.address}/sheets/hand-over`)
  await page.getByText('引き継ぎ票').first().waitFor()
  await shoot(page, 'hand-over-sheet')

  const fresh = await laptop()
  const { page: first } = await newDevice('desk')
  await first.goto(`${fresh.address}/desk`)
  await first.getByRole('button', { name: '引き継ぎファイルから始める' }).click()
  // Nothing beneath it begins a new center by mistake.
  expect(await first.getByRole('button', { name: 'センターをひらく' }).count()).toBe(0)
  await first.locator('#capsulePath').fill(path)
  await first.locator('#capsuleCode').fill(code)
  await shoot(first, 'take-over')
  await first.getByRole('button', { name: 'このパソコンで続ける' }).click()
  await expect.poll(() => fresh.running.center.health.seq).toBe(old.running.center.health.seq)
  await first.getByText('佐藤').first().waitFor()
})

test('two leads who choose the second folder at once see both, and a third choice is read before it is replaced', async () => {
  const { running, address } = await laptop()
  await setUpAndOpen(running.center)
  const { context, page } = await newDevice('desk')
  onTestFinished(() => context.close())
  await context.request.post(`${address}/api/session`, { data: { name: '佐藤', pin: '123456', device: newId() } })
  await page.goto(`${address}/desk`)
  await page.getByRole('tab', { name: '控えと引き継ぎ' }).click()
  const [mine, theirs, third] = [newFolder(), newFolder(), newFolder()]
  const { lead } = deskSenders(running.center)
  await page.locator('#secondFolder').fill(mine)
  await page.route(
    '**/api/commands',
    async (route) => {
      await lead.send('keeping.setSecondFolder', { folder: theirs, basedOn: '' })
      await route.continue()
    },
    { times: 1 },
  )
  const press = async (status: number) => {
    await page.getByRole('button', { name: 'ここにも控える', disabled: false }).waitFor()
    const answered = page.waitForResponse((one) => one.url().endsWith('/api/commands'))
    await page.locator('#secondFolder').press('Enter')
    expect((await answered).status()).toBe(status)
  }
  await press(409)
  const both = page.getByRole('region', { name: 'フォルダ' })
  await both.getByText(theirs).waitFor()
  await both.getByText(mine).waitFor()
  await expectAccessible(page)
  await lead.send('keeping.setSecondFolder', { folder: third, basedOn: theirs })
  await both.getByText(third).waitFor()
  await press(409)
  await press(200)
  await both.waitFor({ state: 'detached' })
})
