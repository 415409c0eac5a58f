import WebSocket from 'ws'
import type { RecordKind } from '#shared/records.ts'

/** One record that was told of, or what else a line carries. */
interface Told {
  kind: RecordKind
  record?: object
}

/** What somebody is told over their line, kept from one look to the next. */
export class Listener {
  private said: string[] = []
  private readonly socket: WebSocket

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (bytes: Buffer) => this.said.push(bytes.toString('utf8')))
  }

  /** Shows what each request of theirs shows: a desk its cookie, a phone its link, nobody nothing. */
  static open(origin: string, shows: Readonly<Record<string, string>>): Promise<Listener> {
    const headers = shows.cookie === undefined ? {} : { cookie: shows.cookie }
    const link = shows.authorization?.replace('Personal ', '')
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { headers })
    const listener = new Listener(socket)
    return new Promise((ready, failed) => {
      socket.on('error', failed)
      socket.on('message', (bytes: Buffer) => {
        const said = bytes.toString('utf8')
        if (said.startsWith('0')) socket.send(`40${JSON.stringify(link === undefined ? {} : { link })}`)
        else if (said === '2') socket.send('3')
        else if (said.startsWith('40')) ready(listener)
      })
    })
  }

  /** Everything since the last time: as it was said, and the records in it. */
  take(): { text: string; records: Told[] } {
    const text = this.said.join('\n')
    const patches = this.said.filter((one) => one.startsWith('42["patch"'))
    this.said = []
    const records = patches.flatMap((one) => (JSON.parse(one.slice(2)) as [string, { records: Told[] }])[1].records)
    return { text, records }
  }

  close(): void {
    this.socket.terminate()
  }
}
