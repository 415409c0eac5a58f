import { io } from 'socket.io-client'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { epochHeader } from '#shared/keeping/copies.ts'
import { type Act, someoneComes } from '#tests/faults/acts.ts'
import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'
import { Ledger } from '#tests/faults/ledger.ts'
import { cloneOf, handOver } from '#tests/faults/two-laptops.ts'

const phones = 24

/** A phone that remembers which copy of the center it met last. */
class Phone {
  /** What it sent after it had met the new laptop, and before. */
  readonly sent: { act: Act; hadMet: boolean; done: boolean; code: string }[] = []
  private mark = ''
  private hasMet = false

  async send(server: FaultServer): Promise<string> {
    const act = someoneComes()
    const met = this.mark === '' ? {} : { [epochHeader]: this.mark }
    const headers = { 'content-type': 'application/json', ...met }
    const answer = await fetch(`${server.address}/api/commands`, { method: 'POST', headers, body: act.body })
    const said = (await answer.json()) as { problem?: { code: string } }
    const code = said.problem?.code ?? ''
    this.sent.push({ act, hadMet: this.hasMet, done: answer.ok, code })
    if (this.mark === '') this.mark = answer.headers.get(epochHeader) ?? ''
    return code
  }

  /** From now on it brings the new laptop's mark. */
  async meet(fresh: FaultServer): Promise<void> {
    this.mark = (await fetch(`${fresh.address}/api/clock`)).headers.get(epochHeader) ?? ''
    this.hasMet = true
  }

  /** Whether the server lets it listen. */
  listens({ address }: FaultServer): Promise<boolean> {
    const socket = io(address, { transports: ['websocket'], reconnection: false, auth: { epoch: this.mark } })
    return new Promise<boolean>((answer) => {
      socket.on('connect', () => answer(true))
      socket.on('connect_error', () => answer(false))
    }).finally(() => socket.close())
  }
}

/** Everything a phone sent there after it had met the new laptop must have been refused, and must not be written. */
function judge(old: FaultServer, all: readonly Phone[], tally: Tally): void {
  const ledger = Ledger.open(old)
  const written = ledger.commandsSince(0)
  ledger.close()
  const sent = all.flatMap((phone) => phone.sent)
  const late = sent.filter(({ hadMet }) => hadMet)
  const early = sent.filter(({ hadMet, done }) => !hadMet && done)
  tally.count('sentAfterMeeting', late.length)
  tally.acked(early.length)
  for (const { act } of early) tally.fault('lost', 'what the old one had accepted', written.has(act.id) ? 0 : 1)
  for (const { act, code } of late) {
    const isWritten = written.has(act.id)
    tally.fault('violations', 'an act of somebody who has met the new one is written', isWritten ? 1 : 0)
    const isSaid = code === 'keeping.newerCenter' || code === 'core.readOnly'
    tally.fault('violations', `accepted, or refused without saying why: ${code}`, isSaid ? 0 : 1)
  }
}

/** The old laptop comes to life and knows nothing; phones come to it, some of whom have met the new one. */
async function comesToLife(old: FaultServer, fresh: FaultServer, random: SeededRandom, tally: Tally): Promise<void> {
  await old.start()
  const all = Array.from({ length: phones }, () => new Phone())
  const travel = async (phone: Phone) => {
    for (let stop = random.whole(1, 4); stop > 0; stop--) await phone.send(old)
    await phone.meet(fresh)
    for (let stop = random.whole(1, 3); stop > 0; stop--) await phone.send(old)
  }
  await Promise.all(all.map(travel))
  const stranger = new Phone()
  const code = await stranger.send(old)
  tally.fault('violations', 'it goes on writing once it has been told', code === 'core.readOnly' ? 0 : 1)
  const [first] = all
  tally.fault('violations', 'it still tells who has met the new one', (await first?.listens(old)) ? 1 : 0)
  await old.kill()
  // It may forget what it was told, but not what phones know.
  await old.start()
  await first?.send(old)
  await old.kill()
  judge(old, all, tally)
  tally.cycle()
}

async function bothAlive(name: string, main: string, cycles: number): Promise<FaultResult> {
  const tally = new Tally(name)
  const random = new SeededRandom(cycles)
  const { before, old, fresh } = await handOver(main)
  try {
    const unmet = await new Phone().send(old)
    tally.fault('violations', 'the old one writes after it was handed over', unmet === 'core.readOnly' ? 0 : 1)
    for (let round = 0; round < cycles; round++) {
      const ghost = cloneOf(main, before)
      try {
        await comesToLife(ghost, fresh, random, tally)
        tally.count('ghosts')
      } finally {
        await ghost.remove()
      }
      tally.fault('violations', 'the new one refuses', (await new Phone().send(fresh)) === '' ? 0 : 1)
    }
  } finally {
    for (const server of [before, old, fresh]) await server.remove()
  }
  tally.aim('ghosts', tally.count('ghosts', 0), cycles)
  return tally.result()
}

/** A center is handed over, and the old laptop comes to life again as it was before. */
export const row: FaultRow = {
  name: 'handover',
  needs: [],
  alone: false,
  run: (budget) => bothAlive('handover', soundBuild(), part(20, budget, 2)),
  async control() {
    const module = '#server/keeping/epoch.ts'
    const main = await brokenBuild('no-epoch', { module, file: 'no-epoch.ts', names: { judgeMark: 'nobodyWentOn' } })
    return [await bothAlive('handover/ignores-what-phones-met', main, 1)]
  },
}
