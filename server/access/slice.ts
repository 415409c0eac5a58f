import { badgeHandlers } from '#server/access/badge-handlers.ts'
import { signInRules, staffBadges } from '#server/access/badges.ts'
import type { PinCost } from '#server/access/credentials.ts'
import { findLooksReader, whoLooksMuchReader } from '#server/access/find-looks.ts'
import { accessHandlers } from '#server/access/handlers.ts'
import { lookRules, paperCounts, paperHandlers, papersOfTodayReader } from '#server/access/papers.ts'
import { waitingActs } from '#server/access/waiting-acts.ts'
import { waitingHandlers } from '#server/access/waiting-handlers.ts'
import { WaitingRoom } from '#server/access/waiting-room.ts'
import { onItsOwn } from '#server/core/bug.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { LockedKey } from '#server/keeping/locked-key.ts'

export function accessSlice(pinCost: PinCost): Slice {
  const room = new WaitingRoom()
  const lockedKey = new LockedKey()
  const look = () => onItsOwn('an approved act', room.look())
  return {
    name: 'access',
    handlers: [
      ...accessHandlers(pinCost, lockedKey),
      ...badgeHandlers(lockedKey),
      ...paperHandlers,
      ...waitingHandlers(look),
    ],
    reads: [findLooksReader, whoLooksMuchReader, papersOfTodayReader],
    feeds: [
      feed({ kind: 'staffBadge', changedSince: (tx, seq) => staffBadges.changedSince(tx, seq) }),
      feed({ kind: 'signInRule', changedSince: (tx, seq) => signInRules.changedSince(tx, seq) }),
      feed({ kind: 'lookRule', changedSince: (tx, seq) => lookRules.changedSince(tx, seq) }),
      feed({ kind: 'paperCount', changedSince: (tx, seq) => paperCounts.changedSince(tx, seq) }),
      feed({ kind: 'waitingAct', changedSince: (tx, seq) => waitingActs.changedSince(tx, seq) }),
    ],
    routes: ({ center, keeper }) => {
      room.watch(center, monotonicMilliseconds, keeper !== null)
      lockedKey.watch(center, keeper)
    },
  }
}
