import { findCenter } from '#server/center/centers.ts'
import { onItsOwn } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { type EpochState, epochMark, judgeMark, readEpochState } from '#server/keeping/epoch.ts'
import type { Patch } from '#shared/core/patch.ts'
import type { Problem } from '#shared/core/problem.ts'
import { forkedCenter, newerCenter } from '#shared/keeping/problems.ts'

const changesState = (type: unknown) => typeof type === 'string' && /^(keeping\.|center\.setUpCenter$)/.test(type)

function isAboutKeeping({ records }: Patch): boolean {
  return records.some(({ kind, record }) => kind === 'logEntry' && 'type' in record && changesState(record.type))
}

/** Says with each answer which copy of the center this is, and heeds devices that have met a later one. */
export class EpochGuard {
  private readonly center: Center
  private state: EpochState
  private centerId: string
  private readonly archive: Archive | undefined

  private constructor(parts: { center: Center; archive: Archive | undefined }, state: EpochState, centerId: string) {
    const { center } = parts
    this.center = center
    this.archive = parts.archive
    this.state = state
    this.centerId = centerId
    if (state.handedOverAt !== null) center.stopWriting('handedOver')
  }

  static async open(center: Center, archive: Archive | undefined): Promise<EpochGuard> {
    const guard = await center.read(
      async (tx) => new EpochGuard({ center, archive }, await readEpochState(tx), (await findCenter(tx))?.id ?? ''),
    )
    center.onPatch((patches) => {
      if (patches.some(isAboutKeeping)) onItsOwn('epoch', guard.readAgain())
    })
    return guard
  }

  /** `<center> <mark>`: what devices remember, and bring with each request. */
  get word(): string {
    return `${this.centerId} ${epochMark(this.state)}`
  }

  /** Judges what a device has met before; a refusal where this is not the copy that goes on. */
  problemWith(word: string | undefined): Problem | null {
    const [centerId, mark] = (word ?? '').split(' ')
    // A device that knows another center, or a mark that anyone could have made up, says nothing of this one.
    if (!mark || this.centerId === '' || centerId !== this.centerId) return null
    const met = judgeMark(this.state, mark)
    if (met === 'newer') {
      this.note('newer')
      this.center.stopWriting('handedOver')
      return newerCenter({})
    }
    if (met !== 'fork') return null
    this.note('fork')
    return forkedCenter({})
  }

  private note(met: 'newer' | 'fork'): void {
    if (this.archive && this.archive.met !== 'newer') this.archive.met = met
  }

  private async readAgain(): Promise<void> {
    await this.center.read(async (tx) => {
      this.state = await readEpochState(tx)
      this.centerId = (await findCenter(tx))?.id ?? ''
    })
  }
}
