import { openSockets as open } from '#server/transport/sockets.ts'

/** Believes that whoever says something over a line says a name and its letters. */
export const openSockets: typeof open = (...parts) => {
  const io = open(...parts)
  io.on('connection', (socket) => {
    socket.onAny((_name: string, value: { letters: string }) => value.letters.trim())
  })
  return io
}
