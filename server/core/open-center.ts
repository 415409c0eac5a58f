import type { Actor } from '#server/core/actor.ts'
import type { Clock } from '#server/core/clock.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import type { Vitals } from '#server/keeping/vitals.ts'
import type { KeepingVoice } from '#server/keeping/voice.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import type { CommandAnswer, Envelope } from '#shared/core/command.ts'
import type { Patch } from '#shared/core/patch.ts'

/** A center as pages and exports see it: they read, and whatever they change goes through the one door. */
export interface OpenCenter {
  readonly clock: Clock
  readonly kind: 'live' | 'drill'
  readonly keeping: KeepingVoice
  readonly vitals: Vitals
  /** Aborts when this center is closed, though the process may go on with another. */
  readonly closed: AbortSignal
  execute(actor: Actor, envelope: Envelope): Promise<CommandAnswer>
  /** Hears every patch, after its commit. */
  onPatch(listener: (patches: readonly Patch[]) => void): () => void
  read<T>(reading: (tx: WorkTx, profile: CenterProfile) => Promise<T>): Promise<T>
}
