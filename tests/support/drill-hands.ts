import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { newDevice } from '#tests/support/browser.ts'

/** Somebody sits down at a desk's laptop as people do: their name, and six digits. */
export async function signInAt(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByLabel('PIN(6桁)').fill(pin)
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
}

/** A laptop of its own in front of a person who takes over the desk that a simulated one has worked at. */
export async function takeDesk(address: string, desk: string, { name, pin }: { name: string; pin: string }) {
  const { context, page } = await newDevice('desk')
  onTestFinished(() => context.close())
  await page.goto(`${address}/desk`)
  await signInAt(page, name, pin)
  await page.getByRole('button', { name: `${desk}を受け持つ` }).click()
  await expect.poll(() => page.getByText('模擬の担当が動かしています').count()).toBe(0)
  return page
}

/** What a real reader reads from a code on this page. */
export async function scanned(page: Page, label: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-scanned-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const picture = join(folder, 'code.png')
  await page.getByRole('img', { name: label }).screenshot({ path: picture })
  return execFileSync('zbarimg', ['--raw', '-q', picture], { encoding: 'utf8' }).trim()
}

/** A phone that has scanned the code, and its owner's part. */
export async function joinAt(address: string, role: string, name: string, more?: (page: Page) => Promise<void>) {
  const { context, page } = await newDevice('phone')
  onTestFinished(() => context.close())
  await page.goto(address)
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click()
  await page.getByRole('textbox', { name: 'お名前' }).fill(name)
  await more?.(page)
  await page.getByRole('button', { name: '加わる', exact: true }).click()
  await page.getByRole('heading', { name: `${name} さん` }).waitFor()
  return page
}

/** Answers what was given at a desk or to the controller, beside it. */
export async function answerAt(page: Page, title: string, answer: string): Promise<void> {
  const card = page.locator('article, li', { has: page.getByText(title, { exact: true }) }).last()
  await card.getByRole('textbox', { name: '何をしたか' }).fill(answer)
  await card.getByRole('button', { name: '答えを送る' }).click()
  await expect.poll(() => card.getByRole('button', { name: '答えを送る' }).count()).toBe(0)
}

/** Answers what was given to a phone. */
export async function answerOn(phone: Page, title: string, answer: string): Promise<void> {
  await phone.getByRole('heading', { name: title }).waitFor()
  await phone.getByRole('textbox', { name: 'したこと' }).fill(answer)
  await phone.getByRole('button', { name: '送る', exact: true }).click()
  await phone.getByText(`送りました: ${answer}`).waitFor()
}

/**
 * The controller, whose clock stands, leaps from event to event up to a time of the drill. Looking and pressing are one
 * step within the page: a press that came late would leap to the event after it.
 */
export async function leapTo(controller: Page, clock: string): Promise<void> {
  const press = (row: Element, until: string) => {
    const at = /次は (\d\d:\d\d)/.exec(row.textContent)?.[1]
    if (at !== undefined && at <= until) row.querySelector('button')?.click()
    return at !== undefined && at > until
  }
  const isThere = () => controller.locator('.controller-next').evaluate(press, clock)
  await expect.poll(isThere, { timeout: 40_000, interval: 100 }).toBe(true)
  await expect.poll(() => controller.locator('.controller-time').textContent()).toBe(clock)
}

/** How many stand in a queue, as the controller's page says it; 0 where it is not there. */
export async function queueOn(controller: Page, words: string): Promise<number> {
  const found = controller.locator('.controller-plain li', { hasText: words }).locator('.number')
  return (await found.count()) === 0 ? 0 : Number(await found.first().textContent())
}
