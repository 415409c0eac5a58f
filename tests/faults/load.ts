import type { SeededRandom } from '#drills/core/seeded-random.ts'
import { type Act, deskAct, phoneAct } from '#tests/faults/acts.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'
import { type Answered, LineToServer } from '#tests/faults/line-to-server.ts'

/** What a client was told of an act. */
export type Outcome = { kind: 'done'; seq: number } | { kind: 'refused'; code: string } | { kind: 'unknown' }

/** An act with what its sender knows of it. */
export interface Told {
  act: Act
  outcome: Outcome
}

/** Reads an answer as a device does. */
export function outcomeOf(answered: Answered): Outcome {
  if (!answered) return { kind: 'unknown' }
  const said = JSON.parse(answered.body) as { seq?: number; problem?: { code: string } }
  if (answered.status === 200 && said.seq !== undefined) return { kind: 'done', seq: said.seq }
  return { kind: 'refused', code: said.problem?.code ?? `status ${answered.status}` }
}

/** How a load runs. */
export interface LoadWishes {
  clients: number
  cookie: string
  random: SeededRandom
  /** Asked after every answer; the load ends where it says so, or where the server is gone. */
  enough: (told: readonly Told[]) => boolean
}

/** Clients that send without a pause, a quarter of them at desks; answers everything they were told. */
export async function sendLoad(server: FaultServer, { clients, cookie, random, enough }: LoadWishes): Promise<Told[]> {
  const told: Told[] = []
  const client = async (isDesk: boolean) => {
    const line = new LineToServer(server.port, isDesk ? cookie : '')
    while (!enough(told)) {
      const act = isDesk ? deskAct(random) : phoneAct(random)
      const outcome = outcomeOf(await line.post(act.body))
      told.push({ act, outcome })
      if (outcome.kind === 'unknown') break
    }
    line.close()
  }
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index % 4 === 0)))
  return told
}

/** Takes the day's few places, so that from now on it is certain who is refused. */
export async function fillDay(server: FaultServer, cookie: string, random: SeededRandom): Promise<void> {
  await sendLoad(server, { clients: 1, cookie, random, enough: (told) => told.filter(isDone).length >= 12 })
}

/** Sends again whatever got no answer, as a device does; answers what became of it. */
export async function sendAgain(server: FaultServer, cookie: string, told: readonly Told[]): Promise<Told[]> {
  const line = new LineToServer(server.port, cookie)
  const again: Told[] = []
  for (const { act } of told) again.push({ act, outcome: outcomeOf(await line.post(act.body)) })
  line.close()
  return again
}

export const isDone = ({ outcome }: Told) => outcome.kind === 'done'
export const isUnknown = ({ outcome }: Told) => outcome.kind === 'unknown'
