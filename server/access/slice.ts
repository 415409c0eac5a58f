import { badgeHandlers } from '#server/access/badge-handlers.ts'
import { signInRules, staffBadges } from '#server/access/badges.ts'
import type { PinCost } from '#server/access/credentials.ts'
import { findLooksReader } from '#server/access/find-looks.ts'
import { accessHandlers } from '#server/access/handlers.ts'
import { feed, type Slice } from '#server/core/slice.ts'

export const accessSlice = (pinCost: PinCost): Slice => ({
  name: 'access',
  handlers: [...accessHandlers(pinCost), ...badgeHandlers],
  reads: [findLooksReader],
  feeds: [
    feed({ kind: 'staffBadge', changedSince: (tx, seq) => staffBadges.changedSince(tx, seq) }),
    feed({ kind: 'signInRule', changedSince: (tx, seq) => signInRules.changedSince(tx, seq) }),
  ],
})
