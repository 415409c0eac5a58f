import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instantOf } from '#server/core/clock.ts'
import { writeSecret } from '#server/keeping/key-store.ts'
import { namesOnCertificate } from '#server/transport/doors.ts'
import { newId } from '#shared/core/ids.ts'
import { addMinutes, msBetween } from '#shared/core/time.ts'

/** Under which names devices ask for this laptop. */
export interface OwnNames {
  hosts: readonly string[]
  addresses: readonly string[]
}

interface Where {
  folder: string
  now: () => string
  names: () => OwnNames
}

interface Pair {
  key: string
  cert: string
  read: X509Certificate
}

const dayMinutes = 24 * 60
const dayMs = dayMinutes * 60_000

/** Two years: longer than a center stands, and no device trusts it for half a life. */
const authorityDays = 730
/** Phones refuse certificates of servers that are valid for longer than 825 days; nobody has to install this one. */
const leafDays = 90
const renewBeforeDays = 7
/** The clocks of desks are not all right, and one that is behind must not see a certificate of tomorrow. */
const earlierMinutes = -2 * dayMinutes

/** A key and its certificate in one file, so that a power cut cannot part them. */
function readPair(path: string): Pair | undefined {
  if (!existsSync(path)) return undefined
  const text = readFileSync(path, 'utf8')
  const key = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/.exec(text)?.[0]
  const cert = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(text)?.[0]
  if (!key || !cert) return undefined
  try {
    const read = new X509Certificate(cert)
    return read.checkPrivateKey(createPrivateKey(key)) ? { key, cert, read } : undefined
  } catch {
    // What cannot be read is of no use to any device either; a new one is made.
    return undefined
  }
}

const instant = (text: string) => instantOf(text).getTime()
const daysLeftOf = ({ read }: Pair, now: string) => Math.floor(msBetween(now, instant(read.validTo)) / dayMs)

function isOfUse(pair: Pair, now: string): boolean {
  return msBetween(instant(pair.read.validFrom), now) >= 0 && daysLeftOf(pair, now) >= renewBeforeDays
}

const covers = ({ read }: Pair, { hosts, addresses }: OwnNames) =>
  hosts.every((host) => read.checkHost(host) !== undefined) &&
  addresses.every((address) => read.checkIP(address) !== undefined)

/** The library is loaded only where somebody wants https. */
async function make(
  commonName: string,
  { from, until, ...rest }: { from: string; until: string; ca?: Pair; extensions: Extensions },
): Promise<{ private: string; cert: string }> {
  const { generate } = await import('selfsigned')
  return generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: instantOf(from),
    notAfterDate: instantOf(until),
    extensions: rest.extensions,
    ...(rest.ca ? { ca: { key: rest.ca.key, cert: rest.ca.cert } } : {}),
  })
}
type Extensions = NonNullable<NonNullable<Parameters<typeof import('selfsigned').generate>[1]>['extensions']>

/** Two authorities in one device must not be taken for each other: each has a name of its own. */
function makeAuthority(now: string) {
  const [host = ''] = namesOnCertificate().hosts.slice(-1)
  return make(`Sasae ${host} ${newId().slice(-6)}`, {
    from: addMinutes(now, earlierMinutes),
    until: addMinutes(now, authorityDays * dayMinutes),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
}

function makeLeaf(authority: Pair, { hosts, addresses }: OwnNames, now: string) {
  const [host = 'localhost'] = hosts.slice(-1)
  const wished = addMinutes(now, leafDays * dayMinutes)
  const most = instantOf(authority.read.validTo).toISOString()
  return make(host, {
    from: addMinutes(now, earlierMinutes),
    until: wished < most ? wished : most,
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...hosts.map((value) => ({ type: 2 as const, value })),
          ...addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
}

/**
 * The center's own authority and the certificate of this laptop below it. They lie in the configuration folder, as the
 * file's key does: whoever copies the data folder must not be able to speak as the center.
 */
export class Certificates {
  private readonly where: Where
  private readonly own: { authority: Pair; leaf: Pair }

  private constructor(where: Where, own: { authority: Pair; leaf: Pair }) {
    this.where = where
    this.own = own
  }

  static async open(
    configFolder: string,
    now: () => string,
    names: () => OwnNames = namesOnCertificate,
  ): Promise<Certificates> {
    const where = { folder: join(configFolder, 'https'), now, names }
    const authority = await authorityIn(where)
    return new Certificates(where, { authority, leaf: await leafIn(where, authority) })
  }

  /** What a listener shows. */
  get shown(): { key: string; cert: string } {
    const { leaf, authority } = this.own
    return { key: leaf.key, cert: `${leaf.cert}\n${authority.cert}\n` }
  }

  /** What devices install: no secret. */
  get authority(): X509Certificate {
    return this.own.authority.read
  }

  get daysLeft(): number {
    return daysLeftOf(this.own.leaf, this.where.now())
  }

  /** Makes the laptop's certificate anew where its addresses have changed or it ends soon; says whether it did. */
  async renew(): Promise<boolean> {
    const before = this.own.leaf
    this.own.leaf = await leafIn(this.where, this.own.authority)
    return this.own.leaf.cert !== before.cert
  }
}

async function keep({ folder }: Where, name: string, made: { private: string; cert: string }): Promise<Pair> {
  const path = join(folder, name)
  writeSecret(folder, path, `${made.private.trim()}\n${made.cert.trim()}\n`)
  const pair = readPair(path)
  if (!pair) throw new Error(`${name} cannot be read after it was written`)
  return pair
}

/** Not made anew while it is valid: every device would have to install another one. */
async function authorityIn(where: Where): Promise<Pair> {
  const kept = readPair(join(where.folder, 'authority.pem'))
  const now = where.now()
  return kept && isOfUse(kept, now) ? kept : keep(where, 'authority.pem', await makeAuthority(now))
}

async function leafIn(where: Where, authority: Pair): Promise<Pair> {
  const kept = readPair(join(where.folder, 'server.pem'))
  const [now, names] = [where.now(), where.names()]
  // One that ends with its authority cannot be followed by a later one.
  const lasts = kept && (isOfUse(kept, now) || kept.read.validTo === authority.read.validTo)
  const fits = lasts && kept.read.verify(authority.read.publicKey) && covers(kept, names)
  return kept && fits ? kept : keep(where, 'server.pem', await makeLeaf(authority, names, now))
}
