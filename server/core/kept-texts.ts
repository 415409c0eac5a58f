import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const squeeze = promisify(gzip)

/** An answer as text, and compressed for those who take it so. */
export interface Asked {
  readonly text: string
  /** Compressed once, off the event loop, however many ask; left out where the text is put together for one device. */
  readonly compressed?: () => Promise<Buffer<ArrayBuffer>>
}

interface Kept {
  asOf: number
  reading: Promise<Asked>
  characters: number
}

/** About a hundred megabytes in memory; a desk's first answer on the largest day is seven. */
const mostCharacters = 48 * 1024 * 1024

/** Texts that many ask for, each kept until what it tells of has changed. Who asks while it is being read waits for it. */
export class KeptTexts {
  private readonly kept = new Map<string, Kept>()
  private characters = 0

  /** @param asOf the number of the last act that touched what is read; a text of an earlier one is read anew. */
  get(key: string, asOf: number, read: () => Promise<string>): Promise<Asked> {
    const before = this.kept.get(key)
    if (before?.asOf === asOf) return before.reading
    const one: Kept = { asOf, characters: 0, reading: read().then(asked) }
    this.forget(key)
    this.kept.set(key, one)
    one.reading.then(
      ({ text }) => this.weigh(key, one, text.length),
      () => this.kept.get(key) === one && this.forget(key),
    )
    return one.reading
  }

  private weigh(key: string, one: Kept, characters: number): void {
    if (this.kept.get(key) !== one) return
    one.characters = characters
    this.characters += characters
    // The oldest go first; a text larger than all the room is not kept at all.
    for (const oldest of this.kept.keys()) {
      if (this.characters <= mostCharacters) return
      this.forget(oldest)
    }
  }

  private forget(key: string): void {
    this.characters -= this.kept.get(key)?.characters ?? 0
    this.kept.delete(key)
  }
}

function asked(text: string): Asked {
  let squeezed: Promise<Buffer<ArrayBuffer>> | undefined
  return { text, compressed: () => (squeezed ??= squeeze(text)) }
}
