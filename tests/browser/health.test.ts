import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readEpochState } from '#server/keeping/epoch.ts'
import { RunningCenter } from '#server/running-center.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { autostartIn } from '#tests/support/autostart-in.ts'
import { expectAccessible, newDevice, RunningClock } from '#tests/support/browser.ts'
import { deskSenders, setUpAndOpen } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { newFolder } from '#tests/support/kept-center.ts'
import { noOutside } from '#tests/support/no-outside.ts'

/** The lead's desk at a real center on a real file, whose clock the test pushes. */
async function leadsDesk(laptop: { end: () => unknown } = { end: () => undefined }) {
  const clock = new RunningClock()
  const folder = newFolder()
  const [file, key] = [join(folder, 'sasae.db'), newSecret() + newSecret()]
  const place = { file, key, dataFolder: folder, configFolder: folder, autostart: autostartIn(folder) }
  const keeper = { ...place, end: () => void laptop.end(), restart: () => false, releaseReserve: () => undefined }
  const beside = () => ({ keeper, stop: async () => undefined })
  const parts = { file, key, clock, port: 0, outside: noOutside, beside }
  const running = await RunningCenter.start(parts)
  onTestFinished(() => running.close())
  await setUpAndOpen(running.center)
  const address = `http://localhost:${running.served.port}`
  const { context, page } = await newDevice('desk')
  onTestFinished(() => context.close())
  await page.goto(`${address}/desk`)
  await context.request.post(`${address}/api/session`, { data: { name: '佐藤', pin: '123456', device: newId() } })
  await page.reload()
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
  return { running, clock, page }
}

test('元気ですか turns yellow and red as the last copy grows old, and green again by its one button', async () => {
  const { running, clock, page } = await leadsDesk()
  await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })
  const light = page.getByRole('button', { name: /^元気ですか: / })
  await light.click()
  const dialog = page.getByRole('dialog', { name: '元気ですか' })
  const backup = dialog
    .locator('.health-row')
    .filter({ hasText: '件' })
    .filter({ has: page.getByText('控え', { exact: true }) })
  const row = (name: string) => dialog.locator('.health-row').filter({ has: page.getByText(name, { exact: true }) })
  await expect.poll(() => row('控え').getAttribute('class')).toContain('health-row-green')
  await expectAccessible(page)
  // Something that is in no copy yet.
  await running.center.execute(
    { kind: 'system' },
    {
      id: newId(),
      type: 'keeping.noteRecovery',
      input: { lost: 0, lastAt: null },
      device: '',
    },
  )
  clock.push(80)
  await expect.poll(() => row('控え').getAttribute('class')).toContain('health-row-yellow')
  await backup.getByText('80分たちました').waitFor()
  clock.push(110)
  await expect.poll(() => row('控え').getAttribute('class')).toContain('health-row-red')
  await expect.poll(() => light.getAttribute('aria-label')).toBe('元気ですか: 手当てが要る')
  await row('控え').getByRole('button', { name: 'いま控えをとる' }).click()
  await expect.poll(() => row('控え').getAttribute('class')).toContain('health-row-green')
})

test('the light of the second copies opens the field that says where they go', async () => {
  const { running, page } = await leadsDesk()
  await page.getByRole('button', { name: /^元気ですか: / }).click()
  const dialog = page.getByRole('dialog', { name: '元気ですか' })
  await dialog.getByRole('button', { name: '2か所目を決める' }).click()
  const folder = newFolder()
  await dialog.getByLabel('フォルダ').fill(folder)
  await expectAccessible(page)
  await dialog.locator('#secondFolder').press('Enter')
  const chosen = () => running.center.read(async (tx) => (await readEpochState(tx)).secondFolder)
  await expect.poll(chosen).toBe(folder)
})

test('the こまったら cards are one key away, are found by what people see, and stand behind each error', async () => {
  const { running, page } = await leadsDesk()
  await page.keyboard.press('F1')
  const dialog = page.getByRole('dialog', { name: 'こまったら' })
  await dialog.getByLabel('困っていることをさがす').fill('電気')
  await dialog.getByText('「済」と出た操作は、すべて残っています。').waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '閉じる' }).click()
  running.center.stopWriting('ioError')
  const banner = page.getByRole('alert').filter({ hasText: '書き込み停止' })
  await banner.getByRole('button', { name: 'どうすればよいか' }).click()
  await dialog.getByText('それまでに保存された記録は残り、読むことはできます。').waitFor()
})

test('the cards are printed on as many pages as they say', async () => {
  const { page } = await leadsDesk()
  await page.goto(`${new URL(page.url()).origin}/sheets/trouble-cards`)
  await page.getByText('4枚のうち 4枚目').waitFor()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  // Chromium writes one page object for each page of paper.
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(4)
})

test('a clock that leapt asks the lead, on the desk, and the answer settles it', async () => {
  const { running, page } = await leadsDesk()
  const doubt = {
    byMs: -777_600_000,
    wall: '2026-11-14T00:30:00.000Z',
    kept: '2026-11-23T00:30:00.000Z',
    answered: false,
  }
  running.center.keeping.say({
    clock: doubt,
    slept: { from: '2026-11-23T03:03:00.000Z', to: '2026-11-23T03:41:00.000Z' },
  })
  await page.getByText('PC の時計が 9日戻りました。正しい時刻ですか').waitFor()
  await page.getByText('12:03〜12:41 スリープしていました').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'PC の時刻が正しい' }).click()
  await page.getByText('PC の時計が 9日戻りました').waitFor({ state: 'detached' })
})

test('きょうを終わる makes a copy, reads it again, says where it lies, and only then ends the program', async () => {
  let ended = 0
  const { running, page } = await leadsDesk({ end: () => ended++ })
  await page.getByRole('button', { name: /^元気ですか: / }).click()
  await page.getByRole('button', { name: 'きょうを終わる' }).click()
  const dialog = page.getByRole('dialog', { name: 'きょうを終わる' })
  await dialog.getByText('そのまま電源を切ってもかまいません').waitFor()
  await dialog.getByRole('button', { name: '控えをとって終わる' }).click()
  await dialog.getByText(/場所: .*_close\.sasae/).waitFor()
  expect(ended).toBe(1)
  const { phone } = deskSenders(running.center)
  await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({ code: 'keeping.ending' })
})

test('an open page hears that the center has a newer version, and what was typed is there after loading anew', async () => {
  const { page } = await leadsDesk()
  const typed = page.getByLabel('内容')
  await typed.fill('13:05 区役所から電話')
  // As a page is that was served by the build before.
  await page.evaluate(() => {
    document.documentElement.dataset.build = 'older000'
  })
  await page.getByText('新しい版です。入力を保存して更新してください').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '入力を残して更新' }).click()
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
  expect(await typed.inputValue()).toBe('13:05 区役所から電話')
  expect(await page.getByText('新しい版です').count()).toBe(0)
})
