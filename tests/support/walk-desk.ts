import type { Locator, Page } from 'playwright-core'

const desks = 'nav[aria-label=デスク] button'
const parts = '.part-tabs button'
const tabs = 'main [role=tab]'

/** Presses one button after the other and does something under each; once, with '', where there is none. */
async function pressEach(buttons: Locator, under: (name: string) => Promise<void>): Promise<void> {
  const count = await buttons.count()
  if (count === 0) await under('')
  for (let index = 0; index < count; index++) {
    // What a row has opened is put away, as a person would.
    await buttons.page().keyboard.press('Escape')
    const button = buttons.nth(index)
    await button.click({ timeout: 10_000 })
    await under((await button.textContent()) ?? '')
  }
}

/** Goes through every desk of a page that shows one, each of its parts and each tab in them. */
export async function walkDesk(page: Page, look: () => Promise<void>): Promise<void> {
  await page.locator(desks).first().waitFor()
  const known = new Set<string>()
  await pressEach(page.locator(desks), () =>
    pressEach(page.locator(parts), async (part) => {
      // Several desks hold the same part.
      if (part !== '' && known.has(part)) return
      known.add(part)
      await pressEach(page.locator(tabs), look)
    }),
  )
}
