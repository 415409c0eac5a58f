import type { Locator, Page } from 'playwright-core'

/** Fills in the form of the entrance's poster as somebody who is insured and well, as far as its button. */
export async function fillReception(page: Page, address: string, name: string, phone: string): Promise<void> {
  await page.goto(`${address}/reception`)
  const typed = { name, nameKana: 'かなざわ はなこ', phone, birthDate: '1990-04-01' }
  const emergency = { emergencyName: '金沢 太郎', emergencyPhone: '0457801150' }
  for (const [id, text] of Object.entries({ ...typed, ...emergency })) await page.fill(`#${id}`, text)
  await page.check('#insurance input[value=basic]', { force: true })
  await page.check('#health input[value=good]', { force: true })
  await page.check('#consent')
}

export const receptionButton = (page: Page): Locator => page.locator('#first button:not([type])')
