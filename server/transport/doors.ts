import { hostname, networkInterfaces } from 'node:os'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { monotonicMilliseconds } from '#server/core/clock.ts'

/** The IPv4 addresses under which phones reach this laptop, most likely first. */
export function lanAddresses(): string[] {
  const found = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  // 169.254 is what a laptop gives itself when no router answered: no phone will find it.
  return found.sort((one, other) => Number(one.startsWith('169.254')) - Number(other.startsWith('169.254')))
}

/** A single-label name or one under .local cannot be pointed here by a stranger's page. */
const ownName = hostname().toLowerCase().split('.')[0] ?? 'localhost'
const namesOfThisMachine = ['localhost', '127.0.0.1', '[::1]', ownName, `${ownName}.local`]

/** Under which names devices may reach this laptop by https; the last one is its own. */
export const namesOnCertificate = () => ({
  hosts: [...new Set(['localhost', ownName, `${ownName}.local`])],
  addresses: ['127.0.0.1', '::1', ...lanAddresses()],
})

let known: { at: number; hosts: Set<string> } | undefined

function ownHosts(): Set<string> {
  if (!known || monotonicMilliseconds() - known.at > 2000) {
    known = { at: monotonicMilliseconds(), hosts: new Set([...namesOfThisMachine, ...lanAddresses()]) }
  }
  return known.hosts
}

/** The name alone, without a port. */
export const hostName = (host: string) => host.replace(/:\d+$/, '').toLowerCase()

/** A page elsewhere that points its name at this laptop must not speak to it (DNS rebinding). */
export function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && ownHosts().has(hostName(host))
}

/** Whether what passes on this line is encrypted: it came in by https. */
export function isEncrypted(line: object | undefined): boolean {
  return line !== undefined && 'encrypted' in line && line.encrypted === true
}

/** The same of a request; one that a test makes without a line is plain. */
export function cameEncrypted({ env }: Context<{ Bindings: HttpBindings }>): boolean {
  return isEncrypted(env?.incoming?.socket)
}

/** A form or socket of another site must not act here: the origin must be the very host that is asked, in its very way. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, encrypted: boolean): boolean {
  if (origin === undefined) return true
  return isOwnHost(host) && origin === `${encrypted ? 'https' : 'http'}://${host}`
}

export function isThisMachine(remoteAddress: string | undefined): boolean {
  return remoteAddress === '127.0.0.1' || remoteAddress === '::1' || remoteAddress === '::ffff:127.0.0.1'
}

/** Sockets go to the very host that was asked: `'self'` alone does not cover them in every browser. */
const policyFor = (host: string, encrypted: boolean) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${encrypted ? '' : `ws://${host} `}wss://${host}`,
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * Headers of every answer, to a host that was checked. No third party is ever asked for anything. Never HSTS: it holds
 * for a name on all its ports, so a desk by https would lose the http beside it, and a warning could not be passed.
 */
export const securityHeaders = (host: string, encrypted: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': policyFor(host, encrypted),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
})
