/** One command that waits to be carried out, with the promise its sender waits for. */
export interface Waiting<T> {
  item: T
  resolve: (value: unknown) => void
  reject: (reason: unknown) => void
}

/** How many commands may share one durable commit. */
const largestGroup = 128

/**
 * The queue in front of the transaction. Commands that arrive while a commit is being made durable wait, and share the
 * next one: on a laptop's disk a single commit costs as much as a hundred.
 */
export class Door<T> {
  private readonly waiting: Waiting<T>[] = []
  private busy = false
  private readonly commitTogether: (group: Waiting<T>[]) => Promise<void>

  constructor(commitTogether: (group: Waiting<T>[]) => Promise<void>) {
    this.commitTogether = commitTogether
  }

  enter(item: T): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject })
      if (!this.busy) {
        this.busy = true
        // One turn of the event loop lets the requests that have arrived together come in together.
        setImmediate(() => void this.drain())
      }
    })
  }

  /** Resolves when nothing waits any more; for closing. */
  async idle(): Promise<void> {
    while (this.busy) await new Promise((resolve) => setImmediate(resolve))
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, largestGroup)
      try {
        await this.commitTogether(group)
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.busy = false
  }
}
