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
import { readOwnJson } from '#shared/core/json.ts'

/** The file's key in the user's own configuration folder: as it is, or locked with the secret of a badge. */
export type KeyState = { kind: 'open'; key: string } | { kind: 'locked' } | { kind: 'none' }

interface LockedKey {
  /** One entry for each badge that opens it. */
  badges: { salt: string; nonce: string; locked: string; tag: string }[]
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
function writeSecret(configFolder: string, path: string, text: string): void {
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

/** The letters of a badge as a scanner or a hand gives them. */
export const badgeSecretOf = (typed: string) => typed.normalize('NFKC').trim()

/** A badge's secret has 128 bits and more, so that one pass of a hash is enough; a PIN is refused by its length. */
export const isBadgeSecret = (secret: string) => secret.length >= 22

const wrappingKey = (secret: string, salt: Buffer) =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'sasae file key', 32))

/** Locks the key: from the next start on, one of these badges is asked for. */
export function lockKey(configFolder: string, key: string, secrets: readonly string[]): void {
  const badges = secrets.map((secret) => {
    const [salt, nonce] = [randomBytes(16), randomBytes(12)]
    const cipher = createCipheriv('aes-256-gcm', wrappingKey(secret, salt), nonce)
    const locked = Buffer.concat([cipher.update(Buffer.from(key, 'hex')), cipher.final()])
    const texts = { salt, nonce, locked, tag: cipher.getAuthTag() }
    return Object.fromEntries(Object.entries(texts).map(([name, bytes]) => [name, bytes.toString('base64url')]))
  })
  writeSecret(configFolder, lockedPath(configFolder), JSON.stringify({ badges }))
  rmSync(openPath(configFolder), { force: true })
}

/** The key, if this is the secret of a badge that opens it. */
export function unlockKey(configFolder: string, secret: string): string | undefined {
  const { badges } = readOwnJson<LockedKey>(readFileSync(lockedPath(configFolder), 'utf8'))
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
