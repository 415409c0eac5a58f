import { spread } from '#shared/core/ids.ts'

/** What the page hears of its socket. */
export interface SocketEars {
  /** Who this is; asked anew at every knock. */
  credentials: () => object
  onOpen: () => void
  onClose: () => void
  /** The engine's heartbeat: it comes every five seconds as long as the line carries. */
  onBeat: () => void
  onEvent: (name: string, content: unknown) => void
}

/** Longer than two of the server's beats (5 s) and its patience (6 s): nothing comes any more. */
const silentMs = 12_000
const shortestWaitMs = 500
const longestWaitMs = 5000

/**
 * The few words of the Socket.IO protocol (version 5 over Engine.IO 4, websocket only) that a page needs. The library's
 * client would be a quarter of everything that a phone loads on a crowded line (docs/decisions/0010).
 */
export class LiveSocket {
  private readonly ears: SocketEars
  private socket: WebSocket | undefined
  private isOpen = false
  private tries = 0
  private waiting: ReturnType<typeof setTimeout> | undefined
  private watching: ReturnType<typeof setTimeout> | undefined

  constructor(ears: SocketEars) {
    this.ears = ears
    this.knock()
  }

  /** Gives up the present line, if any, and knocks at once. */
  reconnect(): void {
    this.tries = 0
    this.leave()
    this.knock()
  }

  /** Says something to the server; where there is no line, nobody hears it. */
  say(name: string, content: unknown): void {
    if (this.isOpen) this.socket?.send(`42${JSON.stringify([name, content])}`)
  }

  private knock(): void {
    clearTimeout(this.waiting)
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}/socket.io/?EIO=4&transport=websocket`)
    this.socket = socket
    socket.onmessage = ({ data }) => this.hear(socket, String(data))
    socket.onclose = () => this.lost(socket)
    this.watch(socket)
  }

  private hear(socket: WebSocket, text: string): void {
    if (socket !== this.socket) return
    this.watch(socket)
    if (text.startsWith('0')) socket.send(`40${JSON.stringify(this.ears.credentials())}`)
    else if (text === '2') {
      socket.send('3')
      this.ears.onBeat()
    } else if (text.startsWith('40')) {
      this.isOpen = true
      this.tries = 0
      this.ears.onOpen()
    } else if (text.startsWith('42')) this.tell(text.slice(2))
    // 41 and 44: the server closes this line or refuses it; 1 closes the engine.
    else if (/^(1|41|44)/.test(text)) this.lost(socket)
  }

  private tell(text: string): void {
    const event: unknown = JSON.parse(text)
    if (Array.isArray(event)) this.ears.onEvent(String(event[0]), event[1])
  }

  private watch(socket: WebSocket): void {
    clearTimeout(this.watching)
    this.watching = setTimeout(() => this.lost(socket), silentMs)
  }

  private lost(socket: WebSocket): void {
    if (socket !== this.socket) return
    this.leave()
    // Three thousand phones that come back at once must not knock together.
    const wait = Math.min(longestWaitMs, shortestWaitMs * 2 ** this.tries++)
    this.waiting = setTimeout(() => this.knock(), spread(wait))
  }

  private leave(): void {
    clearTimeout(this.watching)
    const { socket, isOpen } = this
    this.socket = undefined
    this.isOpen = false
    socket?.close()
    if (isOpen) this.ears.onClose()
  }
}
