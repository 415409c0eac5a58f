import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { photos } from '#server/photos/photos.ts'
import { RunningCenter } from '#server/running-center.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { expectAccessible, newDevice, RunningClock } from '#tests/support/browser.ts'
import { deskSenders, setUpAndOpen } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import { at, host, moveTo, names } from '#tests/support/moving-phone.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { picture } from '#tests/support/pictures.ts'
import { fillReception, receptionButton } from '#tests/support/reception-form.ts'

const folder = mkdtempSync(join(tmpdir(), 'sasae-new-address-'))
const parts = { key: newSecret() + newSecret(), clock: new RunningClock(), outside: noOutside, port: 0 }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A center, a copy of it from before anybody came, and a phone that checked in since, on its own page. */
async function centerAndPhone(file: string) {
  const old = await RunningCenter.start({ ...parts, file: join(folder, file) })
  await setUpAndOpen(old.center)
  const { path } = await old.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: false })
  const copy = join(folder, `copy-of-${file}`)
  copyFileSync(path, copy)
  const { context, page } = await newDevice('phone')
  await fillReception(page, at(old), '柴町 移子', '09020000001')
  await receptionButton(page).click()
  await page.getByText('柴町 移子').first().waitFor()
  return { old, copy, context, page }
}

test.skipIf(host === undefined)(
  'a phone takes its registration along to a laptop with another address, and gives back what that one lacks',
  async () => {
    const { old, copy, context, page } = await centerAndPhone('first.db')
    const fresh = await RunningCenter.start({ ...parts, file: copy })
    const { path } = await fresh.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: false })
    await fresh.archive.restore({ copy: path, because: 'restored' })
    expect(await names(fresh)).toEqual([])
    await old.close()
    await page.getByText('センターのアドレスが変わったとき').waitFor()
    const opened = await moveTo(page, at(fresh))
    await opened.getByText('まえのアドレスから引き継ぎますか').waitFor()
    expect(opened.url()).toMatch(/\/me#moved-\d+-[0-9a-f]{32}$/)
    await expectAccessible(opened)
    await opened.getByRole('button', { name: '引き継ぐ' }).click()
    await opened.getByText('柴町 移子').first().waitFor()
    expect(await names(fresh)).toEqual(['柴町 移子'])
    await page.getByText('新しいセンターに引き継ぎました').waitFor()
    await context.close()
    await fresh.close()
  },
)

test.skipIf(host === undefined)('a leader’s picture that could not be sent goes along as well', async () => {
  // Apart from the others' copies: a center that is emptier than those is not copied over them.
  const own = mkdtempSync(join(folder, 'picture-'))
  const old = await RunningCenter.start({ ...parts, file: join(own, 'sasae.db') })
  await setUpAndOpen(old.center)
  const desks = deskSenders(old.center)
  const people = [receptionForm(), receptionForm()]
  for (const form of people) await desks.phone.send('volunteers.checkIn', form)
  const { workOrderId } = await givenTeam(desks, { people: people.map(({ attendanceId }) => attendanceId) })
  await desks.lead.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  const { path } = await old.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: false })
  const copy = join(own, 'copy.db')
  copyFileSync(path, copy)
  const { context, page } = await newDevice('phone')
  await page.goto(`${at(old)}/me#${people[0]?.linkToken}`)
  const place = page.getByRole('region', { name: '写真' })
  await place.waitFor()
  await old.close()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '作業前の写真を加える' }).click()
  const buffer = Buffer.from(await picture({ width: 1200, height: 800, colour: '#8a5a2b' }))
  await (await chooser).setFiles([{ name: 'IMG_1.JPG', mimeType: 'image/jpeg', buffer }])
  await place.getByText('送信待ち').waitFor()
  const fresh = await RunningCenter.start({ ...parts, file: copy })
  await page.getByText('センターのアドレスが変わったとき').waitFor()
  const opened = await moveTo(page, at(fresh))
  await opened.getByRole('button', { name: '引き継ぐ' }).click()
  await opened.getByRole('region', { name: '写真' }).getByText('送りました').waitFor()
  expect(await fresh.center.read((tx) => photos.where(tx, {}))).toHaveLength(1)
  await context.close()
  await fresh.close()
})

test.skipIf(host === undefined)(
  'a laptop that is older than what the phone has met gets nothing, and is fenced off',
  async () => {
    const { old, copy, context, page } = await centerAndPhone('second.db')
    const { path } = await old.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: false })
    await old.archive.restore({ copy: path, because: 'restored' })
    await expect.poll(() => page.evaluate(() => localStorage.getItem('sasae-epoch') ?? '')).toContain('"epoch":2')
    const stale = await RunningCenter.start({ ...parts, file: copy })
    await old.close()
    const opened = await moveTo(page, at(stale))
    await opened.getByRole('button', { name: '引き継ぐ' }).click()
    await opened.getByText('ここは古い本部です').waitFor()
    expect(await names(stale)).toEqual([])
    const { phone } = deskSenders(stale.center)
    await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({ code: 'core.readOnly' })
    await context.close()
    await stale.close()
  },
)

test.skipIf(host === undefined)('a page that nobody opened from an old one takes nothing from a stranger', async () => {
  const running = await RunningCenter.start({ ...parts, file: join(folder, 'third.db') })
  await setUpAndOpen(running.center)
  const { context, page } = await newDevice('phone')
  await page.goto(`${at(running)}/me#moved-1-${newSecret()}`)
  await page.getByText('まえの画面からの引き継ぎを待っています').waitFor()
  await page.evaluate(
    (id) => postMessage({ nonce: location.hash.slice(-32), belongings: { unsent: [{ id }] } }),
    newId(),
  )
  expect(await page.getByRole('button', { name: '引き継ぐ' }).count()).toBe(0)
  await context.close()
  await running.close()
})
