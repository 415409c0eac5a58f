import { type Browser, chromium, type Page } from 'playwright-core'
import { startServer } from '#tests/bench/child.ts'
import { line, median } from '#tests/bench/line.ts'
import { startSlowLine } from '#tests/bench/slow-line.ts'
import { findChromium } from '#tests/support/machine.mjs'

const rounds = 5

interface Visit {
  bytes: number
  requests: number
  seconds: number
}

/** Opens a page once in a new browser context, over the slow line, until its form can be filled in and sent. */
async function visit(browser: Browser, address: string, line: { bytes(): number }): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page: Page = await context.newPage()
  let requests = 0
  page.on('request', () => requests++)
  const before = line.bytes()
  const started = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('form button').last().waitFor({ state: 'visible' })
  await page.waitForFunction(() => document.readyState !== 'loading')
  const seconds = (performance.now() - started) / 1000
  await page.waitForLoadState('load')
  const bytes = line.bytes() - before
  await context.close()
  return { bytes, requests, seconds }
}

/** The reception page at 400 kbit/s and 300 ms, beside a bare form with its script inlined on the same line. */
export async function phonePageBench() {
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const [server, bare] = [await startServer('./sasae-server.ts'), await startServer('./bare-form-server.ts')]
  const [slow, slowBare] = [await startSlowLine(server.port), await startSlowLine(bare.port)]
  const visits: Visit[] = []
  const floor: Visit[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      floor.push(await visit(browser, `http://127.0.0.1:${slowBare.port}/`, slowBare))
      visits.push(await visit(browser, `http://127.0.0.1:${slow.port}/reception`, slow))
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
  ]
}
