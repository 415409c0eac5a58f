import { expect, test } from 'vitest'
import { expectAccessible, newDevice, takeBack } from '#tests/support/browser.ts'
import { groupForm, registrationForm } from '#tests/support/given-roster.ts'
import { servedCenter } from '#tests/support/served.ts'

/** Emi at the roster of a center with a few registered people. */
async function rosterDesk() {
  const made = await servedCenter()
  const staffId = crypto.randomUUID()
  await made.lead.send('access.addStaff', { staffId, name: '恵美', pin: '111111', deskNames: ['reception'] })
  const people = [
    registrationForm({
      person: { name: '鈴木 一郎', nameKana: 'すずき いちろう', skills: ['力仕事'], vehicle: 'keiTruck' },
      said: { areas: ['六浦'], days: ['sat.am', 'sat.pm'] },
    }),
    registrationForm({ person: { name: '髙橋 花', nameKana: 'たかはし はな', skills: ['看護・医療'] } }),
  ]
  for (const form of people) await made.emi.send('roster.registerPerson', form)
  await made.emi.send('roster.registerGroup', groupForm())
  const { page, context } = await newDevice('desk')
  const data = { name: '恵美', pin: '111111', device: 'test' }
  await context.request.post(`${made.address}/api/session`, { data, headers: { origin: made.address } })
  await page.goto(`${made.address}/desk`)
  await page.getByRole('button', { name: /^登録/ }).first().click()
  await page.waitForSelector('.roster-panel')
  return { ...made, page, context }
}

test('the roster is searched as one types, narrowed by what is needed, and a withdrawal is taken back', async () => {
  const { page, context } = await rosterDesk()
  const row = (name: string) => page.locator('.roster-list tbody tr', { hasText: name })
  await row('鈴木 一郎').waitFor()
  await row('髙橋 花').waitFor()
  await page.fill('.roster-list .search-input', 'たかはし')
  await expect.poll(() => row('鈴木 一郎').count()).toBe(0)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '髙橋 花' }).waitFor()
  await page.fill('.roster-list .search-input', '')
  await page.getByLabel('車', { exact: true }).selectOption('keiTruck')
  await expect.poll(() => row('髙橋 花').count()).toBe(0)
  await row('鈴木 一郎').click()
  await page.getByRole('button', { name: '退会にする' }).click()
  await page.getByText('見つかりません').waitFor()
  await takeBack(page, /退会/)
  await row('鈴木 一郎').waitFor()
  await expectAccessible(page)
  await context.close()
})

test('somebody is registered by staff, mistakes stand beside the fields, and nothing typed is lost', async () => {
  const { page, context } = await rosterDesk()
  await page.getByRole('button', { name: '新しく登録' }).click()
  await page.fill('#roster-nameKana', 'のうけんだい じろう')
  await page.getByRole('button', { name: '登録する' }).click()
  await page.getByText('氏名を入れてください。').first().waitFor()
  for (const [id, typed] of [
    ['name', '能見台 次郎'],
    ['phone', '090-8888-7777'],
    ['birthDate', 'S58.4.1'],
    ['emergencyName', '能見台 花'],
    ['emergencyPhone', '045-780-1150'],
    ['languages', '英語、中国語'],
  ])
    await page.fill(`#roster-${id}`, typed ?? '')
  await page.check('#roster-insurance input[value=naturalDisaster]', { force: true })
  await page.check('#roster-consent')
  await page.reload()
  await page.waitForSelector('.roster-panel')
  await page.getByRole('button', { name: '新しく登録' }).click()
  expect(await page.inputValue('#roster-name')).toBe('能見台 次郎')
  await page.getByRole('button', { name: '登録する' }).click()
  await page.getByText('T-0003 で登録しました').waitFor()
  await page.getByRole('heading', { name: '能見台 次郎' }).waitFor()
  await page.getByText('英語・中国語').waitFor()
  await expectAccessible(page)
  await context.close()
})
