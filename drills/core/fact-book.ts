import type { z } from 'zod'
import type { Control } from '#drills/core/control.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Center } from '#server/core/center.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import type { recordFacts } from '#shared/practice/commands.ts'
import { findFacts } from '#shared/practice/reads.ts'

type FactList = z.infer<typeof recordFacts.input>['facts']
type Kind = FactList[number]['kind']

/** What it needs of the drill. */
interface Around {
  readonly center: Center
  readonly control: Control
  readonly actingAt: number
  readonly scenario: { startsAt: string }
  every(minutes: number, from: string, act: () => Promise<void>): void
  send(actor: { kind: 'system' }, type: 'practice.recordFacts', input: { facts: FactList }): Promise<unknown>
}

/** What somebody wrote on a sheet while screens were dark. */
interface Paper {
  key: string
  /** Milliseconds since 1970. */
  at: number
}

/** So many fit into one act. */
const atOnce = 100
/** The controller reads from them who stands in the line now. */
const everyMinutes = 2

/**
 * What really happened, as the simulated people know it, whoever wrote it down or not. Arrivals and the line are found by a name,
 * calls by a household, visits by the id of the need, departures and returns by the id of the team; what the center
 * refused says why, and which act. What simulated desks do while screens are dark stands here as well: these are their
 * sheets, and like sheets they outlast a power cut.
 */
export class FactBook {
  private readonly drill: Around
  private readonly known = new Map<string, Paper & { kind: Kind; onPaper: boolean }>()
  private pending: FactList = []

  constructor(drill: Around) {
    this.drill = drill
  }

  /** @param of what tells it from others of its kind and key; where there is nothing, the key alone */
  note(kind: Kind, key: string, { at = this.drill.actingAt, of = key }: { at?: number; of?: string } = {}): void {
    const id = idNamed(`fact-${kind}-${of}`)
    if (this.known.has(id)) return
    const fact = { kind, key: key.slice(0, 60) }
    this.known.set(id, { ...fact, at, onPaper: this.drill.control.wasDarkAt(at) })
    this.pending.push({ id, ...fact, happenedAt: new Date(at).toISOString() })
  }

  /** The sheets of a kind that were written while screens were dark, oldest first. */
  papers(kind: Kind): readonly Paper[] {
    const sheets = [...this.known.values()].filter((fact) => fact.kind === kind && fact.onPaper)
    return sheets.toSorted((one, other) => one.at - other.at)
  }

  /** Goes on from what was written down before the drill was broken off. */
  async takeUp(): Promise<void> {
    const { center } = this.drill
    const readers = readersOf(center.slices)
    const asked = { name: findFacts.name, input: {} }
    const { facts } = findFacts.answer.parse(await readFor(center, readers, { kind: 'system' }, asked))
    for (const { id, kind, key, happenedAt, onPaper } of facts)
      this.known.set(id, { kind, key, at: Date.parse(happenedAt), onPaper })
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
