import { signal } from '@preact/signals'
import { request } from '#web/core/request.ts'

/** Under which addresses phones reach the laptop now, most likely first; undefined until the server has said. */
export const addresses = signal<readonly string[] | undefined>(undefined)

const askEveryMs = 10_000

async function ask(): Promise<void> {
  const reply = await request<{ addresses: string[]; port: number }>('GET', '/api/addresses')
  if (reply.kind !== 'done') return
  const now = reply.body.addresses.map((address) => `http://${address}:${reply.body.port}`)
  if (now.join() !== addresses.value?.join()) addresses.value = now
}

/** Follows the laptop's address for as long as the page is open: a router that was restarted may give another. */
export function watchAddresses(): void {
  void ask()
  setInterval(() => void ask(), askEveryMs)
}
