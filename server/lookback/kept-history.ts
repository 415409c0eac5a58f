import type { OpenAgain } from '#server/core/center.ts'
import { lastSeq } from '#server/core/event-log.ts'
import type { Tx } from '#server/database/record-table.ts'
import { readHistory } from '#server/lookback/history.ts'
import type { History } from '#shared/lookback/history.ts'

/** The history of one center, told anew only after something has happened since. */
export class KeptHistory {
  private kept: { seq: number; reading: Promise<History> } | undefined
  private readonly openAgain: OpenAgain

  constructor(openAgain: OpenAgain) {
    this.openAgain = openAgain
  }

  async read(tx: Tx): Promise<{ seq: number; history: History }> {
    const seq = await lastSeq(tx)
    if (this.kept?.seq !== seq) this.kept = { seq, reading: readHistory(tx, this.openAgain) }
    const { kept } = this
    // What failed once is tried again by whoever asks next.
    kept.reading.catch(() => {
      if (this.kept === kept) this.kept = undefined
    })
    return { seq, history: await kept.reading }
  }
}
