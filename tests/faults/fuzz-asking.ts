import { Agent, request } from 'node:http'
import type { Tally } from '#tests/faults/fault-row.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'

/** One request, as odd as it may be. */
export interface Asked {
  method: string
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
}

interface Got {
  status: number
  type: string
  text: string
}

/** How many inputs each door, act, question and event has had. */
export class DoorCounts {
  private readonly counts = new Map<string, number>()

  note(what: string, amount = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + amount)
  }

  /** Says how many there were for the one that had the fewest; fewer than the aim is a fault. */
  judge(tally: Tally, aim: number): void {
    tally.count('doors', this.counts.size)
    const [least, inputs] = [...this.counts].sort(([, one], [, other]) => one - other)[0] ?? ['any', 0]
    tally.aim('inputsEach', inputs, aim, least)
  }
}

const patienceMs = 30_000
/** The largest form, of which every field is named that is not fit. */
const longestRefusal = 2048

/** What a process said when it ended: the line that names the reason, if there is one. */
const lastWords = (said: string) => (/^.*(?:FATAL|Error|assert|Check failed).*$/im.exec(said)?.[0] ?? said).slice(-160)

/** Asks a server many things at once and notes what it must never answer. */
export class Asker {
  private readonly server: FaultServer
  private readonly tally: Tally
  private readonly counts: DoorCounts
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 })

  constructor(server: FaultServer, tally: Tally, counts: DoorCounts) {
    this.server = server
    this.tally = tally
    this.counts = counts
  }

  /** Asks each, sixteen at a time. */
  async askAll(what: string, all: readonly Asked[], mayStop = false): Promise<void> {
    const left = [...all]
    const worker = async () => {
      for (let one = left.pop(); one; one = left.pop()) await this.askOne(what, one, mayStop)
    }
    await Promise.all(Array.from({ length: 16 }, worker))
    this.tally.cycle()
  }

  private async askOne(what: string, one: Asked, mayStop: boolean): Promise<void> {
    const got = await this.ask(one)
    this.tally.count('inputs')
    this.counts.note(what)
    if (!got) return void this.tally.count('lines that ended without an answer')
    const { status, type, text } = got
    if (status === 200) this.tally.count('taken')
    if (status >= 500 && !(mayStop && text.includes('core.readOnly')))
      this.tally.fault('violations', `${what} answers ${status} ${text.slice(0, 60)} to ${this.shown(one)}`)
    if (status >= 400 && type.includes('json') && text.length > longestRefusal)
      this.tally.fault('violations', `${what} refuses with ${text.length} characters: ${this.shown(one)}`)
  }

  private shown({ method, path, body = '' }: Asked): string {
    return `${method} ${path.slice(0, 60)} ${String(body).slice(0, 400)}`
  }

  ask({ method, path, headers = {}, body }: Asked): Promise<Got | undefined> {
    return new Promise((resolve) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const options = { port: this.server.port, host: '127.0.0.1', agent: this.agent, timeout: patienceMs }
      const sent = request({ ...options, method, path, headers: { ...headers, ...length } }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', () => resolve(undefined))
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text })
        })
      })
      sent.on('timeout', () => sent.destroy())
      sent.on('error', () => resolve(undefined))
      sent.end(body)
    })
  }

  /** Whether it still lives and says that it is well; a process that is gone is started again, and counted. */
  async stillWell(what: string): Promise<void> {
    if (this.server.isRunning && (await this.ask({ method: 'GET', path: '/healthz' }))?.status === 200) return
    this.tally.fault('violations', `${what}: the server is no longer well; ${lastWords(this.server.said)}`)
    await this.server.kill()
    await this.server.start()
  }

  close(): void {
    this.agent.destroy()
  }
}
