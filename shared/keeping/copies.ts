/** Why a copy was made; a part of its name. */
export const backupReasons = ['hourly', 'close', 'button', 'migration', 'restore', 'handover'] as const
export type BackupReason = (typeof backupReasons)[number]

/** Beside the full copies, what was written since: each minute, in the second folder only. */
export const copyReasons = [...backupReasons, 'minute'] as const

/** Where a copy lies: on the center's own disk, or in the second folder. */
export const copyPlaces = ['here', 'second'] as const
export type CopyPlace = (typeof copyPlaces)[number]

/**
 * `<center> <epoch>.<lineage>.<proof>`: every answer says which copy of the center gives it, and devices bring the highest
 * that they have met.
 */
export const epochHeader = 'x-sasae-epoch'
