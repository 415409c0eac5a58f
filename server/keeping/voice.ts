import { type KeepingState, untroubled } from '#shared/keeping/keeping-state.ts'

/** Says how it stands with the file: whoever listens hears of every change, and devices that come later ask. */
export class KeepingVoice {
  private current = untroubled
  private readonly listeners = new Set<(state: KeepingState) => void>()

  get state(): KeepingState {
    return this.current
  }

  say(news: Partial<KeepingState>): void {
    const next = { ...this.current, ...news }
    if (JSON.stringify(next) === JSON.stringify(this.current)) return
    this.current = next
    for (const listener of this.listeners) listener(next)
  }

  onChange(listener: (state: KeepingState) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
