import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { RunningCenter } from '#server/running-center.ts'
import { newSecret } from '#shared/core/ids.ts'
import { expectAccessible, newDevice, RunningClock, shoot } from '#tests/support/browser.ts'
import { setUpAndOpen } from '#tests/support/center.ts'
import { at, host, moveTo, names } from '#tests/support/moving-phone.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { fillReception, receptionButton } from '#tests/support/reception-form.ts'

/** A phone whose form is filled in when the laptop dies; the new laptop goes on from a copy, at another address. */
async function formAtDeadLaptop(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-moved-form-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const parts = { key: newSecret() + newSecret(), clock: new RunningClock(), outside: noOutside, port: 0 }
  const old = await RunningCenter.start({ ...parts, file: join(folder, 'sasae.db') })
  await setUpAndOpen(old.center)
  const { path } = await old.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: false })
  const copy = join(folder, 'copy.db')
  copyFileSync(path, copy)
  const { context, page } = await newDevice('phone')
  onTestFinished(() => context.close())
  const brought = page.waitForResponse(/assets\/moving-/)
  await fillReception(page, at(old), name, '09020000007')
  await (await brought).finished()
  await old.close()
  const fresh = await RunningCenter.start({ ...parts, file: copy })
  onTestFinished(() => fresh.close())
  return { page, fresh }
}

test.skipIf(host === undefined)(
  'a form that waits on the entrance’s page goes along to a laptop with another address, and is sent there once',
  async () => {
    const { page, fresh } = await formAtDeadLaptop('柴町 渡')
    await receptionButton(page).click()
    await page.getByText('送信待ち — 消えません').waitFor()
    await page.getByText('センターのアドレスが変わったとき').waitFor()
    await expectAccessible(page)
    await shoot(page, 'moving-form')
    const opened = await moveTo(page, at(fresh))
    await opened.getByText('まだ送っていないもの 1件').waitFor()
    await shoot(opened, 'moving-form-taken')
    await opened.getByRole('button', { name: '引き継ぐ' }).click()
    await opened.waitForURL(/\/me#[0-9a-f]{32}$/)
    await opened.getByText('柴町 渡').first().waitFor()
    await page.getByText('新しいセンターに引き継ぎました').waitFor()
    expect(await names(fresh)).toEqual(['柴町 渡'])
  },
)

test.skipIf(host === undefined)('a form that is half filled goes along with what was typed', async () => {
  const { page, fresh } = await formAtDeadLaptop('柴町 途中')
  await page.getByText('センターのアドレスが変わったとき').waitFor()
  const opened = await moveTo(page, at(fresh))
  await opened.getByText('書きかけの受付も引き継ぎます').waitFor()
  await opened.getByRole('button', { name: '引き継ぐ' }).click()
  await opened.waitForURL(/\/reception\?lang=ja$/)
  expect(await opened.inputValue('#name')).toBe('柴町 途中')
  expect(await names(fresh)).toEqual([])
  await receptionButton(opened).click()
  await opened.waitForURL(/\/me#[0-9a-f]{32}$/)
  expect(await names(fresh)).toEqual(['柴町 途中'])
})

test('nobody sees the way to another address while the center is heard at this one', async () => {
  const { page, fresh } = await formAtDeadLaptop('柴町 静')
  const there = `http://localhost:${fresh.served.port}`
  const brought = page.waitForResponse(/assets\/moving-/)
  await fillReception(page, there, '柴町 静', '09020000008')
  await (await brought).finished()
  await page.locator('#moving').waitFor({ state: 'attached' })
  expect(await page.locator('#moving').isVisible()).toBe(false)
})
