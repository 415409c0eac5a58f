import { type Signal, signal } from '@preact/signals'
import { deviceMemory } from '#web/ui/device-memory.ts'

const lanes = new Map<string, Signal<number>>()

/** At which lane (レーン) of a desk this device stands; each device remembers its own. */
export function laneAt(deskName: string): Signal<number> {
  let lane = lanes.get(deskName)
  if (!lane) {
    lane = signal(Number(deviceMemory.read(`lane.${deskName}`)) || 1)
    lanes.set(deskName, lane)
  }
  return lane
}

export function chooseLane(deskName: string, lane: number): void {
  deviceMemory.write(`lane.${deskName}`, String(lane))
  laneAt(deskName).value = lane
}
