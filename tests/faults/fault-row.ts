import type { Tool } from '#tests/faults/tools.ts'

/** How much of a row's aim one run takes on: 1 is the default run, a smoke test a fortieth, a long night many. */
export interface Budget {
  share: number
}

/** What one run of a row showed; it is printed as one line of JSON. */
export interface FaultResult {
  name: string
  cycles: number
  /** Commands that a client was told are done. */
  acked: number
  /** Of those, how many are not there afterwards. */
  lost: number
  /** How many are there more than once, or took a number twice. */
  duplicated: number
  /** Anything else that must never be. */
  violations: number
  /** How many of the violations are aims that the run did not reach: nothing went wrong there, but nothing is proved. */
  unmet?: number
  /** What else the run counted. */
  more?: Record<string, number>
  /** What of the row this machine could not do. */
  leftOut?: string
  /** The first few things that went wrong, in words. */
  examples?: string[]
}

/** One kind of fault: done to the real server, and to a server that was broken on purpose. */
export interface FaultRow {
  name: string
  /** What it needs of the machine; a row whose tools cannot be had is skipped, and a skipped row has not passed. */
  needs: readonly Tool[]
  /** Whether nothing may run beside it: it measures times, or has both cores busy by itself. */
  alone: boolean
  run(budget: Budget): Promise<FaultResult>
  /** The same on servers that are broken on purpose, one result each; every one of them must be caught. */
  control(budget: Budget): Promise<readonly FaultResult[]>
}

/** A part of an aim: at least `least`, so that a smoke test still does something. */
export function part(aim: number, { share }: Budget, least = 1): number {
  return Math.max(least, Math.ceil(aim * share))
}

/** How many things went wrong. */
export const faultsIn = ({ lost, duplicated, violations }: FaultResult) => lost + duplicated + violations

/** Whether a control was caught: by what it did, and not by an aim that so small a run does not reach. */
export const isCaught = (result: FaultResult) => faultsIn(result) > (result.unmet ?? 0)

/** Counts what a row sees; every fault may say what it was. */
export class Tally {
  private readonly name: string
  private readonly counts = { cycles: 0, acked: 0, lost: 0, duplicated: 0, violations: 0 }
  private readonly examples: string[] = []
  private unmet = 0
  private missing: string | undefined
  private readonly more: Record<string, number> = {}

  constructor(name: string) {
    this.name = name
  }

  cycle(): void {
    this.counts.cycles++
  }

  acked(count: number): void {
    this.counts.acked += count
  }

  fault(kind: 'lost' | 'duplicated' | 'violations', what: string, count = 1): void {
    if (count === 0) return
    this.counts[kind] += count
    if (this.examples.length < 5) this.examples.push(`${kind}: ${what}`.slice(0, 200))
  }

  /** Counts something that is no fault; answers how many there are by now. */
  count(what: string, amount = 1): number {
    const count = (this.more[what] ?? 0) + amount
    this.more[what] = count
    return count
  }

  /** Says how far an aim of the row was reached; a run that falls short of it has not proved what it is to prove. */
  aim(what: string, reached: number, aim: number, where = ''): void {
    this.more[what] = reached
    if (reached < aim) this.missAim(`${what} ${reached} of ${aim} ${where}`)
  }

  /** The same for what every row counts. A smoke test reaches what it can: how far depends on the machine. */
  aimAt(what: 'cycles' | 'acked', aim: number, budget: Budget): void {
    if (budget.share < 1) return
    const reached = this.counts[what]
    const wanted = part(aim, budget)
    if (reached < wanted) this.missAim(`${what} ${reached} of ${wanted}`)
  }

  private missAim(what: string): void {
    this.unmet++
    this.fault('violations', `aim not met: ${what}`.trim())
  }

  /** Takes over what a part of the row showed that ran elsewhere. */
  takeOver({ cycles, acked, lost, duplicated, violations, unmet = 0, more = {}, examples = [] }: FaultResult): void {
    this.unmet += unmet
    for (const [what, amount] of Object.entries({ cycles, acked, lost, duplicated, violations }))
      this.counts[what as keyof typeof this.counts] += amount
    for (const [what, amount] of Object.entries(more)) this.count(what, amount)
    this.examples.push(...examples.slice(0, 5 - this.examples.length))
  }

  /** Says what of the row this machine cannot do. */
  leftOut(what: string): void {
    this.missing = what
  }

  result(): FaultResult {
    const more = Object.keys(this.more).length > 0 ? { more: this.more } : {}
    const examples = this.examples.length > 0 ? { examples: this.examples } : {}
    const leftOut = this.missing === undefined ? {} : { leftOut: this.missing }
    const unmet = this.unmet > 0 ? { unmet: this.unmet } : {}
    return { name: this.name, ...this.counts, ...unmet, ...more, ...leftOut, ...examples }
  }
}
