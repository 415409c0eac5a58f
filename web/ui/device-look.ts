import { deviceMemory } from './device-memory.ts'

export const sizes = ['standard', 'large', 'largest'] as const
export type Size = (typeof sizes)[number]

export const grounds = ['light', 'dark'] as const
export type Ground = (typeof grounds)[number]

/** The letter size this device chose, or the standard one. */
export function chosenSize(): Size {
  const kept = deviceMemory.read('size')
  return sizes.find((size) => size === kept) ?? 'standard'
}

/** The ground this device chose, or the one its owner set for the whole device. */
export function chosenGround(): Ground {
  const kept = deviceMemory.read('ground')
  return (
    grounds.find((ground) => ground === kept) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  )
}

export function chooseSize(size: Size): void {
  deviceMemory.write('size', size)
  applyDeviceLook()
}

export function chooseGround(ground: Ground): void {
  deviceMemory.write('ground', ground)
  applyDeviceLook()
}

/** Puts the device's letter size and ground on the page; every entry calls it once before it draws. */
export function applyDeviceLook(): void {
  document.documentElement.dataset.size = chosenSize()
  document.documentElement.dataset.ground = chosenGround()
}
