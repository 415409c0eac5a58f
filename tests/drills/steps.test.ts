import { describe, expect, test, vi } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { playUntil } from '#drills/core/run-drill.ts'
import { isSameThing } from '#drills/core/same-thing.ts'
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
  expect(eye.all('inject')).toEqual([])
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

describe('what people did themselves', () => {
  const atTheLead = async (clock: string, act: (drill: Drill) => Promise<unknown>) => {
    const { drill, lead, eye } = await drillUntil('07:45')
    await drill.send(lead, 'practice.handSeat', { deskName: 'lead', player: 'human' })
    await act(drill)
    await playUntil(drill, clock)
    return { drill, titles: eye.all('inject').map(({ title }) => title) }
  }

  test('is not asked for once more at its time', async () => {
    expect((await atTheLead('08:10', openByHand)).titles).toEqual([])
  })

  test('is asked for where it was another day, another notice or only of the same kind', async () => {
    const tomorrow = (drill: Drill) =>
      drill.center.execute(drill.atDesk('汐見 統'), {
        id: newId(),
        type: 'center.openDay',
        input: { dayId: newId(), date: '2026-12-06', ...hours },
        device: 'laptop-of-the-lead',
      })
    expect((await atTheLead('08:10', tomorrow)).titles).toEqual(['07:55 の予定: 活動日をひらく'])
  })

  test.each([
    ['center.openDay', { date: '2026-12-05', dayId: 'a' }, { date: '2026-12-05', dayId: 'b' }, true],
    ['messages.sendNotice', { kind: 'stop', noticeId: 'a' }, { kind: 'stop', noticeId: 'b' }, true],
    ['messages.sendNotice', { kind: 'stop' }, { kind: 'message' }, false],
    ['messages.sendNotice', { kind: 'message', reason: '水' }, { kind: 'message', reason: '昼' }, false],
    ['needs.declineNeed', { needId: 'a', reason: '危ない' }, { needId: 'a', reason: '無理' }, true],
    ['needs.declineNeed', { needId: 'a', reason: '危ない' }, { needId: 'b', reason: '危ない' }, false],
  ])('%s of %j and %j are the same thing: %s', (command, input, other, same) => {
    expect(isSameThing(command, input, other)).toBe(same)
  })
})
