import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import WebSocket from 'ws'
import { bankData } from '#drills/scenarios/bank.ts'
import { newId } from '#shared/core/ids.ts'
import { startServer } from '#tests/bench/child.ts'
import { watchFrames } from '#tests/bench/frames.ts'
import { launchDeskBrowser, openDesk, pressKeys, seat } from '#tests/bench/large-desks.ts'
import { type Line, line, median, monotonic, percentile } from '#tests/bench/line.ts'

const sockets = 26
const rounds = 60
const limitMs = 100

/** The drill's person at a desk, whose PIN is no secret. */
function staffOf(deskName: string): { name: string; pin: string } {
  const found = bankData('first-day').staff.find(({ desks }) => desks.includes(deskName))
  if (!found) throw new Error(`nobody sits at ${deskName}`)
  return found
}

async function signIn(port: number): Promise<string> {
  const { name, pin } = staffOf('lead')
  const body = JSON.stringify({ name, pin, device: 'bench' })
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`http://127.0.0.1:${port}/api/session`, { method: 'POST', headers, body })
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Waits for a record with this id. */
type Ear = (id: string) => Promise<void>

interface Heard {
  ear: Ear
  close: () => void
}

async function openSocket(port: number, cookie: string): Promise<Heard> {
  const address = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { cookie } })
  await once(socket, 'message')
  socket.send('40{}')
  await once(socket, 'message')
  // Engine.IO's heartbeat is answered as a device would.
  socket.on('message', (bytes: Buffer) => bytes.toString('latin1') === '2' && socket.send('3'))
  const ear: Ear = (id) =>
    new Promise((ready) => {
      const listen = (bytes: Buffer) => {
        if (!bytes.includes(id)) return
        socket.off('message', listen)
        ready()
      }
      socket.on('message', listen)
    })
  return { ear, close: () => socket.terminate() }
}

/** What a real page's own line brings it; to be asked for before the page is opened. */
function earOf(page: Page): Ear {
  const waiting = new Map<string, () => void>()
  page.on('websocket', (own) =>
    own.on('framereceived', ({ payload }) => {
      for (const [id, ready] of waiting) if (payload.includes(id)) ready()
    }),
  )
  return (id) =>
    new Promise((ready) => {
      waiting.set(id, () => {
        waiting.delete(id)
        ready()
      })
    })
}

/** A desk's real page with its person at it. */
async function openScreen(browser: Browser, address: string, deskName: string): Promise<{ page: Page; ear: Ear }> {
  const { name, pin } = staffOf(deskName)
  const page = await (await seat(browser, address, name, pin)).newPage()
  const ear = earOf(page)
  await openDesk(page, address)
  return { page, ear }
}

/** Reception, wall and map, the controller's page; and the board, which belongs to everyone and hears no notes. */
async function openScreens(browser: Browser, address: string) {
  const [reception, dispatch, controller] = await Promise.all(
    ['reception', 'dispatch', 'lead'].map((deskName) => openScreen(browser, address, deskName)),
  )
  if (!reception || !dispatch || !controller) throw new Error('a desk did not open')
  await dispatch.page.locator('.people-panel button.token').first().waitFor()
  await controller.page.getByRole('button', { name: '訓練', exact: true }).click()
  const board = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  await board.goto(`${address}/board`)
  await board.locator('.map-canvas').first().waitFor()
  const desks = [reception, dispatch, controller]
  return { desks: desks.map(({ page }) => page), ears: desks.map(({ ear }) => ear), board }
}

/** An empty page with a field: what this machine can do at best, while the drill goes on. */
async function openEmpty(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.setContent('<input class="search-input" aria-label="empty">')
  return page
}

/** A note that somebody writes while the drill goes on, from the press of the button to the last of all screens. */
async function writeNotes(port: number, cookie: string, { lines, pages }: Record<'lines' | 'pages', readonly Ear[]>) {
  const [times, onLines]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const observationId = newId()
    const input = { observationId, deskName: null, mark: 'note', text: '列が長い', checkKey: '', photoIds: [] }
    const body = JSON.stringify({ id: newId(), type: 'practice.writeObservation', input, device: 'bench' })
    const begun = monotonic()
    const onPages = Promise.all(pages.map((ear) => ear(observationId)))
    const all = Promise.all(lines.map((ear) => ear(observationId))).then(() => {
      onLines.push(monotonic() - begun)
      return onPages
    })
    await fetch(`http://127.0.0.1:${port}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body,
    })
    await all
    times.push(monotonic() - begun)
    await sleep(500)
  }
  return { times, onLines }
}

/** Hands at every desk and at the empty page, one after the other, for as long as something goes on. */
async function keysWhile(desks: readonly Page[], empty: Page, going: Promise<unknown>) {
  let over = false
  void going.finally(() => {
    over = true
  })
  const [atDesks, atEmpty]: [number[], number[]] = [[], []]
  while (!over) {
    for (const desk of desks) atDesks.push(...(await pressKeys(desk)))
    atEmpty.push(...(await pressKeys(empty)))
  }
  return { atDesks, atEmpty }
}

const rounded = (ms: number) => Math.round(ms * 10) / 10

async function measure(browser: Browser, port: number): Promise<Line[]> {
  const cookie = await signIn(port)
  const { desks, ears, board } = await openScreens(browser, `http://127.0.0.1:${port}`)
  const empty = await openEmpty(browser)
  const lines = await Promise.all(Array.from({ length: sockets }, () => openSocket(port, cookie)))
  const watched = await Promise.all([...desks, board].map(watchFrames))
  const watchedEmpty = await watchFrames(empty)
  const notes = writeNotes(port, cookie, { lines: lines.map(({ ear }) => ear), pages: ears })
  const keys = await keysWhile(desks, empty, notes)
  const { times, onLines } = await notes
  const seen = await Promise.all(watched.map((stop) => stop()))
  const floor = await watchedEmpty()
  for (const { close } of lines) close()
  const frames = seen.flatMap((one) => one.frames)
  const longTasks = seen.flatMap((one) => one.longTasks)
  const late = keys.atDesks.filter((took) => took > limitMs).length
  const sessions = { sessions: sockets + desks.length + 1, pages: desks.length + 1, people: 110 }
  return [
    line('drill-110/live', percentile(times, 95), 'ms', limitMs, {
      medianMs: rounded(median(times)),
      // Without what it takes a loaded browser to tell this program of what it has heard.
      socketsMs: rounded(percentile(onLines, 95)),
      ...sessions,
    }),
    // Most frames of a desk are quiet ones: what holds it up for a moment, twice a second, is among the slowest hundredth.
    line('drill-110/frames', percentile(frames, 99), 'ms', percentile(floor.frames, 99), {
      longestMs: Math.round(Math.max(...frames)),
      emptyLongestMs: Math.round(Math.max(...floor.frames)),
      longTasks: longTasks.length,
      longestTaskMs: Math.round(Math.max(0, ...longTasks)),
    }),
    line('drill-110/keys', percentile(keys.atDesks, 95), 'ms', percentile(keys.atEmpty, 95), {
      keys: keys.atDesks.length,
      over100Ms: late,
    }),
  ]
}

/** A drill at real speed with 110 simulated people and 30 screens, four of them real pages. */
export async function drillBench(): Promise<Line[]> {
  const server = await startServer('./drill-server.ts')
  const browser = await launchDeskBrowser()
  try {
    return await measure(browser, server.port)
  } finally {
    await browser.close()
    await server.stop()
  }
}
