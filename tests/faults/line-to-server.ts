import { createConnection, type Socket } from 'node:net'

/** What a server answered; undefined where the line broke before it did. */
export type Answered = { status: number; body: string } | undefined

/** A line to a server that is about to die: one request after the other, and what is unanswered at the end stays so. */
export class LineToServer {
  private readonly socket: Socket
  private readonly head: string
  private received: Buffer = Buffer.alloc(0)
  private broken = false
  private answered: ((answer: Answered) => void) | undefined

  constructor(port: number, cookie = '') {
    this.socket = createConnection(port, '127.0.0.1')
    this.socket.setNoDelay(true)
    const said = cookie ? `cookie: ${cookie}\r\n` : ''
    this.head = `POST /api/commands HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${said}content-type: application/json\r\n`
    this.socket.on('data', (chunk) => this.take(chunk))
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => {
      this.broken = true
      this.answer(undefined)
    })
  }

  post(body: string): Promise<Answered> {
    if (this.broken) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      this.answered = resolve
      this.socket.write(`${this.head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }

  close(): void {
    this.socket.destroy()
  }

  private answer(answer: Answered): void {
    this.answered?.(answer)
    this.answered = undefined
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk])
    const headEnd = this.received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.received.toString('latin1', 0, headEnd)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    if (this.received.length < headEnd + 4 + length) return
    const body = this.received.toString('utf8', headEnd + 4, headEnd + 4 + length)
    this.received = Buffer.alloc(0)
    this.answer({ status: Number(head.slice(9, 12)), body })
  }
}
