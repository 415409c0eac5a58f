import { connect, createServer, type Socket } from 'node:net'

/**
 * A network cable between a device and the center that a test can pull: a TCP relay on a port of its own. A browser's own
 * "offline" switch leaves open sockets alone, so it cannot stand for a lost Wi-Fi. With `from`, an address such as
 * 127.0.0.2, the center sees another machine at its end.
 */
export async function layCable(toPort: number, from?: string) {
  const ends = new Set<Socket>()
  let state: 'in' | 'pulled' | 'silent' = 'in'
  const server = createServer((near) => {
    if (state === 'pulled') {
      near.destroy()
      return
    }
    const far = connect({ port: toPort, host: '127.0.0.1', ...(from ? { localAddress: from } : {}) })
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      // A cable keeps nothing back to send more at once.
      end.setNoDelay(true)
      // What arrives while the cable is silent is lost, as on a Wi-Fi out of reach: nobody is told.
      end.on('data', (data) => state === 'in' && other.write(data))
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        // On a silent line nobody hears either that the other end hung up.
        if (state !== 'silent') other.destroy()
      })
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const drop = () => {
    for (const end of ends) end.destroy()
  }
  return {
    port,
    /** The line breaks at once, as when a router is switched off in sight. */
    pull() {
      state = 'pulled'
      drop()
    },
    /** The line carries nothing any more, and nobody is told. */
    silence() {
      state = 'silent'
    },
    plugIn() {
      // Connections that lost bytes are dead; the devices find that out as soon as the line carries again.
      if (state === 'silent') drop()
      state = 'in'
    },
    close() {
      drop()
      server.close()
    },
  }
}
