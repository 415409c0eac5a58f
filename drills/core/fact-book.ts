import type { z } from 'zod'
import { idNamed } from '#drills/core/named-ids.ts'
import type { recordFacts } from '#shared/practice/commands.ts'

type FactList = z.infer<typeof recordFacts.input>['facts']
type Kind = FactList[number]['kind']

/** What it needs of the drill. */
interface Around {
  readonly actingAt: number
  readonly scenario: { startsAt: string }
  every(minutes: number, from: string, act: () => Promise<void>): void
  send(actor: { kind: 'system' }, type: 'practice.recordFacts', input: { facts: FactList }): Promise<unknown>
}

/** So many fit into one act. */
const atOnce = 100
const everyMinutes = 10

/**
 * What really happened, as the simulated people know it, whoever wrote it down or not. Arrivals are found by a name,
 * calls by a household, departures and returns by the id of the team; what the center refused says why, and which act.
 */
export class FactBook {
  private readonly drill: Around
  private readonly known = new Set<string>()
  private pending: FactList = []

  constructor(drill: Around) {
    this.drill = drill
  }

  /** @param of what tells it from others of its kind and key; where there is nothing, the key alone */
  note(kind: Kind, key: string, { at, of = key }: { at?: number; of?: string } = {}): void {
    const id = idNamed(`fact-${kind}-${of}`)
    if (this.known.has(id)) return
    this.known.add(id)
    const happenedAt = new Date(at ?? this.drill.actingAt).toISOString()
    this.pending.push({ id, kind, key: key.slice(0, 60), happenedAt })
  }

  /** Writes them down from time to time, many in one act. */
  keepWriting(): void {
    this.drill.every(everyMinutes, this.drill.scenario.startsAt, () => this.write())
  }

  async write(): Promise<void> {
    while (this.pending.length > 0) {
      const facts = this.pending.splice(0, atOnce)
      await this.drill.send({ kind: 'system' }, 'practice.recordFacts', { facts })
    }
  }
}
