import { monotonicMilliseconds } from '#server/core/clock.ts'
import { newId } from '#shared/core/ids.ts'
import { Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Asker, type DoorCounts } from '#tests/faults/fuzz-asking.ts'
import { HostileDay } from '#tests/faults/inject-day.ts'

const json = { 'content-type': 'application/json' }
const pin = '123456'

/** As long as a proof of the PIN is surely good. */
const provenMs = 120_000

const idForm = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const idsIn = (text: string | undefined) => [...new Set(text?.match(idForm) ?? [])]

/** A center of its own for a part of the doors, with a morning behind it, so that an act finds something as often as not. */
export class FuzzedCenter {
  readonly server: FaultServer
  readonly asker: Asker
  private readonly day: HostileDay
  private cookie = ''
  private provedAt = 0
  private idsOfMorning: readonly string[] = []

  constructor(main: string, tally: Tally, counts: DoorCounts) {
    this.server = new FaultServer(main)
    this.asker = new Asker(this.server, tally, counts)
    // What this morning counts is not what the row counts.
    this.day = new HostileDay(this.server, new Tally('morning'))
  }

  async open(): Promise<void> {
    await this.server.start()
    await this.day.begin(['訓練'])
    for (const text of ['金沢', '雨']) await this.day.type([text])
    await this.day.end(['訓練'])
    this.cookie = this.day.cookie
    this.idsOfMorning = idsIn((await this.get('/api/changes?since=0'))?.text).slice(0, 150)
  }

  get(path: string) {
    return this.asker.ask({ method: 'GET', path, headers: { cookie: this.cookie } })
  }

  /** A desk with every right and its PIN proved, whoever sits there after what was just sent. */
  async seat(): Promise<void> {
    const isSeated = (await this.get('/api/session'))?.text.includes('"staffId"')
    if (isSeated && monotonicMilliseconds() - this.provedAt < provenMs) return
    this.provedAt = monotonicMilliseconds()
    const headers = { ...json, cookie: this.cookie }
    const body = JSON.stringify({ pin })
    const proved = await this.asker.ask({ method: 'POST', path: '/api/session/proof', headers, body })
    if (proved?.status === 200) return
    await this.day.prove()
    this.cookie = this.day.cookie || this.cookie
  }

  /** Ids of what there is: of the morning, and of what came last. */
  async idsThereAre(): Promise<string[]> {
    const seq = Number(/"seq":(\d+)/.exec((await this.get('/healthz'))?.text ?? '')?.[1] ?? 0)
    const newest = idsIn((await this.get(`/api/changes?since=${Math.max(0, seq - 20)}`))?.text)
    return [...this.idsOfMorning, ...newest.slice(-50)]
  }

  /** Who asks: a desk, a phone that has checked in, a made-up one, nobody. */
  heads(): Readonly<Record<string, string>>[] {
    const { cookie } = this
    const [link = 'x'] = this.day.links
    return [
      { cookie },
      { cookie },
      { authorization: `Personal ${link}` },
      { cookie },
      { authorization: `Personal ${newId()} x` },
      {},
    ]
  }

  /** After a hand-over the center reads only until it is taken back. */
  async takeBack(): Promise<void> {
    await this.seat()
    const body = JSON.stringify({ id: newId(), type: 'keeping.takeBackCenter', input: {}, device: 'fuzz' })
    const headers = { ...json, cookie: this.cookie }
    await this.asker.ask({ method: 'POST', path: '/api/commands', headers, body })
  }

  async remove(): Promise<void> {
    this.asker.close()
    await this.server.remove()
  }
}
