import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** Presses Ctrl+Enter in the very turn in which the words are drawn: quicker than any hand on any machine. */
async function pressOnSight(page: Page, words: string): Promise<void> {
  await page.evaluate((awaited) => {
    const press = () =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      )
    const watcher = new MutationObserver(() => {
      if (!document.body.textContent?.includes(awaited)) return
      watcher.disconnect()
      press()
    })
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true })
  }, words)
}

test('whoever presses the key of a button as soon as it is drawn is heard', async () => {
  const day = await openRealDay({ 恵美: ['return'] })
  const team = await givenTeam(day, { size: 2 })
  await day.aiko.send('dispatch.dispatchTeam', { workOrderId: team.workOrderId, checked: [] })
  const page = await day.desk('恵美')
  const search = page.getByRole('textbox', { name: /読み取る/ })
  await pressOnSight(page, '1班のみなさん、おかえりなさい')
  await search.fill('1')
  await search.press('Enter')
  await page.getByRole('button', { name: '3つともなし' }).waitFor()
})

test('Ctrl+Enter is the button’s also while the search field has the hands', async () => {
  const day = await openRealDay({ 恵美: ['return'] })
  const team = await givenTeam(day, { size: 2 })
  await day.aiko.send('dispatch.dispatchTeam', { workOrderId: team.workOrderId, checked: [] })
  const page = await day.desk('恵美')
  const search = page.getByRole('textbox', { name: /読み取る/ })
  await search.fill('1')
  await search.press('Enter')
  await page.getByText('1班のみなさん、おかえりなさい').waitFor()
  await search.focus()
  await search.press('Control+Enter')
  await page.getByRole('button', { name: '3つともなし' }).waitFor()
})
