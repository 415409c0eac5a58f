import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { hashToken } from '#server/core/secret.ts'
import { readOwnJson } from '#shared/core/json.ts'

/** The file's key in the user's own configuration folder: as it is, or locked with the secret of a badge. */
export type KeyState = { kind: 'open'; key: string } | { kind: 'locked' } | { kind: 'none' }

interface KeyBadge {
  holder: string
  name: string
  /** By which the center's file knows this badge; missing where an earlier version locked the key. */
  hash?: string
  salt: string
  nonce: string
  locked: string
  tag: string
}

interface LockedKeyFile {
  /** One entry for each badge that opens it. */
  badges: KeyBadge[]
}

const openPath = (configFolder: string) => join(configFolder, 'key')
const lockedPath = (configFolder: string) => join(configFolder, 'key-locked.json')

const isKey = (text: string) => /^[0-9a-f]{64}$/.test(text)

export function readKey(configFolder: string): KeyState {
  const path = openPath(configFolder)
  if (existsSync(path)) {
    const key = readFileSync(path, 'utf8').trim()
    if (isKey(key)) return { kind: 'open', key }
  }
  return existsSync(lockedPath(configFolder)) ? { kind: 'locked' } : { kind: 'none' }
}

/** Whole or not at all: a key that a power cut halved would cost the data. */
export function writeSecret(configFolder: string, path: string, text: string): void {
  mkdirSync(configFolder, { recursive: true, mode: 0o700 })
  const file = openSync(`${path}.new`, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
}

/** Makes the key of a new center: random, 256 bits. */
export function makeKey(configFolder: string): string {
  const key = randomBytes(32).toString('hex')
  saveKey(configFolder, key)
  return key
}

/** Keeps the key so that this computer opens by itself. */
export function saveKey(configFolder: string, key: string): void {
  writeSecret(configFolder, openPath(configFolder), `${key}\n`)
  rmSync(lockedPath(configFolder), { force: true })
}

/** A key that is not this file's is kept under another name, never overwritten. */
export function putKeyAside(configFolder: string, stamp: string): void {
  for (const path of [openPath(configFolder), lockedPath(configFolder)]) {
    if (existsSync(path)) renameSync(path, `${path}.aside-${stamp}`)
  }
}

/** A badge's secret has 128 bits, so that one pass of a hash is enough. A PIN never comes here: it is no badge. */
const wrappingKey = (secret: string, salt: Buffer) =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'sasae file key', 32))

/** Whose badges open the locked key. */
export function badgesOf(configFolder: string): Pick<KeyBadge, 'holder' | 'name' | 'hash'>[] {
  return existsSync(lockedPath(configFolder)) ? readLocked(configFolder).badges : []
}

const readLocked = (configFolder: string) => readOwnJson<LockedKeyFile>(readFileSync(lockedPath(configFolder), 'utf8'))

/** Badges that are not kept open the key no longer. */
export function keepBadges(configFolder: string, keeps: (badge: Pick<KeyBadge, 'holder' | 'hash'>) => boolean): void {
  const badges = readLocked(configFolder).badges.filter(keeps)
  writeSecret(configFolder, lockedPath(configFolder), JSON.stringify({ badges }))
}

/** Locks the key: from the next start on, one of the badges shown so far is asked for. A person's new badge replaces theirs. */
export function lockKey(
  configFolder: string,
  key: string,
  badge: { holder: string; name: string; secret: string },
): void {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(badge.secret, salt), nonce)
  const locked = Buffer.concat([cipher.update(Buffer.from(key, 'hex')), cipher.final()])
  const [saltText = '', nonceText = '', lockedText = '', tag = ''] = [salt, nonce, locked, cipher.getAuthTag()].map(
    (bytes) => bytes.toString('base64url'),
  )
  const { holder, name } = badge
  const others = existsSync(lockedPath(configFolder)) ? readLocked(configFolder).badges : []
  const badges = [
    ...others.filter((one) => one.holder !== holder),
    { holder, name, hash: hashToken(badge.secret), salt: saltText, nonce: nonceText, locked: lockedText, tag },
  ]
  writeSecret(configFolder, lockedPath(configFolder), JSON.stringify({ badges }))
  rmSync(openPath(configFolder), { force: true })
}

/** The key, if this is the secret of a badge that opens it. */
export function unlockKey(configFolder: string, secret: string): string | undefined {
  const { badges } = readLocked(configFolder)
  for (const badge of badges) {
    const [salt, nonce, locked, tag] = [badge.salt, badge.nonce, badge.locked, badge.tag].map((text) =>
      Buffer.from(text, 'base64url'),
    ) as [Buffer, Buffer, Buffer, Buffer]
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey(secret, salt), nonce)
    decipher.setAuthTag(tag)
    try {
      return Buffer.concat([decipher.update(locked), decipher.final()]).toString('hex')
    } catch {
      // Another badge's entry.
    }
  }
  return undefined
}
