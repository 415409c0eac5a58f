import { expect, test, vi } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { playUntil } from '#drills/core/run-drill.ts'
import { newId } from '#shared/core/ids.ts'
import { drillUntil, failedOf } from '#tests/support/drill-until.ts'

vi.setConfig({ testTimeout: 120_000 })

const hours = { receptionOpensAt: '08:30', receptionClosesAt: '11:00', capacity: 100, returnBy: '15:00' }

/** The lead of flesh and blood opens the day at a laptop of their own. */
const openByHand = (drill: Drill) =>
  drill.center.execute(drill.atDesk('汐見 統'), {
    id: newId(),
    type: 'center.openDay',
    input: { dayId: newId(), date: drill.scenario.date, ...hours },
    device: 'laptop-of-the-lead',
  })

const lost = async ({ drill, witness }: Awaited<ReturnType<typeof drillUntil>>) =>
  (await failedOf(drill, witness)).map(({ check, failure }) => `${check} ${failure}`)

test('where people sit at the lead’s desk nobody opens the day for them, and they are told when it is time', async () => {
  const { drill, lead, eye } = await drillUntil('07:41')
  await drill.send(lead, 'practice.handSeat', { deskName: 'lead', player: 'human' })
  await playUntil(drill, '08:00')
  expect(eye.all('day')).toEqual([])
  const told = eye.all('inject').filter(({ state }) => state === 'fired')
  expect(told).toMatchObject([{ recipient: { kind: 'desk', deskName: 'lead' }, title: '07:55 の予定: 活動日をひらく' }])
  expect(told[0]?.script).toContain('受付をはじめる時刻: 08:30')
  await drill.send(lead, 'practice.handSeat', { deskName: 'lead', player: 'simulated' })
  await playUntil(drill, '08:05')
  expect(eye.all('day')).toMatchObject([{ status: 'open' }])
})

test('the lead opens the day by hand before its time, and the drill goes on without losing anything', async () => {
  const given = await drillUntil('07:45')
  const { drill, lead, eye } = given
  await drill.send(lead, 'practice.handSeat', { deskName: 'lead', player: 'human' })
  await openByHand(drill)
  await playUntil(drill, '08:10')
  const told = eye.all('inject').find(({ title }) => title.endsWith('活動日をひらく'))
  await drill.send(lead, 'practice.answerInject', { injectId: told?.id ?? '', answer: '7時45分にひらいた。' })
  await drill.send(lead, 'practice.handSeat', { deskName: 'lead', player: 'simulated' })
  await playUntil(drill)
  expect(await lost(given)).toEqual([])
})

test('a step that somebody was quicker with counts as no refusal', async () => {
  const given = await drillUntil('07:45')
  await openByHand(given.drill)
  await playUntil(given.drill)
  expect(given.drill.refusals.map(({ code }) => code)).not.toContain('center.dayAlreadyOpen')
  expect(await lost(given)).toEqual([])
})

test('the office is played until people sit down there, and then nothing is answered or written for them', async () => {
  const { drill, lead, eye } = await drillUntil('08:10', { name: 'slope-kamariya-mutsuura' })
  expect(eye.all('drillSeat').find(({ deskName }) => deskName === 'affairs')?.player).toBe('simulated')
  await drill.send(lead, 'practice.handSeat', { deskName: 'affairs', player: 'human' })
  await playUntil(drill, '16:00')
  const atOffice = eye
    .all('inject')
    .filter(({ recipient }) => 'deskName' in recipient && recipient.deskName === 'affairs')
  expect(atOffice.length).toBeGreaterThan(0)
  expect(atOffice.map(({ state }) => state)).toEqual(atOffice.map(() => 'fired'))
})
