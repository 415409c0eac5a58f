import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/browser.ts'
import { Device } from '#tests/support/device.ts'
import { needForm } from '#tests/support/given.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

const answer = (page: Page, item: string, word: string) =>
  page.getByRole('group', { name: item }).getByRole('radio', { name: word, exact: true })

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

async function picture(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` })
}

test('what the team may be told is asked on the need sheet by keys, and asked again on the need', async () => {
  const day = await openRealDay({ 勉: ['needs'] })
  const page = await day.desk('勉')
  await page.getByLabel('電話番号').first().fill('045-780-1150')
  await page.getByRole('radio', { name: '近所' }).check({ force: true })
  for (const item of ['名字', '住所', '作業の内容', '体のこと・配慮'])
    expect(await answer(page, item, 'まだ').isChecked()).toBe(true)
  await page.getByText('代わりの人の返事です').waitFor()
  await answer(page, '名字', 'まだ').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await answer(page, '名字', 'いいえ').isChecked()).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  expect(await answer(page, '住所', 'はい').isChecked()).toBe(true)
  await answer(page, '体のこと・配慮', 'はい').check({ force: true })
  await page.getByLabel('班に伝える配慮').fill('ゆっくり話す')
  await expectAccessible(page)
  await picture(page, 'consent-intake')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/N-001 を受け付けました/).waitFor()
  const { store } = await Device.open(day.center, day.lead.actor)
  expect(store.all('needConsent')).toMatchObject([
    {
      surname: 'no',
      address: 'yes',
      work: 'notAsked',
      health: 'yes',
      careHint: 'ゆっくり話す',
      answeredBy: 'neighbour',
    },
  ])
  await page.getByRole('tab', { name: /一覧/ }).click()
  await page.getByText('N-001').first().click()
  const part = page.getByRole('region', { name: '班に伝えてよいこと' })
  await part.getByText('名字: いいえ').waitFor()
  await part.getByText(/勉さんが聞いた（答えた人: 近所）/).waitFor()
  await part.getByRole('button', { name: '聞き直す' }).click()
  await part.getByRole('radio', { name: '本人' }).check({ force: true })
  await answer(page, '名字', 'はい').check({ force: true })
  await answer(page, '住所', 'いいえ').check({ force: true })
  await part.getByText('住所非開示として扱います').waitFor()
  await expectAccessible(page)
  await part.getByRole('button', { name: '返事を記録する' }).scrollIntoViewIfNeeded()
  await picture(page, 'consent-again')
  await part.getByRole('button', { name: '返事を記録する' }).click()
  await part.getByText('名字: はい').waitFor()
  await part.getByText(/答えた人: 本人/).waitFor()
  await page.getByText('住所非開示です。').first().waitFor()
  await page.setViewportSize({ width: 360, height: 740 })
  await part.getByRole('button', { name: '聞き直す' }).click()
  expect(await overflow(page)).toBe(0)
  if (shots) await part.screenshot({ path: `${shots}/consent-narrow.png` })
})

test('dispatch is told in one sentence where nobody was asked, and may go on', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'], 勉: ['needs'] })
  const form = needForm({ consent: null })
  await day.lead.send('needs.receiveNeed', form)
  const need = (await Device.open(day.center, day.lead.actor)).store.get('need', form.needId)
  if (!need) throw new Error('the lead holds every need')
  await givenTeam(day, { need })
  const page = await day.desk('愛子')
  await page.getByRole('button', { name: /N-001/ }).first().click()
  await page
    .getByText(/^N-001は、班に何を伝えてよいかを依頼した人にまだ聞いていません/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: /^出発/ }).first().isEnabled()).toBe(true)
  expect(await overflow(page)).toBe(0)
  await expectAccessible(page)
  await picture(page, 'consent-dispatch')
})
