import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, onTestFinished } from 'vitest'
import { openCenter } from '#server/app.ts'
import type { Clock } from '#server/core/clock.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import type { DrillRoom } from '#server/practice/drill-room.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { pinCost } from '#tests/support/center.ts'
import { findChromium } from '#tests/support/machine.mjs'
import { noOutside } from '#tests/support/no-outside.ts'

/** A clock that starts at 9:30 on a Monday in Japan and goes on with the wall; a test may also push it. */
export class RunningClock implements Clock {
  readonly speed = 1
  private readonly startedAt = performance.now()
  private pushedMs = 0
  private readonly begin: number

  constructor(begin = '2026-11-23T00:30:00.000Z') {
    this.begin = Date.parse(begin)
  }

  now(): string {
    return new Date(this.begin + this.pushedMs + performance.now() - this.startedAt).toISOString()
  }

  push(minutes: number): void {
    this.pushedMs += minutes * 60_000
  }
}

let browser: Promise<Browser> | undefined
afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

/** One Chromium for each test file. */
function openBrowser(): Promise<Browser> {
  browser ??= launch()
  return browser
}

/** A Chromium; `more` gives it what a test's machine lacks, such as a camera. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.SASAE_CHROMIUM ?? (await findChromium())
  if (!executablePath) throw new Error('No Chromium was found; `npm test` installs one.')
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ]
  return chromium.launch({ executablePath, args })
}

/** A real center on a real encrypted file, on a real port; only its PINs cost less. Nobody has set it up yet. */
export async function openRealCenter(
  clock: Clock = new RunningClock(),
  elapsed?: () => number,
  { kind = 'live', drillRoom }: { kind?: 'live' | 'drill' | undefined; drillRoom?: DrillRoom | undefined } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-browser-'))
  const driver = openDatabaseFile(join(folder, 'sasae.db'), 'test')
  const center = await openCenter({ driver, clock, kind, pinCost, ...(drillRoom ? { drillRoom } : {}) })
  const served = await serveCenter(center, 0, noOutside, null, elapsed)
  const address = `http://localhost:${served.port}`
  const close = async () => {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { center, clock, served, address, close }
}

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'ja-JP' }
const desk = { viewport: { width: 1280, height: 800 }, locale: 'ja-JP' }

/** Takes back what was just done, by the key, once the bar that offers it says these words. */
export async function takeBack(page: Page, words: RegExp): Promise<void> {
  await page.locator('.undo-bar-words', { hasText: words }).waitFor()
  await page.keyboard.press('Alt+z')
}

/** A Chromium that is slow to put a device away is killed with its worker anyway; no test is about that. */
const putAwayMs = 20_000

function closeInTime(context: BrowserContext): void {
  const close = context.close.bind(context)
  context.close = (options) =>
    Promise.race([close(options), new Promise<void>((resolve) => setTimeout(resolve, putAwayMs).unref())])
}

/** A device of its own, with its own cookies and storage; its console must stay silent. */
export async function newDevice(
  kind: 'phone' | 'desk',
  wishes: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page }> {
  // Colours that are on their way from one to another are no colours to judge a contrast by.
  const still = { reducedMotion: 'reduce' } as const
  const context = await (await openBrowser()).newContext({ ...(kind === 'phone' ? phone : desk), ...still, ...wishes })
  context.setDefaultTimeout(15_000)
  closeInTime(context)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`))
  return { context, page }
}

/** A phone that has just opened an address; it is put away after the test. */
export async function phoneAt(address: string): Promise<Page> {
  const { page, context } = await newDevice('phone')
  onTestFinished(() => context.close())
  await page.goto(address)
  return page
}

/** Keeps a picture of a page for whoever looks at it, in the folder that `SASAE_SHOTS` names; without one, nothing. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SASAE_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Fails with axe's own words where a page has a violation. */
export async function expectAccessible(page: Page): Promise<void> {
  // The other mode takes frames apart and opens a page of its own for each judgement; no page of ours has frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}
