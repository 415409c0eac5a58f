import { createHash } from 'node:crypto'

const hex = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * What stands for a field that the log never kept, so that the act can be carried out once more. Nobody signs in with
 * any of them: they exist in a center in memory that no device reaches.
 */
function standIns(commandId: string): Record<string, unknown> {
  const own = hex(commandId)
  return {
    pin: '000000',
    badge: own.slice(0, 32),
    password: 'stand-in',
    tokenHash: own,
    deviceHash: own,
    linkToken: own.slice(0, 32),
    ownToken: own.slice(0, 32),
    body: '{}',
    image: new Uint8Array([0]),
    preview: new Uint8Array([0]),
    health: { condition: 'good', note: '' },
  }
}

/** A token of which the log kept the hash: the same one gives the same stand-in, wherever it was shown again. */
function withTokens(input: string): Record<string, unknown> {
  const fields: unknown = JSON.parse(input, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith('hash:') ? hex(value).slice(0, 32) : value,
  )
  return typeof fields === 'object' && fields !== null ? { ...fields } : {}
}

/**
 * The input of a line of the log as it can be carried out once more; null where it was erased. A command without secrets
 * was kept whole, and may know no field besides its own.
 */
export function inputAgain(
  commandId: string,
  kept: string | null,
  secret: readonly string[],
): Record<string, unknown> | null {
  if (kept === null) return null
  return { ...(secret.length > 0 && standIns(commandId)), ...withTokens(kept) }
}
