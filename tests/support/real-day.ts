import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { DrillRoom } from '#server/practice/drill-room.ts'
import { newId } from '#shared/core/ids.ts'
import { newDevice, openRealCenter, RunningClock } from '#tests/support/browser.ts'
import { deskSenders, ids, setUpAndOpen } from '#tests/support/center.ts'

const pin = '123456'

interface Wishes {
  profileName?: 'standard' | 'small'
  clock?: RunningClock
  elapsed?: () => number
  /** A drill's pages carry its mark; `beginDrill` gives it something to play. */
  kind?: 'live' | 'drill'
  /** Where this center holds its drills. */
  drillRoom?: DrillRoom
  /** Without a day, nobody is at work for real. */
  day?: boolean
}

/** A real center with its day open, for all tests of a file; whoever opens it closes it. */
export async function realDay(wishes: Wishes = {}) {
  const { profileName = 'standard', clock = new RunningClock(), elapsed, kind, drillRoom, day = true } = wishes
  const real = await openRealCenter(clock, elapsed, { kind, drillRoom })
  await setUpAndOpen(real.center, { profileName, capacity: 200, day })
  const { lead, phone } = deskSenders(real.center)
  return { ...real, dayId: ids.day, lead, ben: lead, aiko: lead, phone }
}

/** The same for one test, with a person at each desk that is named; browsers sign in as they do. */
export async function openRealDay(people: Readonly<Record<string, readonly string[]>>, wishes: Wishes = {}) {
  const day = await realDay(wishes)
  onTestFinished(() => day.close())
  for (const [name, deskNames] of Object.entries(people))
    await day.lead.send('access.addStaff', { staffId: newId(), name, pin, deskNames: [...deskNames] })
  /** A desk's browser with this person signed in. */
  return { ...day, desk: (name: string) => openDesk(day.address, name) }
}

async function openDesk(address: string, name: string): Promise<Page> {
  const { context, page } = await newDevice('desk')
  onTestFinished(() => context.close())
  const answer = await context.request.post(`${address}/api/session`, { data: { name, pin, device: newId() } })
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${await answer.text()}`)
  await page.goto(`${address}/desk`)
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
  return page
}
