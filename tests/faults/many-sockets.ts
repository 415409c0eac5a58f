import { setTimeout as pause } from 'node:timers/promises'
import WebSocket from 'ws'
import { spread } from '#shared/core/ids.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'

/** A device as many of them are wanted: the few words of `web/core/socket.ts` and `web/core/line.ts`, with their waits. */
class Device {
  /** The number up to which it has taken everything in; 0 while it has no line. */
  seq = 0
  private readonly server: FaultServer
  private readonly link: string
  private socket: WebSocket | undefined
  private tries = 0
  private closed = false

  constructor(server: FaultServer, link: string) {
    this.server = server
    this.link = link
    this.knock()
  }

  close(): void {
    this.closed = true
    this.drop()
  }

  /** Its line breaks; it comes back. */
  drop(): void {
    this.socket?.terminate()
  }

  private knock(): void {
    if (this.closed) return
    const { port } = this.server
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
    this.socket = socket
    socket.on('message', (bytes: Buffer) => this.hear(socket, bytes.toString('utf8')))
    socket.on('error', () => undefined)
    socket.on('close', () => this.lost())
  }

  private lost(): void {
    this.seq = 0
    const wait = Math.min(5000, 500 * 2 ** this.tries++)
    void pause(spread(wait), undefined, { ref: false }).then(() => this.knock())
  }

  private hear(socket: WebSocket, text: string): void {
    if (text.startsWith('0')) socket.send(`40${JSON.stringify({ link: this.link })}`)
    else if (text === '2') socket.send('3')
    else if (text.startsWith('40')) {
      this.tries = 0
      void this.catchUp(socket)
    } else if (text.startsWith('42["patch"')) this.seq = Math.max(this.seq, Number(/"seq":(\d+)/.exec(text)?.[1] ?? 0))
  }

  private async catchUp(socket: WebSocket): Promise<void> {
    const headers = { authorization: `Personal ${this.link}` }
    const answer = await fetch(`${this.server.address}/api/changes?since=0`, { headers }).catch(() => undefined)
    const body = await answer?.text().catch(() => '')
    const seq = /^\{"seq":(\d+)/.exec(body ?? '')?.[1]
    if (seq === undefined) socket.terminate()
    else if (socket === this.socket) this.seq = Math.max(this.seq, Number(seq))
  }
}

/** Very many devices on one server; they come back by themselves, each after a wait of its own. */
export class Crowd {
  private readonly devices: readonly Device[]
  private next = 0

  constructor(server: FaultServer, links: readonly string[]) {
    this.devices = links.map((link) => new Device(server, link))
  }

  /** How many are not yet at a number. */
  behind(seq: number): number {
    return this.devices.filter((device) => device.seq < seq).length
  }

  /** Waits until all are at a number, or patience is over. */
  async allAt(seq: number, patienceMs: number): Promise<void> {
    for (let left = patienceMs; left > 0 && this.behind(seq) > 0; left -= 20) await pause(20)
  }

  /** Some of them, others each time, lose their line. */
  drop(count: number): void {
    for (let one = 0; one < count; one++) this.devices[this.next++ % this.devices.length]?.drop()
  }

  close(): void {
    for (const device of this.devices) device.close()
  }
}
