import { type Browser, chromium, type Page } from 'playwright-core'
import { newId } from '#shared/core/ids.ts'
import { type BenchServer, startServer } from '#tests/bench/child.ts'
import { line, median } from '#tests/bench/line.ts'
import { receptionForm } from '#tests/support/given.ts'
import { findChromium } from '#tests/support/machine.mjs'

const rounds = 9
/** What a desk does, a phone shows within a second, and a phone's check-in a desk. */
const seenWithinMs = 1000
/** Another person sits down at a desk within five seconds, the hands' own time not counted. */
const seatedWithinMs = 5000
const pin = '123456'
const headers = { 'content-type': 'application/json' }

async function checkIn(address: string, input = receptionForm()) {
  const body = JSON.stringify({ id: newId(), type: 'volunteers.checkIn', device: 'bench', input })
  const answer = await fetch(`${address}/api/commands`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`nobody was checked in: ${await answer.text()}`)
  return input
}

/** Milliseconds from an act to what it shows on a screen, the act's own commit included. */
async function timed(act: () => unknown, seen: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await Promise.all([act(), seen()])
  return performance.now() - began
}

/** The reception desk with Emi at it, whom the lead has just added. */
async function openDesk(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' })).newPage()
  const signIn = (name: string) =>
    page.context().request.post(`${address}/api/session`, { data: { name, pin, device: newId() } })
  await signIn('佐藤')
  const input = { staffId: newId(), name: '恵美', pin, deskNames: ['reception'] }
  const command = { id: newId(), type: 'access.addStaff', device: 'bench', input }
  await page.context().request.post(`${address}/api/commands`, { data: command })
  await signIn('恵美')
  await page.goto(`${address}/desk`)
  await page.locator('.reception-panel').waitFor()
  return page
}

async function deskSeesCheckIn(desk: Page, address: string, round: number): Promise<number> {
  const form = receptionForm({ name: `測定 ${round}番` })
  return timed(
    () => checkIn(address, form),
    () => desk.locator('tr', { hasText: form.name }).waitFor(),
  )
}

/** The lead speaks to everyone; the phone shows it over all else. */
async function phoneSeesWord(phone: Page, { child }: BenchServer): Promise<number> {
  const word = phone.getByRole('alertdialog')
  const took = await timed(
    () => child.send('speak'),
    () => word.waitFor(),
  )
  await word.getByRole('button').click()
  await word.waitFor({ state: 'detached' })
  return took
}

/** F2, the name, the PIN, until the desk stands with its person. */
async function sitDown(desk: Page): Promise<number> {
  const act = async () => {
    await desk.keyboard.press('F2')
    await desk.getByRole('button', { name: '恵美', exact: true }).last().click()
    await desk.keyboard.type(pin)
    await desk.getByLabel('PIN').waitFor({ state: 'detached' })
  }
  return timed(act, () => Promise.resolve())
}

/** How soon a real screen shows what happened elsewhere: asked of the bench, since a test on a loaded machine cannot say. */
export async function screensBench() {
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const server = await startServer('./sasae-server.ts')
  const address = `http://localhost:${server.port}`
  const took: { desk: number[]; phone: number[]; seat: number[] } = { desk: [], phone: [], seat: [] }
  try {
    const desk = await openDesk(browser, address)
    const { linkToken } = await checkIn(address)
    const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
    await phone.goto(`${address}/me#${linkToken}`)
    await phone.getByText('つながっています').waitFor()
    for (let round = 0; round < rounds; round++) {
      took.desk.push(await deskSeesCheckIn(desk, address, round))
      took.phone.push(await phoneSeesWord(phone, server))
      took.seat.push(await sitDown(desk))
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  return [
    line('screens/desk-sees-check-in', median(took.desk), 'ms', seenWithinMs),
    line('screens/phone-sees-word', median(took.phone), 'ms', seenWithinMs),
    line('screens/sit-down', median(took.seat), 'ms', seatedWithinMs),
  ]
}
