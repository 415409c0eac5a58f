import { systemClock } from '#server/core/clock.ts'
import type { CommandAnswer } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'

const pin = '123456'

async function post(server: FaultServer, path: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) }
  const answer = await fetch(`${server.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

/** Signs somebody in; answers the cookie. */
export async function signIn(server: FaultServer, name = '佐藤'): Promise<string> {
  const answer = await post(server, '/api/session', { name, pin, device: 'faults' })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Carries out one command that must be done. */
export async function sendCommand(server: FaultServer, type: string, input: unknown, cookie = '') {
  const answer = await post(server, '/api/commands', { id: newId(), type, device: 'faults', input }, cookie)
  return (await answer.json()) as CommandAnswer
}

/**
 * Sets a fresh server's center up and opens a day with very few places, as the lead would: whoever comes then goes on
 * the waiting list, and whoever does not want that is refused, late and after much was written. Answers the cookie.
 */
export async function openDay(server: FaultServer, capacity = 3): Promise<string> {
  await sendCommand(server, 'center.setUpCenter', {
    centerId: newId(),
    activationId: newId(),
    name: '故障の訓練センター',
    place: 'いきいきセンター金沢',
    phone: '',
    disasterName: '訓練地震',
    hazard: 'earthquake',
    insuranceBeginsAtOnce: true,
    profileName: 'standard',
    leadId: newId(),
    leadName: '佐藤',
    pin,
  })
  const cookie = await signIn(server)
  const date = dateOf(systemClock.now(), timeZone)
  const hours = { receptionOpensAt: '00:00', receptionClosesAt: '23:59', returnBy: '23:59' }
  await sendCommand(server, 'center.openDay', { dayId: newId(), date, capacity, ...hours }, cookie)
  return cookie
}
