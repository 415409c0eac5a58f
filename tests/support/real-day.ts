import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Capability } from '#shared/access/capabilities.ts'
import { capabilities } from '#shared/access/capabilities.ts'
import { newId } from '#shared/core/ids.ts'
import { newDevice, openRealCenter, RunningClock } from '#tests/support/browser.ts'
import { Sender } from '#tests/support/center.ts'

const pin = '123456'

/** A real center with its day open, and a person at each desk that is named; browsers sign in as they do. */
export async function openRealDay(
  people: Readonly<Record<string, readonly string[]>>,
  {
    profileName = 'standard',
    clock = new RunningClock(),
    elapsed,
  }: { profileName?: 'standard' | 'small'; clock?: RunningClock; elapsed?: () => number } = {},
) {
  const real = await openRealCenter(clock, elapsed)
  onTestFinished(() => real.close())
  const { center } = real
  const [leadId, dayId] = [newId(), newId()]
  const setter = new Sender(center, { kind: 'public', onThisMachine: true })
  await setter.send('center.setUpCenter', {
    centerId: newId(),
    activationId: newId(),
    name: '金沢区災害ボランティアセンター',
    place: 'いきいきセンター金沢',
    phone: '0457800000',
    disasterName: '訓練地震',
    hazard: 'earthquake',
    insuranceBeginsAtOnce: true,
    profileName,
    leadId,
    leadName: '佐藤',
    pin,
  })
  const staff = (name: string, held: readonly Capability[]) =>
    new Sender(center, { kind: 'staff', staffId: leadId, sessionId: newId(), name, capabilities: held })
  const lead = staff('佐藤', capabilities)
  await lead.send('center.openDay', {
    dayId,
    date: '2026-11-23',
    receptionOpensAt: '09:00',
    receptionClosesAt: '11:00',
    capacity: 200,
    returnBy: '15:00',
  })
  if (profileName === 'small') await lead.send('center.setPublicReception', { dayId, open: true })
  for (const [name, deskNames] of Object.entries(people))
    await lead.send('access.addStaff', { staffId: newId(), name, pin, deskNames: [...deskNames] })
  return {
    ...real,
    dayId,
    lead,
    ben: lead,
    aiko: lead,
    phone: new Sender(center, { kind: 'public', onThisMachine: false }),
    /** A desk's browser with this person signed in. */
    desk: (name: string) => openDesk(real.address, name),
  }
}

async function openDesk(address: string, name: string): Promise<Page> {
  const { context, page } = await newDevice('desk')
  onTestFinished(() => context.close())
  await page.goto(`${address}/desk`)
  const answer = await context.request.post(`${address}/api/session`, { data: { name, pin, device: newId() } })
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${await answer.text()}`)
  await page.reload()
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
  return page
}
