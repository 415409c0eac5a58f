import { signal } from '@preact/signals'
import { request } from '#web/core/request.ts'

/** Under which addresses phones reach the laptop now, most likely first; undefined until the server has said. */
export const addresses = signal<readonly string[] | undefined>(undefined)

const askEveryMs = 10_000

/** Asks under which addresses phones reach the laptop; null without a line. */
async function ask(): Promise<string[] | null> {
  const reply = await request<{ addresses: string[]; port: number }>('GET', '/api/addresses')
  if (reply.kind !== 'done') return null
  const { addresses: found, port } = reply.body
  return found.map((address) => `http://${address}:${port}`)
}

/** The address to put into a link for a phone, asked anew: null without a line or a network. */
export const phoneAddress = async (): Promise<string | null> => (await ask())?.[0] ?? null

async function follow(): Promise<void> {
  const now = await ask()
  if (now && now.join() !== addresses.value?.join()) addresses.value = now
}

/** Follows the laptop's address for as long as the page is open: a router that was restarted may give another. */
export function watchAddresses(): void {
  void follow()
  setInterval(() => void follow(), askEveryMs)
}
