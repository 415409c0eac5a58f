import { hostname, networkInterfaces } from 'node:os'
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

let known: { at: number; hosts: Set<string> } | undefined

function ownHosts(): Set<string> {
  if (!known || monotonicMilliseconds() - known.at > 2000) {
    known = { at: monotonicMilliseconds(), hosts: new Set([...namesOfThisMachine, ...lanAddresses()]) }
  }
  return known.hosts
}

const hostName = (host: string) => host.replace(/:\d+$/, '').toLowerCase()

/** A page elsewhere that points its name at this laptop must not speak to it (DNS rebinding). */
export function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && ownHosts().has(hostName(host))
}

/** A form or socket of another site must not act here: the origin must be the very host that is asked. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true
  return isOwnHost(host) && (origin === `http://${host}` || origin === `https://${host}`)
}

export function isThisMachine(remoteAddress: string | undefined): boolean {
  return remoteAddress === '127.0.0.1' || remoteAddress === '::1' || remoteAddress === '::ffff:127.0.0.1'
}

/** Sockets go to the very host that was asked: `'self'` alone does not cover them in every browser. */
const policyFor = (host: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ws://${host} wss://${host}`,
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Headers of every answer, to a host that was checked. No third party is ever asked for anything. */
export const securityHeaders = (host: string): Readonly<Record<string, string>> => ({
  'content-security-policy': policyFor(host),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
})
