import { createConnection, type Socket } from 'node:net'

/**
 * A connection that sends one request after the other and reads their answers, with next to no work of its own: the
 * load runs on the same two cores as the server.
 */
export class RawConnection {
  private readonly socket: Socket
  private readonly head: string
  private received: Buffer = Buffer.alloc(0)
  private answered: ((body: string) => void) | undefined

  constructor(port: number, path: string) {
    this.socket = createConnection(port, '127.0.0.1')
    this.socket.setNoDelay(true)
    this.head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: `
    this.socket.on('data', (chunk) => this.take(chunk))
  }

  post(body: string): Promise<string> {
    return new Promise((resolve) => {
      this.answered = resolve
      this.socket.write(`${this.head}${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }

  close(): void {
    this.socket.destroy()
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk])
    const headEnd = this.received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.received.toString('latin1', 0, headEnd)
    if (!head.startsWith('HTTP/1.1 200')) throw new Error(`refused: ${this.received.toString('utf8')}`)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    if (this.received.length < headEnd + 4 + length) return
    const body = this.received.toString('utf8', headEnd + 4, headEnd + 4 + length)
    this.received = Buffer.alloc(0)
    this.answered?.(body)
  }
}
