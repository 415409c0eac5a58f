import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { newId } from '#shared/core/ids.ts'
import { leadOfLarge } from '#tests/support/large-center.ts'
import { findChromium } from '#tests/support/machine.mjs'

/** A Chromium as desks have it. */
export async function launchDeskBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: (await findChromium()) ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** A desk's browser with this person signed in, and no page open yet. */
export async function seat(
  browser: Browser,
  address: string,
  name: string,
  pin: string = leadOfLarge.pin,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' })
  const data = { name, pin, device: newId() }
  const answer = await context.request.post(`${address}/api/session`, { data })
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${await answer.text()}`)
  return context
}

/** Waits until what was asked for has been drawn. */
export function drawn(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Milliseconds from opening the desk to its panels, drawn. */
export async function openDesk(page: Page, address: string): Promise<number> {
  const began = performance.now()
  await page.goto(`${address}/desk`, { waitUntil: 'commit' })
  await page.locator('main.panels').waitFor()
  await drawn(page)
  return performance.now() - began
}

/** Notes from now on how long each key press took until the next frame, as the browser itself measures it. */
async function watchKeys(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const took: number[] = []
    Object.assign(window, { keysTook: took })
    const watch = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') took.push(duration)
    })
    watch.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  return () => page.evaluate(() => (window as unknown as { keysTook: number[] }).keysTook)
}

/** What hands do at any desk: search where there is a search, else go through the screen. */
export async function pressKeys(desk: Page): Promise<number[]> {
  const took = await watchKeys(desk)
  const search = desk.locator('.search-input').first()
  const searches = (await search.count()) > 0
  if (searches) await search.focus()
  const keys = searches
    ? ['1', '2', 'Backspace', 'Backspace', 'a', 'Backspace']
    : ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab']
  for (const key of [...keys, ...keys]) {
    await desk.keyboard.press(key)
    await desk.waitForTimeout(120)
  }
  const slow = await took()
  // What was quicker than the browser cares to tell is within one frame.
  return [...slow, ...Array.from({ length: Math.max(0, keys.length * 2 - slow.length) }, () => 16)]
}
