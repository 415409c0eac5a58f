/** Why nothing is written any more. All of them end with a restart only; `folderGone`: the data was taken away. */
export type StopReason = 'ioError' | 'handedOver' | 'damaged' | 'folderGone'

/** How much room the disk has: below 2 GB, below 500 MB, and none. */
export type DiskRoom = 'enough' | 'low' | 'veryLow' | 'full'

/** How the center came back after a power cut, a crash or an error of the disk. */
export interface Recovery {
  /** When this start began, and when the last act before it was kept; null where there was none. */
  at: string
  lastAct: string | null
  /** Acts that this laptop had acknowledged and that are not in the file any more. */
  lost: number
}

/** The laptop's clock leapt: how far it is off, what it shows, and by which time the center goes on. */
export interface ClockDoubt {
  byMs: number
  wall: string
  kept: string
  /** Somebody said that the laptop is wrong; it stays so until its clock is put right. */
  answered: boolean
}

/** What every desk must know of the file, told over the socket as soon as it changes. */
export interface KeepingState {
  reason: StopReason | null
  room: DiskRoom
  /** Whether the reserved 64 MB can still be given free. */
  reserve: boolean
  recovery: Recovery | null
  /** The lead ends the day: a copy is made, and nothing is taken in any more. */
  ending: boolean
  clock: ClockDoubt | null
  /** The last time that the laptop slept. */
  slept: { from: string; to: string } | null
}

export const untroubled: KeepingState = {
  reason: null,
  room: 'enough',
  reserve: false,
  recovery: null,
  ending: false,
  clock: null,
  slept: null,
}
