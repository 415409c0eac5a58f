import type { Page } from 'playwright-core'
import { startServer } from '#tests/bench/child.ts'
import { watchFrames } from '#tests/bench/frames.ts'
import { launchDeskBrowser, openDesk, seat } from '#tests/bench/large-desks.ts'
import { line, percentile } from '#tests/bench/line.ts'

/** Collects the time between frames while something goes on. */
async function framesWhile(page: Page, going: () => Promise<void>): Promise<number[]> {
  const watched = await watchFrames(page)
  await going()
  return (await watched()).frames
}

/** Sets the wall's filters one after the other, as somebody who looks for work. */
async function filter(page: Page): Promise<void> {
  const select = page.locator('.wall-filters select')
  for (const value of ['mudRemoval', 'cleaning', 'carryingOut', '']) {
    await select.nth(1).selectOption(value)
    await page.waitForTimeout(250)
  }
  for (const value of ['number', 'town', 'waiting', 'urgency']) {
    await select.nth(3).selectOption(value)
    await page.waitForTimeout(250)
  }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const steps = 60
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let step = 1; step <= steps; step++) {
    const share = step / steps
    await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
}

async function centreOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`there is no ${selector}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Carries a waiting person along the wall and back without letting go over a card; then moves the map. */
async function dragPersonAndMap(page: Page): Promise<void> {
  const person = await centreOf(page, '.people-panel button.token')
  const card = await centreOf(page, '.need-card')
  await drag(page, person, { x: card.x, y: person.y })
  const map = await centreOf(page, '.map-canvas')
  await drag(page, map, { x: map.x - 120, y: map.y - 60 })
}

/** Frames of the dispatch desk with two thousand open needs while filtering and dragging, beside those of an empty page. */
export async function wallBench() {
  const server = await startServer('./large-server.ts')
  const browser = await launchDeskBrowser()
  const address = `http://127.0.0.1:${server.port}`
  try {
    const context = await seat(browser, address, '愛子')
    const desk = await context.newPage()
    await openDesk(desk, address)
    await desk.locator('.need-card').first().waitFor()
    const filtering = await framesWhile(desk, () => filter(desk))
    const dragging = await framesWhile(desk, () => dragPersonAndMap(desk))
    const empty = await context.newPage()
    await empty.goto('about:blank')
    const idle = await framesWhile(empty, () => drag(empty, { x: 900, y: 400 }, { x: 300, y: 400 }))
    const limit = percentile(idle, 95)
    const longest = (frames: readonly number[]) => ({
      frames: frames.length,
      longestMs: Math.round(Math.max(...frames)),
    })
    return [
      line('wall-2000/filtering', percentile(filtering, 95), 'ms', limit, longest(filtering)),
      line('wall-2000/dragging', percentile(dragging, 95), 'ms', limit, longest(dragging)),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}
