const freshMs = 5 * 60_000

/** Which sessions have just proved their PIN. It lies in memory alone: after a restart it is asked for again. */
export class Proofs {
  private readonly provedAt = new Map<string, number>()
  private readonly elapsed: () => number

  constructor(elapsed: () => number) {
    this.elapsed = elapsed
  }

  prove(sessionId: string): void {
    for (const [id, at] of this.provedAt) if (this.elapsed() - at >= freshMs) this.provedAt.delete(id)
    this.provedAt.set(sessionId, this.elapsed())
  }

  isFresh(sessionId: string): boolean {
    const at = this.provedAt.get(sessionId)
    return at !== undefined && this.elapsed() - at < freshMs
  }
}
