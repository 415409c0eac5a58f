import { setImmediate as othersFirst } from 'node:timers/promises'
import { type Asked, KeptTexts } from '#server/core/kept-texts.ts'
import type { Presenter } from '#server/core/present.ts'
import type { Feed } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { type Audience, audiencesOf, mayHold } from '#shared/access/audiences.ts'
import type { CatchUp } from '#shared/core/patch.ts'

/**
 * Answers devices that missed something. What was read for one is kept as text for the next: thirty desks that come
 * back ask the same, and of what a phone holds most is everyone's and the rest seldom changes.
 */
export class CatchUpDesk {
  private readonly kept = new KeptTexts()
  private readonly feeds: readonly Feed[]
  private readonly presenter: Presenter

  constructor(feeds: readonly Feed[], presenter: Presenter) {
    this.feeds = feeds
    this.presenter = presenter
  }

  /** All that the audiences may hold of what changed after `since`, as JSON text of a `CatchUp`. */
  async answer(tx: Tx, seq: number, audiences: readonly Audience[], since: number): Promise<Asked> {
    const own = audiences.find((audience) => audience.startsWith('person:'))
    if (own) return { text: await this.ofPhone(tx, seq, audiences, own) }
    return this.kept.get(`${since} ${audiences.join(' ')}`, this.lastSeqOf(audiences), async () =>
      JSON.stringify(await this.ofDesk(tx, seq, audiences, since)),
    )
  }

  private lastSeqOf(audiences: readonly Audience[]): number {
    return Math.max(...audiences.map((audience) => this.presenter.lastSeqOf(audience)))
  }

  private async ofDesk(tx: Tx, seq: number, audiences: readonly Audience[], since: number): Promise<CatchUp> {
    const caughtUp: CatchUp = { seq, audiences: [...audiences], records: [], gone: [] }
    for (const feed of this.feeds.filter(({ kind }) => mayHold(kind, audiences))) {
      // A desk takes in megabytes; whoever acts meanwhile does not wait for all of it.
      if (since === 0) await othersFirst()
      for (const record of await feed.changedSince(tx, since)) {
        if (isHeld(feed, record, audiences)) caughtUp.records.push({ kind: feed.kind, record })
        else if (since > 0) caughtUp.gone.push({ kind: feed.kind, id: record.id })
      }
    }
    return caughtUp
  }

  /** A phone's answer is put together from two kept parts, for a word to everyone leaves its own part as it was. */
  private async ofPhone(tx: Tx, seq: number, audiences: readonly Audience[], own: Audience): Promise<string> {
    const ofEveryone = audiences.filter((audience) => audience !== own)
    const parts = await Promise.all([
      this.part(
        ofEveryone,
        this.feeds.filter(({ kind }) => mayHold(kind, ofEveryone)),
        (feed) => feed.changedSince(tx, 0),
      ),
      this.part(
        [own],
        this.feeds.filter(({ kind }) => mayHold(kind, [own])),
        async (feed) => (await feed.ofPerson?.(tx, own.slice('person:'.length))) ?? [],
      ),
    ])
    const records = parts.filter((part) => part !== '').join(',')
    return `{"seq":${seq},"audiences":${JSON.stringify(audiences)},"records":[${records}],"gone":[]}`
  }

  /** The records that these audiences hold, as JSON texts with commas between. */
  private async part(
    audiences: readonly Audience[],
    feeds: readonly Feed[],
    read: (feed: Feed) => ReturnType<Feed['changedSince']>,
  ): Promise<string> {
    const { text } = await this.kept.get(`part ${audiences.join(' ')}`, this.lastSeqOf(audiences), async () => {
      const texts: string[] = []
      for (const feed of feeds) {
        const held = (await read(feed)).filter((record) => isHeld(feed, record, audiences))
        for (const record of held) texts.push(JSON.stringify({ kind: feed.kind, record }))
      }
      return texts.join(',')
    })
    return text
  }
}

function isHeld({ kind }: Feed, record: Parameters<typeof audiencesOf>[1], audiences: readonly Audience[]): boolean {
  return audiencesOf(kind, record).some((audience) => audiences.includes(audience))
}
