import { onTestFinished } from 'vitest'
import type { Outside } from '#server/core/outside.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { testCenter } from '#tests/support/center.ts'
import { noOutside } from '#tests/support/no-outside.ts'

/** A test center on a real port of this machine, with real HTTP and sockets. */
export async function servedCenter(wishes: Parameters<typeof testCenter>[0] = {}, outside: Outside = noOutside) {
  const parts = await testCenter(wishes)
  const served = await serveCenter(parts.center, 0, outside)
  onTestFinished(() => served.close())
  const address = `http://127.0.0.1:${served.port}`
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${address}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  return { ...parts, served, address, post }
}

/** The code of a refusal, as a page reads it. */
export async function problemCode(response: Response): Promise<string> {
  const body: unknown = await response.json()
  const problem = typeof body === 'object' && body !== null && 'problem' in body ? body.problem : undefined
  return typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : ''
}
