import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { CatchUp, Patch } from '#shared/core/patch.ts'
import { Store } from '#web/core/store.ts'

/** A device as the web has it, without a browser: the real store, fed by the real patches, on a line a test can cut. */
export class Device {
  readonly store = new Store()
  private readonly center: Center
  private readonly actor: Actor
  private line: (() => void) | undefined
  /** For whom the line brings patches. A desk may be given to somebody, or taken from them, in mid-course. */
  private audiences: readonly string[] = []

  private constructor(center: Center, actor: Actor) {
    this.center = center
    this.actor = actor
  }

  static async open(center: Center, actor: Actor): Promise<Device> {
    const device = new Device(center, actor)
    await device.connect()
    return device
  }

  /** Plugs the line in and fetches what was missed. */
  async connect(): Promise<void> {
    const before = this.audiences
    const audiences: readonly string[] = audiencesOfActor(this.actor)
    this.audiences = audiences
    this.line = this.center.onPatch((patches) => {
      for (const patch of patches.filter(({ audience }) => audiences.includes(audience))) this.hear(patch)
    })
    // As a page does that learns of another seat: what it held was held for the old one.
    const isElsewhere = before.length > 0 && before.join() !== audiences.join()
    await this.catchUp(isElsewhere ? 0 : this.store.since)
  }

  /** Takes in what a new seat holds, where the person has another since the line was plugged in. */
  async sitAnew(): Promise<void> {
    if (!this.line || audiencesOfActor(this.actor).join() === this.audiences.join()) return
    this.cut()
    await this.connect()
  }

  cut(): void {
    this.line?.()
    this.line = undefined
  }

  async catchUp(from = this.store.since): Promise<void> {
    const since = this.actor.kind === 'staff' ? from : 0
    const caughtUp: CatchUp = readOwnJson((await this.center.catchUp(this.actor, since)).text)
    this.store.takeIn(caughtUp, since === 0)
  }

  private hear(patch: Patch): void {
    if (!this.store.apply(patch)) throw new Error(`a device with its line in missed something before ${patch.seq}`)
  }
}
