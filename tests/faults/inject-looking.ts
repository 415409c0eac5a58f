import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Tally } from '#tests/faults/fault-row.ts'
import { findChromium } from '#tests/support/machine.mjs'

/** Opens pages as people do, and notes what none of them may do: act on text, or break the rules of its own headers. */
export class Looker {
  readonly page: Page
  private readonly context: BrowserContext
  private readonly tally: Tally

  private constructor(context: BrowserContext, page: Page, tally: Tally) {
    this.context = context
    this.page = page
    this.tally = tally
  }

  static async open(tally: Tally): Promise<Looker> {
    const executablePath = process.env.SASAE_CHROMIUM ?? (await findChromium()) ?? ''
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const looker = new Looker(context, page, tally)
    page.on('console', (line) => {
      if (/^violation |Content Security Policy/.test(line.text())) looker.wrong(line.text())
    })
    page.on('dialog', (dialog) => {
      looker.wrong(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`violation ${event.violatedDirective} ${event.blockedURI}`)
      })
    })
    return looker
  }

  private wrong(what: string): void {
    this.tally.fault('violations', `${this.page.url().replace(/#.*/, '')}: ${what}`)
  }

  async sitDown(address: string, cookie: string): Promise<void> {
    const [name = '', value = ''] = cookie.split('=')
    await this.context.addCookies([{ name, value, url: address }])
  }

  async open(address: string): Promise<void> {
    await this.page.goto('about:blank')
    const answer = await this.page.goto(address)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    if (!policy.includes("default-src 'none'")) this.wrong('a page without a policy')
    await this.page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined)
    await this.look()
  }

  async look(): Promise<void> {
    await this.page.waitForTimeout(200)
    const pwned = await this.page.evaluate(() => Reflect.get(globalThis, 'pwned') !== undefined)
    if (pwned) this.wrong('a script ran')
    const injected = await this.page.locator('[data-pwned]').count()
    if (injected > 0) this.wrong(`${injected} elements came out of texts`)
    this.tally.cycle()
  }

  /** Goes through every panel of a desk, and opens the first rows of its lists. */
  async lookAtDesk(): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: 'デスク' }).locator('a, button')
    await tabs.first().waitFor()
    for (const tab of await tabs.all()) {
      await tab.click({ timeout: 5000 }).catch(() => undefined)
      await this.look()
      const rows = await this.page.locator('tbody tr, [role=listitem] button').all()
      for (const one of rows.slice(0, 2)) await one.click({ timeout: 500 }).catch(() => undefined)
      await this.look()
      await this.page.keyboard.press('Escape')
    }
  }

  async close(): Promise<void> {
    await this.context.browser()?.close()
  }
}
