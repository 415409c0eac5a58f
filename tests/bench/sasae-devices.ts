import { newId } from '#shared/core/ids.ts'
import type { RawConnection } from '#tests/bench/raw-http.ts'
import { receptionForm } from '#tests/support/given.ts'

/** Signs the lead in at a bench's server; answers the cookie. */
export async function signInAtBench(port: number, name = '佐藤'): Promise<string> {
  const body = JSON.stringify({ name, pin: '123456', device: 'bench' })
  const reply = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Checks somebody in whose phone holds this link. */
export async function checkInWith(connection: RawConnection, linkToken: string): Promise<void> {
  const input = receptionForm({ linkToken })
  await connection.post(JSON.stringify({ id: newId(), type: 'volunteers.checkIn', device: 'bench', input }))
}
