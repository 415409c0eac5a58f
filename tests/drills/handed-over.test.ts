import { expect, test, vi } from 'vitest'
import { playUntil } from '#drills/core/run-drill.ts'
import { drillUntil, failedOf } from '#tests/support/drill-until.ts'

vi.setConfig({ testTimeout: 120_000 })

const home = ['volunteers', 'everyoneWentHome', 'allReturnedBy', 'dayClosedBy', 'noDoubleHouseholds']

/** By whom an act of each desk is done; reception and needs may be heard by phones as well. */
const acts: Readonly<Record<string, readonly string[]>> = {
  reception: ['volunteers.checkInByProxy', 'volunteers.settleConsultation', 'volunteers.toCenterWork'],
  needs: ['needs.receiveNeed', 'needs.addToNeed', 'needs.referNeed', 'needs.declineNeed', 'needs.putOnHold'],
  survey: ['needs.scheduleSurvey', 'needs.recordSurvey', 'needs.recordNotMet'],
  dispatch: ['teams.formTeam', 'dispatch.issueWorkOrder'],
  equipment: ['teams.briefTeam', 'dispatch.dispatchTeam'],
  return: ['reports.receiveTeam', 'reports.acceptReport', 'reports.sendHome'],
}

type Given = Awaited<ReturnType<typeof drillUntil>>

/** How many acts of these desks stand in the log, as every desk sees it. */
const actsOf = ({ witness }: Pick<Given, 'witness'>, desks: readonly string[]) =>
  witness.versions('logEntry').filter(({ record }) => desks.some((desk) => acts[desk]?.includes(record.type))).length

test.each(Object.keys(acts))('the desk %s is handed to people in mid-drill, and back', async (deskName) => {
  const given = await drillUntil('09:30')
  const { drill, witness, lead } = given
  await drill.send(lead, 'practice.handSeat', { deskName, player: 'human' })
  const before = actsOf(given, [deskName])
  await playUntil(drill, '10:10')
  expect(actsOf(given, [deskName])).toBe(before)
  await drill.send(lead, 'practice.handSeat', { deskName, player: 'simulated' })
  await playUntil(drill)
  expect(actsOf(given, [deskName])).toBeGreaterThan(before)
  expect((await failedOf(drill, witness)).filter(({ check }) => home.includes(check))).toEqual([])
})

test('the lead’s desk is handed to people, and nobody else closes the day until it is handed back', async () => {
  const { drill, lead, eye } = await drillUntil('12:00')
  await drill.send(lead, 'practice.handSeat', { deskName: 'lead', player: 'human' })
  await playUntil(drill, '16:10')
  expect(eye.all('day')[0]?.status).toBe('open')
  await drill.send(lead, 'practice.handSeat', { deskName: 'lead', player: 'simulated' })
  await playUntil(drill)
  expect(eye.all('day')[0]?.status).toBe('closed')
})

test('at the front desk of a small center people do all the work, until they hand it back', async () => {
  const given = await drillUntil('08:30', { name: 'growing' })
  const { drill, lead, eye } = given
  expect(eye.all('drillSeat').find(({ deskName }) => deskName === 'frontDesk')?.player).toBe('simulated')
  await drill.send(lead, 'practice.handSeat', { deskName: 'frontDesk', player: 'human' })
  const before = actsOf(given, Object.keys(acts))
  await playUntil(drill, '10:00')
  expect(actsOf(given, Object.keys(acts))).toBe(before)
  // What would have come to the simulated clerks has come to them.
  expect(eye.all('inject').filter(({ state }) => state === 'fired').length).toBeGreaterThan(0)
  await drill.send(lead, 'practice.handSeat', { deskName: 'frontDesk', player: 'simulated' })
  await playUntil(drill, '16:00')
  expect(eye.all('team').length).toBeGreaterThan(0)
  expect(eye.all('attendance').every(({ status }) => status === 'left')).toBe(true)
})
