import { Line } from '#web/core/line.ts'

/** A page that never notices that it hears nothing any more. */
export class EverLive extends Line {
  override closed(): void {
    this.heardAgo.value = 0
  }

  override watch(): void {
    this.heardAgo.value = 0
  }
}
