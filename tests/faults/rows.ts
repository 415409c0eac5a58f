import type { FaultRow } from '#tests/faults/fault-row.ts'
import { row as authz } from '#tests/faults/rows/authz.ts'
import { row as backup } from '#tests/faults/rows/backup.ts'
import { row as clocks } from '#tests/faults/rows/clocks.ts'
import { row as contention } from '#tests/faults/rows/contention.ts'
import { row as disk } from '#tests/faults/rows/disk.ts'
import { row as flaky } from '#tests/faults/rows/flaky.ts'
import { row as fuzz } from '#tests/faults/rows/fuzz.ts'
import { row as handover } from '#tests/faults/rows/handover.ts'
import { row as inject } from '#tests/faults/rows/inject.ts'
import { row as kill } from '#tests/faults/rows/kill.ts'
import { row as power } from '#tests/faults/rows/power.ts'
import { row as rot } from '#tests/faults/rows/rot.ts'
import { row as stale } from '#tests/faults/rows/stale.ts'
import { row as storm } from '#tests/faults/rows/storm.ts'

/**
 * Every kind of fault, in the order in which they run: first those that may run beside each other, the longest before
 * the shorter ones, then those that must be alone.
 */
export const rows: readonly FaultRow[] = [
  disk,
  inject,
  contention,
  rot,
  backup,
  authz,
  clocks,
  handover,
  kill,
  power,
  flaky,
  storm,
  stale,
  fuzz,
]
