import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { newSecret } from '#shared/core/ids.ts'
import { brokenScreens, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { openDay, sendCommand } from '#tests/faults/open-center.ts'
import { layCable } from '#tests/support/cable.ts'
import { receptionForm } from '#tests/support/given.ts'
import { findChromium } from '#tests/support/machine.mjs'

type Surface = 'desk' | 'me' | 'board'

interface Screen {
  surface: Surface
  page: Page
  cable: Awaited<ReturnType<typeof layCable>>
}

async function openScreen(browser: Browser, server: FaultServer, surface: Surface, cookie: string): Promise<Screen> {
  const cable = await layCable(server.port)
  const address = `http://127.0.0.1:${cable.port}`
  const context = await browser.newContext({ locale: 'ja-JP' })
  if (surface === 'desk') {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: address }])
  }
  const linkToken = newSecret()
  if (surface === 'me') await sendCommand(server, 'volunteers.checkIn', receptionForm({ linkToken }))
  const page = await context.newPage()
  await page.goto(`${address}/${surface}${surface === 'me' ? `#${linkToken}` : ''}`)
  await page.locator('.freshness-live').first().waitFor({ timeout: 60_000 })
  return { surface, page, cable }
}

interface Limits {
  /** Until a screen says that it is old, and until it is current again. */
  bannerMs: number
  resyncMs: number
}

/** Milliseconds until a screen shows this; undefined where it does not within thrice the time. */
async function timeUntil(page: Page, selector: string, limitMs: number): Promise<number | undefined> {
  const began = monotonicMilliseconds()
  const seen = page
    .locator(selector)
    .first()
    .waitFor({ timeout: limitMs * 3 })
  return seen.then(
    () => Math.round(monotonicMilliseconds() - began),
    () => undefined,
  )
}

interface Cutting {
  random: SeededRandom
  tally: Tally
  limits: Limits
}

const highest = new Map<string, number>()

function note(tally: Tally, what: string, took: number | undefined, limitMs: number): void {
  tally.fault('violations', `${what}: ${took ?? 'never'} ms`, took === undefined || took > limitMs ? 1 : 0)
  const before = highest.get(what) ?? 0
  if ((took ?? 0) <= before) return
  tally.count(what, (took ?? 0) - before)
  highest.set(what, took ?? 0)
}

/** Cuts the line in one of two ways, lets some time pass, and gives it back; the system says "online" as it does then. */
async function cut({ surface, page, cable }: Screen, { random, tally, limits }: Cutting): Promise<void> {
  await pause(random.whole(0, 2500))
  if (random.fraction() < 0.5) cable.pull()
  else cable.silence()
  note(
    tally,
    `${surface}BannerMs`,
    await timeUntil(page, '.freshness-offline, .freshness-stale', limits.bannerMs),
    limits.bannerMs,
  )
  await pause(random.whole(0, 1500))
  cable.plugIn()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  note(tally, `${surface}ResyncMs`, await timeUntil(page, '.freshness-live', limits.resyncMs), limits.resyncMs)
  tally.count(`${surface}Cuts`)
  tally.cycle()
}

interface Wishes {
  main: string
  surfaces: readonly Surface[]
  rounds: number
  limits: Limits
}

async function cutOff(name: string, { main, surfaces, rounds, limits }: Wishes): Promise<FaultResult> {
  const tally = new Tally(name)
  highest.clear()
  const server = new FaultServer(main)
  const browser = await chromium.launch({
    executablePath: process.env.SASAE_CHROMIUM ?? (await findChromium()) ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    await server.start()
    const cookie = await openDay(server, 500)
    const random = new SeededRandom(rounds)
    const watch = async (surface: Surface) => {
      const screen = await openScreen(browser, server, surface, cookie)
      for (let round = 0; round < rounds; round++) await cut(screen, { random, tally, limits })
      screen.cable.close()
      tally.aim(`${surface}Cuts`, tally.count(`${surface}Cuts`, 0), rounds)
    }
    await Promise.all(surfaces.map(watch))
  } finally {
    await browser.close()
    await server.remove()
  }
  return tally.result()
}

/** A smoke test runs beside others on a slow machine: there it only has to be said, and to end. */
const limitsOf = (share: number): Limits =>
  share < 1 ? { bannerMs: 20_000, resyncMs: 15_000 } : { bannerMs: 12_000, resyncMs: 2000 }

/** The line of every live screen is cut again and again: what is old must say so, and be current soon after. */
export const row: FaultRow = {
  name: 'stale',
  needs: ['chromium'],
  alone: true,
  run: (budget) =>
    cutOff('stale', {
      main: soundBuild(),
      surfaces: ['desk', 'me', 'board'],
      rounds: part(12, budget, 1),
      limits: limitsOf(budget.share),
    }),
  async control() {
    const line = { module: '#web/core/line.ts', file: 'ever-live.ts', names: { Line: 'EverLive' } }
    const main = await brokenScreens('ever-live', line)
    const wishes = { main, surfaces: ['desk'], rounds: 1, limits: { bannerMs: 8000, resyncMs: 2000 } } as const
    return [await cutOff('stale/never-notices', wishes)]
  },
}
