import { onItsOwn } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import { isoOf } from '#server/core/clock.ts'
import type { CenterClock, ClockEvent } from '#server/keeping/center-clock.ts'
import { newId } from '#shared/core/ids.ts'
import { noteClock, noteSleep } from '#shared/keeping/commands.ts'

const everyMs = 1000

/** Looks at the clock each second, and says on desks and in the chronology what it noticed. */
export class ClockWatch {
  private readonly center: Center
  private readonly clock: CenterClock
  private readonly timer: ReturnType<typeof setInterval>
  private readonly forget: () => void
  private stopped = false

  constructor(center: Center, clock: CenterClock) {
    this.center = center
    this.clock = clock
    this.forget = clock.onEvent((event) => this.take(event))
    // Noticed while the file was opened, before anybody listened.
    if (clock.off !== 0) this.take(this.asLeap())
    this.timer = setInterval(() => clock.now(), everyMs)
    this.timer.unref()
  }

  stop(): void {
    this.stopped = true
    clearInterval(this.timer)
    this.forget()
  }

  private asLeap(): ClockEvent {
    const kept = this.clock.now()
    return { kind: 'jumped', byMs: this.clock.off, wall: isoOf(Date.parse(kept) + this.clock.off), kept }
  }

  private take(event: ClockEvent): void {
    if (event.kind === 'slept') {
      const { from, to } = event
      this.center.keeping.say({ slept: { from, to } })
      this.note(noteSleep.name, { from, to })
      return
    }
    const doubt = event.kind === 'jumped' ? event : null
    this.center.keeping.say({ clock: doubt && { ...doubt, answered: false } })
    this.note(noteClock.name, { byMs: Math.round(doubt?.byMs ?? 0) })
  }

  /** The clock may have been read in the midst of an act; the note is an act of its own. */
  private note(type: string, input: unknown): void {
    setImmediate(() => {
      if (this.stopped || this.center.health.seq === 0 || !this.center.health.writable) return
      const sent = this.center.execute({ kind: 'system' }, { id: newId(), type, input, device: '' })
      onItsOwn('the note of what the clock did', sent)
    })
  }
}
