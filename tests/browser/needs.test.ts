import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/browser.ts'
import { Device } from '#tests/support/device.ts'
import { needForm } from '#tests/support/given.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** Presses Tab until the field with this label has the focus; a field no key reaches fails the test. */
async function tabTo(page: Page, label: string | RegExp): Promise<void> {
  const wanted = page.getByLabel(label).first()
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${label}`)
}

/** The first visit shows what the desk does; one key puts it away. */
async function closeCard(page: Page): Promise<void> {
  const card = page.getByRole('button', { name: 'このデスクの仕事' })
  if ((await card.getAttribute('aria-expanded')) === 'true') await card.click()
}

test('a need is taken down by keys alone: town, pin, the warning of a double, and its number', async () => {
  const day = await openRealDay({ 勉: ['needs'] })
  const known = needForm({ household: { phone: '0457801150', name: '髙﨑 ハナ' } })
  await day.lead.send('needs.receiveNeed', known)
  const page = await day.desk('勉')
  await closeCard(page)
  await page.getByLabel('電話番号').first().focus()
  await page.keyboard.insertText('０４５－７８０－１１５０')
  await page.getByText('電話が同じ').waitFor()
  await tabTo(page, 'ふりがな')
  await page.keyboard.insertText('タカサキ ハナ')
  await tabTo(page, /^聞き取り/)
  await page.keyboard.insertText('玄関に土砂が入った。')
  await tabTo(page, /^班に渡す作業の文/)
  await page.keyboard.insertText('玄関の土砂を出す')
  await tabTo(page, '必要な人数')
  await page.keyboard.insertText('３')
  await tabTo(page, '町')
  await page.keyboard.insertText('でいき')
  await page.getByRole('option', { name: /泥亀二丁目/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('泥亀二丁目')
  await tabTo(page, '番地・建物・部屋')
  await page.keyboard.insertText('１０ー２')
  // The same phone: it cannot be taken down before the other household was looked at.
  await page.keyboard.press('Control+Enter')
  await page.getByText(/同じ世帯かもしれない記録が1件あります（N-001）/).waitFor()
  await page.keyboard.press('Alt+0')
  await tabTo(page, /髙﨑 ハナ: 別の世帯/)
  await page.keyboard.press('Enter')
  await page.getByText('別の世帯と確認済み').waitFor()
  await tabTo(page, '場所の地図')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page
    .getByText(/印は.+の近くです/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await page.getByText(/N-002 を受け付けました/).waitFor()
  const desk = await Device.open(day.center, day.lead.actor)
  const need = desk.store.all('need').find(({ number }) => number === 2)
  expect(need).toMatchObject({ townId: 'deiki-2', headcount: 3, hasPlace: true, status: 'surveyPending' })
  expect(desk.store.get('needContact', need?.id)).toMatchObject({ hasPhone: true })
  expect(desk.store.get('needContact', need?.id)?.lat).toBeGreaterThan(35.3)
  expect(new URL(page.url()).search).toBe('')
})

test('what is typed survives a reload; the list, the detail and its dialogs are within everyone’s reach', async () => {
  const day = await openRealDay({ 勉: ['needs'] })
  await day.lead.send('needs.receiveNeed', needForm({ asked: { sticker: 'yellow' } }))
  const page = await day.desk('勉')
  await closeCard(page)
  await page.getByLabel(/^聞き取り/).fill('途中まで書いた話')
  await page.reload()
  await expect.poll(() => page.getByLabel(/^聞き取り/).inputValue()).toBe('途中まで書いた話')
  await page.getByRole('tab', { name: /一覧/ }).click()
  await page.getByText('N-001').click()
  await page.getByText('安全確認が済むまで派遣できません').last().waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '派遣を許可する' }).click()
  await page.getByLabel(/許可する理由/).fill('家人が住み、玄関まわりだけ')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '派遣を許可する' }).click()
  await page.getByText(/勉さんの判断で派遣できます/).waitFor()
  await page.getByRole('button', { name: '保留' }).click()
  await page.getByLabel(/^理由/).fill('家族と相談中')
  await page.keyboard.press('Control+Enter')
  await page.getByText('N-001 を「保留」にしました').waitFor()
  await page.keyboard.press('Alt+z')
  await page.getByRole('article').getByText('派遣可').first().waitFor()
})

test('a survey turns a waiting need into one that teams can take', async () => {
  const day = await openRealDay({ 薫: ['survey'] })
  await day.lead.send('needs.receiveNeed', needForm({ asked: { survey: 'needed' } }))
  const page = await day.desk('薫')
  await closeCard(page)
  await page.getByRole('button', { name: /N-001/ }).first().click()
  await page.getByText('入れる', { exact: true }).click()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await page.getByText('N-001 の調査を記録しました（派遣可）').waitFor()
  await page.getByText('調査を待つニーズはありません。').waitFor()
})
