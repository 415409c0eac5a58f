import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Tally } from '#tests/faults/fault-row.ts'
import { inTurns } from '#tests/faults/in-turns.ts'
import { beginningOf } from '#tests/faults/inject-payloads.ts'
import { findChromium } from '#tests/support/machine.mjs'
import { walkDesk } from '#tests/support/walk-desk.ts'

/** So many pages are open at a time; most of their time is waiting. */
const side = 4

/** Runs in every page before its own scripts: says at once when a text has become an element, or a script of it has run. */
function watch(): void {
  const say = (what: string) => console.error(`violation ${what}`)
  addEventListener('securitypolicyviolation', (event) => say(`${event.violatedDirective} ${event.blockedURI}`))
  const ran = () => {
    say('a script ran')
  }
  Object.defineProperty(globalThis, 'pwned', { set: ran, get: () => undefined })
  const look = () => {
    const came = document.querySelectorAll('[data-pwned]').length
    if (came > 0) say(`${came} elements came out of texts`)
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: ['data-pwned'] })
}

/** Opens one row of a panel after the other in the page itself; answers how many, and which texts were there to be read. */
async function openRows({
  most,
  texts,
}: {
  most: number
  texts: string[]
}): Promise<{ opened: number; seen: string[] }> {
  const rows = () => [...document.querySelectorAll<HTMLElement>('main tbody tr, main [role=listitem] button')]
  const seen = new Set<string>()
  const read = () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
    const all = [document.body.textContent, ...fields].join('\n')
    for (const text of texts) if (!seen.has(text) && all.includes(text)) seen.add(text)
  }
  read()
  let opened = 0
  for (; opened < Math.min(most, rows().length); opened++) {
    rows()[opened]?.click()
    await new Promise((rendered) => setTimeout(rendered, 10))
    read()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  }
  return { opened, seen: [...seen] }
}

/** What the browser makes of a page that it does not show: elements that came out of texts, and links that would act. */
function readMarkup(pages: string[]): { came: number; text: string }[] {
  return pages.map((markup) => {
    const page = new DOMParser().parseFromString(markup, 'text/html')
    const acts = [...page.querySelectorAll('[href], [src], [action]')].filter((one) =>
      /^\s*javascript:/i.test(one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action') ?? ''),
    )
    return { came: page.querySelectorAll('[data-pwned]').length + acts.length, text: page.body.textContent ?? '' }
  })
}

/** Where a text was to be read. */
type Place = 'screens' | 'sheets' | 'drill'

/** Opens pages as people do, and notes what none of them may do: act on text, or break the rules of its own headers. */
export class Looker {
  private readonly browser: Browser
  private readonly context: BrowserContext
  private readonly pages: Page[] = []
  private readonly tally: Tally
  private readonly seen = { screens: new Set<string>(), sheets: new Set<string>(), drill: new Set<string>() }
  private place: Place = 'screens'
  private readonly payloads: readonly string[]

  private constructor(browser: Browser, context: BrowserContext, tally: Tally, payloads: readonly string[]) {
    this.browser = browser
    this.context = context
    this.tally = tally
    this.payloads = payloads
  }

  static async open(tally: Tally, payloads: readonly string[]): Promise<Looker> {
    const executablePath = process.env.SASAE_CHROMIUM ?? (await findChromium()) ?? ''
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 800 } })
    const looker = new Looker(browser, context, tally, payloads)
    await context.addInitScript(watch)
    for (let count = 0; count < side; count++) looker.pages.push(await looker.newPage())
    return looker
  }

  private async newPage(): Promise<Page> {
    const page = await this.context.newPage()
    const wrong = (what: string) => this.tally.fault('violations', `${page.url().replace(/#.*/, '')}: ${what}`)
    page.on('console', (line) => {
      if (/^violation |Content Security Policy/.test(line.text())) wrong(line.text())
    })
    page.on('dialog', (dialog) => {
      wrong(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    return page
  }

  async sitDown(address: string, cookie: string): Promise<void> {
    const [name = '', value = ''] = cookie.split('=')
    await this.context.addCookies([{ name, value, url: address }])
  }

  /** From now on what is on screens is counted there. */
  lookAt(place: Place): void {
    this.place = place
  }

  private noteSeen(where: Place, text: string): void {
    for (const payload of this.payloads) if (text.includes(beginningOf(payload))) this.seen[where].add(payload)
  }

  /** Opens these pages, a few at a time. */
  async openAll(addresses: readonly string[]): Promise<void> {
    await inTurns(addresses, side, async (address) => {
      const page = this.pages.pop()
      if (!page) throw new Error('more pages are wanted than there are')
      await this.openIn(page, address)
      this.pages.push(page)
    })
  }

  private async openIn(page: Page, address: string): Promise<void> {
    await page.goto('about:blank')
    const answer = await page.goto(address)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    this.tally.fault('violations', `${address} has no policy`, policy.includes("default-src 'none'") ? 0 : 1)
    await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined)
    this.noteSeen(this.place, (await page.locator('body').textContent()) ?? '')
    this.tally.cycle()
  }

  /** Reads pages that were fetched, as the browser reads them, without showing each. */
  async readSheets(markups: readonly string[]): Promise<void> {
    const [page] = this.pages
    await page?.goto('about:blank')
    for (let from = 0; from < markups.length; from += 20) {
      const read = (await page?.evaluate(readMarkup, markups.slice(from, from + 20))) ?? []
      for (const { came, text } of read) {
        this.tally.count('sheets')
        this.tally.fault('violations', `${came} elements of a sheet came out of texts`, came)
        this.noteSeen('sheets', text)
      }
    }
  }

  /** Opens a page as a device that remembers something, as whoever has joined a drill. */
  async openRemembering(address: string, memory: Readonly<Record<string, string>>): Promise<void> {
    const [page] = this.pages
    if (!page) return
    await this.openIn(page, address)
    await page.evaluate((all) => {
      for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value)
    }, memory)
    await page.reload()
    await this.lookAtPanel(page)
  }

  /** A desk's page before everything else. The first time, the paper for the safe is offered to a lead above all of it. */
  private async openDesk(address: string, isFirst: boolean): Promise<Page | undefined> {
    const [page] = this.pages
    if (!page) return undefined
    await this.openIn(page, address)
    // A page behind others draws once a second, and every press would wait for that.
    await page.bringToFront()
    if (isFirst) await page.getByRole('dialog').getByRole('button', { name: 'あとで', exact: true }).click()
    return page
  }

  /** Goes through every desk, each of its parts and each tab in them, and opens the rows of their lists. */
  async lookAtDesk(address: string, isFirst = true): Promise<void> {
    const page = await this.openDesk(address, isFirst)
    if (page) await walkDesk(page, () => this.lookAtPanel(page))
  }

  /** Opens one part of the desks, and looks at it before and after what is then done there. */
  async lookAtPart(address: string, part: string, isFirst: boolean, then?: (page: Page) => Promise<unknown>) {
    const page = await this.openDesk(address, isFirst)
    if (!page) return
    await page.getByRole('button', { name: part, exact: true }).first().click()
    await this.lookAtPanel(page)
    if (!then) return
    await then(page)
    await this.lookAtPanel(page)
  }

  private async lookAtPanel(page: Page): Promise<void> {
    await page.waitForTimeout(100)
    const texts = this.payloads.map(beginningOf)
    const { opened, seen } = await page.evaluate(openRows, { most: this.payloads.length, texts })
    this.tally.count('panels')
    this.tally.count('rowsOpened', opened)
    this.noteSeen(this.place, seen.join('\n'))
    this.tally.cycle()
  }

  /** Whether every payload was seen on paper, on a screen, and on a screen of a drill. */
  judge(where: Place): void {
    const name = { screens: 'payloadsOnScreens', sheets: 'payloadsOnSheets', drill: 'payloadsInDrill' }[where]
    this.tally.aim(name, this.seen[where].size, this.payloads.length)
  }

  async close(): Promise<void> {
    await this.browser.close()
  }
}
