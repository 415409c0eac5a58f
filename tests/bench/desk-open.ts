import { createServer, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { startServer } from '#tests/bench/child.ts'
import { drawn, launchDeskBrowser, openDesk, pressKeys, seat } from '#tests/bench/large-desks.ts'
import { type Line, line, median, percentile } from '#tests/bench/line.ts'
import { leadOfLarge, peopleAtDesks } from '#tests/support/large-center.ts'

const rounds = 5
/** A key is answered by the next frame within this. */
const keyLimitMs = 100
/** An act is shown within this. */
const actLimitMs = 300
const undoBar = '.undo-bar:not(.undo-bar-empty)'

const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>床</title><main></main><script type="module">
const records = (await (await fetch('/records')).json()).records
const main = document.querySelector('main')
main.className = 'panels'
main.textContent = records.length
</script></html>`

/** The floor of a desk: a page without a program that takes in the same records from memory. */
async function serveBare(records: string): Promise<{ server: Server; address: string }> {
  const compressed = gzipSync(records)
  const server = createServer(({ url }, answer) => {
    if (url !== '/records') return answer.writeHead(200, { 'content-type': 'text/html' }).end(page)
    return answer.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(compressed)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return { server, address: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}` }
}

/** Goes through the other parts of the desk (活動予約, 団体, 名簿, 重複さがし): until each is drawn, and its keys. */
async function throughParts(desk: Page): Promise<Pick<Desk, 'parts' | 'keys'>> {
  const measured: Pick<Desk, 'parts' | 'keys'> = { parts: [], keys: [] }
  const others = await desk.locator('.part-tabs button:not([aria-current])').allTextContents()
  for (const label of others) {
    const took = await desk.evaluate(async (wanted) => {
      const tabs = [...document.querySelectorAll<HTMLButtonElement>('.part-tabs button')]
      const began = performance.now()
      tabs.find(({ textContent }) => textContent === wanted)?.click()
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return performance.now() - began
    }, label)
    measured.parts.push(took)
    measured.keys.push(...(await pressKeys(desk)))
  }
  return measured
}

/** Forms a team of the first who waits and takes that back: from the press to what it shows, each time. */
async function act(desk: Page): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    await desk.locator('.people-panel button.token').nth(round).click()
    const form = desk.getByRole('button', { name: '仕事を決めずに組む' })
    await form.waitFor()
    took.push(await timed(desk, '仕事を決めずに組む', undoBar))
    await desk.locator(`${undoBar} button`).first().click()
    await desk.locator(undoBar).waitFor({ state: 'detached' })
  }
  return took
}

/** Milliseconds from a press to the frame after something stands there, measured within the page. */
function timed(desk: Page, button: string, shown: string): Promise<number> {
  return desk.evaluate(
    async ([wanted, selector]) => {
      const found = [...document.querySelectorAll('button')].find(({ textContent }) =>
        textContent?.includes(wanted ?? ''),
      )
      const began = performance.now()
      found?.click()
      while (!document.querySelector(selector ?? '') && performance.now() - began < 5000)
        await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return performance.now() - began
    },
    [button, shown],
  )
}

interface Desk {
  open: number[]
  floor: number[]
  keys: number[]
  acts: number[]
  /** From choosing another part of the desk to its being drawn. */
  parts: number[]
}

async function measure(browser: Browser, address: string, name: string, acts: boolean): Promise<Desk> {
  const context = await seat(browser, address, name)
  const bare = await serveBare(await (await context.request.get(`${address}/api/changes?since=0`)).text())
  const desk = await context.newPage()
  const measured: Desk = { open: [], floor: [], keys: [], acts: [], parts: [] }
  try {
    for (let round = 0; round <= rounds; round++) {
      const began = performance.now()
      await desk.goto(bare.address, { waitUntil: 'commit' })
      await desk.locator('main.panels').waitFor()
      await drawn(desk)
      measured.floor.push(performance.now() - began)
      measured.open.push(await openDesk(desk, address))
    }
    measured.keys = await pressKeys(desk)
    if (acts) measured.acts = await act(desk)
    const { parts, keys } = await throughParts(desk)
    measured.parts = parts
    measured.keys.push(...keys)
  } finally {
    await context.close()
    bare.server.close()
  }
  return measured
}

/** Every desk on the largest day: until it stands, a key until the next frame, an act until it is shown. */
export async function deskOpenBench(): Promise<Line[]> {
  const server = await startServer('./large-server.ts')
  const browser = await launchDeskBrowser()
  const lines: Line[] = []
  const keys: number[] = []
  const acts: number[] = []
  const parts: number[] = []
  try {
    for (const [name, desk] of [...Object.entries(peopleAtDesks), [leadOfLarge.name, 'lead']] as const) {
      const one = await measure(browser, `http://127.0.0.1:${server.port}`, name, desk === 'dispatch')
      // The first opening fills the browser's caches.
      lines.push(line(`desk-open/${desk}`, median(one.open.slice(1)), 'ms', median(one.floor.slice(1))))
      keys.push(...one.keys)
      acts.push(...one.acts)
      parts.push(...one.parts)
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  lines.push(line('desk-open/key-p95', percentile(keys, 95), 'ms', keyLimitMs))
  lines.push(line('desk-open/act-p95', percentile(acts, 95), 'ms', actLimitMs))
  lines.push(line('desk-open/part-p95', percentile(parts, 95), 'ms', actLimitMs, { parts: parts.length }))
  return lines
}
