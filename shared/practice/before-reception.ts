import type { DrillFact } from '#shared/practice/outcome.ts'

type Known = Pick<DrillFact, 'kind' | 'key' | 'happenedAt' | 'onPaper'>

/** Somebody who waits before reception, from when until when; null while it goes on. */
export interface BeforeReception {
  from: string
  to: string | null
}

/** When each of a kind happened to whom, oldest first. */
function timesOf(facts: readonly Known[], kind: Known['kind']): ReadonlyMap<string, readonly string[]> {
  const times = new Map<string, string[]>()
  for (const { key, happenedAt } of facts.filter((fact) => fact.kind === kind).toSorted(byTime))
    times.set(key, [...(times.get(key) ?? []), happenedAt])
  return times
}

const byTime = (one: Known, other: Known) => (one.happenedAt < other.happenedAt ? -1 : 1)

/**
 * Who came and has no number yet: those who stand in the line, and those who fill in the form on their phone. Counted
 * from what simulated people know; people of flesh and blood are known to the center once they have a number. Who came
 * while screens were dark wrote a sheet, and waits for nothing.
 */
export function beforeReception(facts: readonly Known[]): { line: BeforeReception[]; fillingIn: BeforeReception[] } {
  const [lined, served] = [timesOf(facts, 'line'), timesOf(facts, 'served')]
  const first = (times: typeof served, key: string, from: string) => times.get(key)?.find((at) => at >= from) ?? null
  const line = [...lined].flatMap(([key, all]) => all.map((from) => ({ from, to: first(served, key, from) })))
  const fillingIn = facts
    .filter(({ kind, onPaper }) => kind === 'arrival' && !onPaper)
    .map(({ key, happenedAt: from }) => {
      const ends = [first(lined, key, from), first(served, key, from)].flatMap((at) => at ?? [])
      return { from, to: ends.toSorted()[0] ?? null }
    })
  return { line, fillingIn }
}

/** How many still wait, by what is known. */
export const stillThere = (all: readonly BeforeReception[]): number => all.filter(({ to }) => to === null).length
