import type { Server as HttpServer } from 'node:http'
import * as sound from '#server/transport/sockets.ts'

const hoard: Buffer[] = []

/** Keeps something of every socket that ever came, also when it is long gone. */
export function openHoardingSockets(...parts: Parameters<typeof sound.openSockets>): sound.Sockets {
  const [http]: [HttpServer, ...unknown[]] = parts
  http.on('upgrade', () => hoard.push(Buffer.alloc(1024 * 1024, 1)))
  return sound.openSockets(...parts)
}
