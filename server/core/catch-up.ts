import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Presenter } from '#server/core/present.ts'
import type { Feed } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { type Audience, audiencesOf, mayHold } from '#shared/access/audiences.ts'
import type { CatchUp } from '#shared/core/patch.ts'

const keptAnswers = 200

/** Answers devices that missed something. Answers are kept serialised: a thousand phones that come back ask the same. */
export class CatchUpDesk {
  private readonly kept = new Map<string, { asOf: number; body: string }>()
  private readonly feeds: readonly Feed[]
  private readonly presenter: Presenter

  constructor(feeds: readonly Feed[], presenter: Presenter) {
    this.feeds = feeds
    this.presenter = presenter
  }

  /** All that the audiences may hold of what changed after `since`, as JSON text of a `CatchUp`. */
  async answer(tx: Tx, seq: number, audiences: readonly Audience[], since: number): Promise<string> {
    const key = `${since} ${audiences.join(' ')}`
    const asOf = Math.max(...audiences.map((audience) => this.presenter.lastSeqOf(audience)))
    const kept = this.kept.get(key)
    if (kept && kept.asOf === asOf) return kept.body
    const body = JSON.stringify(await this.collect(tx, seq, audiences, since))
    if (this.kept.size >= keptAnswers) this.kept.clear()
    this.kept.set(key, { asOf, body })
    return body
  }

  private async collect(tx: Tx, seq: number, audiences: readonly Audience[], since: number): Promise<CatchUp> {
    const caughtUp: CatchUp = { seq, audiences: [...audiences], records: [], gone: [] }
    const person = audiences.find((audience) => audience.startsWith('person:'))?.slice('person:'.length)
    for (const feed of this.feeds.filter(({ kind }) => mayHold(kind, audiences))) {
      // A desk takes in megabytes; whoever acts meanwhile does not wait for all of it.
      if (since === 0 && person === undefined) await othersFirst()
      for (const record of await candidates(feed, tx, since, person)) {
        const held = audiencesOf(feed.kind, record).some((audience) => audiences.includes(audience))
        if (held) caughtUp.records.push({ kind: feed.kind, record })
        else if (since > 0) caughtUp.gone.push({ kind: feed.kind, id: record.id })
      }
    }
    return caughtUp
  }
}

/** A phone's few records are asked by its person; reading the whole day for each phone would cost everyone. */
async function candidates(feed: Feed, tx: Tx, since: number, person: string | undefined) {
  if (person !== undefined && feed.ofPerson) return feed.ofPerson(tx, person)
  return feed.changedSince(tx, since)
}
