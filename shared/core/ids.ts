/**
 * Makes a time-ordered UUID (version 7, RFC 9562) on any page, plain http included:
 * `crypto.randomUUID` does not exist there. Nothing is ever decided by the time in it.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  const milliseconds = Date.now()
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32))
  view.setUint32(2, milliseconds % 2 ** 32)
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70)
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Makes a secret of 128 bits as 32 hexadecimal letters: the personal link's token, made by the sender. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A span between a fifth of `ms` and all of it, by chance: what a crowd does at once is spread over time. */
export function spread(ms: number): number {
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1))
  return ms * (0.2 + (0.8 * chance) / 2 ** 32)
}
