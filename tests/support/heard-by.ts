import { io } from 'socket.io-client'
import { vi } from 'vitest'

/** A device's line as the server sees it: every patch it hears, as text, and when the server has closed it. */
export async function heardBy(port: number, { cookie = '', link = '' }: { cookie?: string; link?: string }) {
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    reconnection: false,
    auth: link ? { link } : {},
    extraHeaders: cookie ? { cookie } : {},
  })
  const heard: string[] = []
  socket.on('patch', (patch: unknown) => void heard.push(JSON.stringify(patch)))
  const closed = new Promise<void>((resolve) => socket.on('disconnect', () => resolve()))
  await new Promise<void>((open, failed) => {
    socket.on('connect', () => open())
    socket.on('connect_error', failed)
  })
  return {
    heard,
    closed,
    close: () => void socket.close(),
    until: (text: string) =>
      vi.waitFor(
        () => {
          if (!heard.some((one) => one.includes(text))) throw new Error(`not heard yet: ${text}`)
        },
        { timeout: 20_000 },
      ),
  }
}
