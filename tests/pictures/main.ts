import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { bankData } from '#drills/scenarios/bank.ts'
import { serveDrill } from '#drills/serve-drill.ts'
import { findChromium } from '#tests/support/machine.mjs'

const firstDay = bankData('first-day')

/** Takes the README's pictures from the served first day, as anyone would see it a minute after cloning. */
const folder = resolve(import.meta.dirname, '../../docs/pictures')
const desk = { width: 1280, height: 800 }

async function openPage(browser: Browser, width: number, height: number): Promise<Page> {
  const phone = width < 500
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'ja-JP',
    isMobile: phone,
    hasTouch: phone,
    deviceScaleFactor: phone ? 2 : 1,
  })
  return context.newPage()
}

async function dispatchDesk(browser: Browser, address: string, name: string, pin: string): Promise<void> {
  const page = await openPage(browser, desk.width, desk.height)
  await page.context().request.post(`${address}/api/session`, { data: { name, pin, device: 'pictures' } })
  await page.goto(`${address}/desk`)
  await page.locator('.need-card').first().waitFor()
  // The card of the desk's work is open at the first visit alone.
  await page.keyboard.press('?')
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `${folder}/dispatch-desk.png` })
}

mkdirSync(folder, { recursive: true })
const { served, drill } = await serveDrill(firstDay, { speed: 1, port: 0, at: '09:25' })
const address = `http://localhost:${served.port}`
const browser = await chromium.launch({
  executablePath: (await findChromium()) ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const phone = await openPage(browser, 360, 720)
await phone.goto(`${address}/reception`)
await phone.locator('form').last().waitFor()
await phone.screenshot({ path: `${folder}/reception-phone.png` })
const dispatcher = drill.scenario.staff.find(({ desks }) => desks.includes('dispatch'))
if (dispatcher) await dispatchDesk(browser, address, dispatcher.name, dispatcher.pin)
const board = await openPage(browser, 1280, 720)
await board.goto(`${address}/board`)
await board.locator('.map-marker').first().waitFor()
await board.waitForTimeout(1000)
await board.screenshot({ path: `${folder}/board.png` })
await browser.close()
process.exit(0)
