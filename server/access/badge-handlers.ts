import { saveBadge, signInRules, staffBadges } from '#server/access/badges.ts'
import { getStaff } from '#server/access/staff.ts'
import { handle } from '#server/core/handlers.ts'
import { refuseIfChanged } from '#server/core/refuse-if-written.ts'
import type { LockedKey } from '#server/keeping/locked-key.ts'
import { issueBadge, setSignInRule } from '#shared/access/commands.ts'
import { unknownStaff } from '#shared/access/problems.ts'

/** @param lockedKey is told of each badge once it is durable */
export const badgeHandlers = (lockedKey: LockedKey) => [
  handle(issueBadge, async (work, { staffId, badge }) => {
    const person = await getStaff(work.tx, staffId)
    if (person.status !== 'active') throw unknownStaff({})
    await saveBadge(work.tx, { credentialId: work.commandId, staffId, badge, now: work.now })
    await staffBadges.save(work, { id: staffId, issuedAt: work.now })
    work.afterCommit(() => lockedKey.badgeIssued({ holder: staffId, name: person.name, secret: badge }))
    work.describe({ staff: person.name })
  }),

  handle(setSignInRule, async (work, { basedOnSeq, ...rule }) => {
    const [before] = await signInRules.where(work.tx, {})
    if (before) await refuseIfChanged(work, signInRules, before.id, basedOnSeq)
    await signInRules.save(work, { id: before?.id ?? work.commandId, ...rule })
    work.describe({ badge: rule.badge, minutes: rule.lockAfterMinutes })
  }),
]
