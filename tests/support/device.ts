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
    const audiences: readonly string[] = audiencesOfActor(this.actor)
    this.line = this.center.onPatch((patches) => {
      for (const patch of patches.filter(({ audience }) => audiences.includes(audience))) this.hear(patch)
    })
    await this.catchUp()
  }

  cut(): void {
    this.line?.()
    this.line = undefined
  }

  async catchUp(): Promise<void> {
    const since = this.actor.kind === 'staff' ? this.store.since : 0
    const caughtUp: CatchUp = readOwnJson((await this.center.catchUp(this.actor, since)).text)
    this.store.takeIn(caughtUp, since === 0)
  }

  private hear(patch: Patch): void {
    if (!this.store.apply(patch)) throw new Error(`a device with its line in missed something before ${patch.seq}`)
  }
}
