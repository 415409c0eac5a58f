import { type Browser, chromium, type Page } from 'playwright-core'
import { newId } from '#shared/core/ids.ts'
import { startServer } from '#tests/bench/child.ts'
import { line, median } from '#tests/bench/line.ts'
import { startSlowLine } from '#tests/bench/slow-line.ts'
import { receptionForm } from '#tests/support/given.ts'
import { findChromium } from '#tests/support/machine.mjs'

const rounds = 5

/** What a volunteer's own page may weigh, with everything that it loads by itself until it is live. */
const personalPageLimit = 45_000

interface Visit {
  bytes: number
  requests: number
  seconds: number
}

type Ready = (page: Page) => Promise<unknown>

const formIsUsable: Ready = async (page) => {
  await page.locator('form button').last().waitFor({ state: 'visible' })
  await page.waitForFunction(() => document.readyState !== 'loading')
}

/** Opens a page once in a new browser context, over the slow line, until it is ready and nothing more comes. */
async function visit(browser: Browser, address: string, line: { bytes(): number }, ready: Ready): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page: Page = await context.newPage()
  let requests = 0
  page.on('request', () => requests++)
  const before = line.bytes()
  const started = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await ready(page)
  const seconds = (performance.now() - started) / 1000
  await page.waitForLoadState('networkidle')
  const bytes = line.bytes() - before
  await context.close()
  return { bytes, requests, seconds }
}

/** A volunteer's page right after the check-in, until it shows that it is live. */
async function visitOwnPage(browser: Browser, serverPort: number, slow: { port: number; bytes(): number }) {
  const input = receptionForm()
  const body = JSON.stringify({ id: newId(), type: 'volunteers.checkIn', device: 'bench', input })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`http://127.0.0.1:${serverPort}/api/commands`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`nobody was checked in: ${await answer.text()}`)
  const isLive: Ready = (page) => page.getByText('つながっています').waitFor({ state: 'visible' })
  return visit(browser, `http://127.0.0.1:${slow.port}/me#${input.linkToken}`, slow, isLive)
}

/** The reception page at 400 kbit/s and 300 ms, beside a bare form with its script inlined on the same line; then one's own page. */
export async function phonePageBench() {
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const [server, bare] = [await startServer('./sasae-server.ts'), await startServer('./bare-form-server.ts')]
  const [slow, slowBare] = [await startSlowLine(server.port), await startSlowLine(bare.port)]
  const visits: Visit[] = []
  const floor: Visit[] = []
  const own: Visit[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      floor.push(await visit(browser, `http://127.0.0.1:${slowBare.port}/`, slowBare, formIsUsable))
      visits.push(await visit(browser, `http://127.0.0.1:${slow.port}/reception`, slow, formIsUsable))
      own.push(await visitOwnPage(browser, server.port, slow))
    }
  } finally {
    await browser.close()
    slow.close()
    slowBare.close()
    await server.stop()
    await bare.stop()
  }
  const requests = median(visits.map((one) => one.requests))
  return [
    line('phone-page/usable', median(visits.map((one) => one.seconds)), 's', median(floor.map((one) => one.seconds)), {
      requests,
    }),
    line('phone-page/bytes', median(visits.map((one) => one.bytes)), 'bytes', median(floor.map((one) => one.bytes)), {
      requests,
    }),
    line('phone-page/personal-page', median(own.map((one) => one.bytes)), 'bytes', personalPageLimit, {
      requests: median(own.map((one) => one.requests)),
      seconds: median(own.map((one) => one.seconds)),
    }),
  ]
}
