import { onTestFinished } from 'vitest'
import type { Outside } from '#server/core/outside.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { newId } from '#shared/core/ids.ts'
import { layCable } from '#tests/support/cable.ts'
import { testCenter } from '#tests/support/center.ts'
import { noOutside } from '#tests/support/no-outside.ts'

/** A test center on a real port of this machine, with real HTTP and sockets. */
export async function servedCenter(
  wishes: Parameters<typeof testCenter>[0] = {},
  outside: Outside = noOutside,
  elapsed?: () => number,
) {
  const parts = await testCenter(wishes)
  const served = await serveCenter(parts.center, 0, outside, null, elapsed)
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

/** A browser without a browser: it keeps its cookies, and asks from another machine than the laptop where told so. */
export class Visitor {
  private readonly address: string
  readonly cookies = new Map<string, string>()

  private constructor(address: string) {
    this.address = address
  }

  static onTheLaptop(port: number): Visitor {
    return new Visitor(`http://127.0.0.1:${port}`)
  }

  static async elsewhere(port: number): Promise<Visitor> {
    const cable = await layCable(port, '127.0.0.2')
    onTestFinished(() => cable.close())
    return new Visitor(`http://127.0.0.1:${cable.port}`)
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async fetch(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const all = { 'content-type': 'application/json', cookie: this.cookie, ...headers }
    const response = await fetch(`${this.address}${path}`, { method, headers: all, ...sent })
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      this.cookies.set(name, value)
    }
    return response
  }

  /** '' where it went well, else the code of the refusal. */
  async code(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const response = await this.fetch(method, path, body, headers)
    return response.ok ? '' : problemCode(response)
  }

  signIn(claim: { name: string } | { badge: string }, pin: string): Promise<string> {
    return this.code('POST', '/api/session', { ...claim, pin, device: 'test' })
  }

  send(type: string, input: unknown, id: string = newId()): Promise<string> {
    return this.code('POST', '/api/commands', { id, type, input, device: 'test' })
  }

  async json(path: string): Promise<unknown> {
    return (await this.fetch('GET', path)).json()
  }
}
