/**
 * What a center that went on from a copy is given back goes in portions: thousands of acts at once would use up what the
 * center takes from one device (`server/transport/rates.ts`), and what is done now would wait behind them.
 */
export class Portions {
  private readonly size: number
  private readonly rest: () => Promise<void>
  private taken = 0

  /** @param rest waits until the next portion may go */
  constructor(size: number, rest: () => Promise<void>) {
    this.size = size
    this.rest = rest
  }

  /** Before each act. */
  async next(): Promise<void> {
    if (this.taken > 0 && this.taken % this.size === 0) await this.rest()
    this.taken++
  }
}

const portionSize = 30

/** Half of what the center goes on taking, so that the other half is left for what is done now. */
const restMs = { desk: 6000, phone: 60_000 }

/** The portions of a desk, or of a phone. */
export const portionsOf = (kind: keyof typeof restMs): Portions =>
  new Portions(portionSize, () => new Promise((resolve) => setTimeout(resolve, restMs[kind])))
