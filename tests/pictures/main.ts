import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { bankData } from '#drills/scenarios/bank.ts'
import { type ServedDrill, serveDrill } from '#drills/serve-drill.ts'
import { findChromium } from '#tests/support/machine.mjs'

/** Takes the README's pictures from drills of the bank, as anyone would see them a minute after cloning. */
const folder = resolve(import.meta.dirname, '../../docs/pictures')
const desk = { width: 1280, height: 800 }

const shoot = (page: Pick<Page, 'screenshot'>, name: string) => page.screenshot({ path: `${folder}/${name}.png` })

async function openContext(browser: Browser, width: number, height: number): Promise<BrowserContext> {
  const phone = width < 500
  return browser.newContext({
    viewport: { width, height },
    locale: 'ja-JP',
    isMobile: phone,
    hasTouch: phone,
    deviceScaleFactor: phone ? 2 : 1,
  })
}

/** The page of whoever sits at this desk in the drill. */
async function openDesk(browser: Browser, { drill, served }: ServedDrill, deskName: string): Promise<Page> {
  const address = `http://localhost:${served.port}`
  const [staff] = drill.scenario.staff.filter(({ desks }) => desks.includes(deskName))
  const context = await openContext(browser, desk.width, desk.height)
  const data = { name: staff?.name, pin: staff?.pin, device: 'pictures' }
  await context.request.post(`${address}/api/session`, { data })
  const page = await context.newPage()
  await page.goto(`${address}/desk`)
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
  // The card of the desk's work is open at the first visit alone.
  await page.keyboard.press('?')
  return page
}

async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'この画面の部分' }).getByRole('button', { name }).click()
}

/** A morning: the phone that checks in, the wall and the map, the board. */
async function ofMorning(browser: Browser): Promise<void> {
  const morning = await serveDrill(bankData('first-day'), { speed: 1, port: 0, at: '09:25' })
  const address = `http://localhost:${morning.served.port}`
  const phone = await (await openContext(browser, 360, 720)).newPage()
  await phone.goto(`${address}/reception`)
  await phone.locator('form').last().waitFor()
  await shoot(phone, 'reception-phone')
  const dispatch = await openDesk(browser, morning, 'dispatch')
  await dispatch.locator('.need-card').first().waitFor()
  await dispatch.waitForTimeout(1500)
  await shoot(dispatch, 'dispatch-desk')
  const board = await (await openContext(browser, 1280, 720)).newPage()
  await board.goto(`${address}/board`)
  await board.locator('.map-marker').first().waitFor()
  await board.waitForTimeout(1000)
  await shoot(board, 'board')
}

/** A drill while it goes on: what its controller sees. */
async function ofController(browser: Browser): Promise<void> {
  const hot = await serveDrill(bankData('heat-day'), { speed: 1, port: 0, at: '10:25' })
  const page = await openDesk(browser, hot, 'lead')
  await openPart(page, '訓練')
  await page.locator('.controller-inject').first().waitFor()
  await page.waitForTimeout(1000)
  await shoot(page, 'controller')
}

/** The same drill when it is over: the replay in the middle of the day, and a page of the report. */
async function ofLookingBack(browser: Browser): Promise<void> {
  const scenario = bankData('heat-day')
  const over = await serveDrill(scenario, { speed: 1, port: 0, at: scenario.endsAt })
  const page = await openDesk(browser, over, 'lead')
  await openPart(page, '振り返り')
  await page.getByRole('button', { name: '訓練をひらく' }).click()
  await page.locator('.replay-clock').waitFor({ timeout: 120_000 })
  await page.getByRole('slider').fill(String(Date.parse(`${scenario.date}T10:25:01+09:00`)))
  await page.locator('.map-marker').first().waitFor()
  await page.locator('.replay').evaluate((top) => top.scrollIntoView())
  await page.waitForTimeout(1000)
  await shoot(page, 'replay')
  await page.goto(`http://localhost:${over.served.port}/sheets/after-action`, { timeout: 120_000 })
  // High enough for a whole sheet between the strips that mark a drill's screen.
  await page.setViewportSize({ width: desk.width, height: 1400 })
  const sheet = page.locator('.sheet', { hasText: '一日の流れ' }).first()
  await sheet.evaluate((one) => one.scrollIntoView({ block: 'center' }))
  await sheet.screenshot({ path: `${folder}/after-action.png` })
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: (await findChromium()) ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const wanted = process.argv.slice(2)
for (const [name, take] of Object.entries({ morning: ofMorning, controller: ofController, lookback: ofLookingBack }))
  if (wanted.length === 0 || wanted.includes(name)) await take(browser)
await browser.close()
process.exit(0)
