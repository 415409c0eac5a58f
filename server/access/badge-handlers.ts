import { saveBadge, signInRules, staffBadges } from '#server/access/badges.ts'
import { getStaff } from '#server/access/staff.ts'
import { handle } from '#server/core/handlers.ts'
import { issueBadge, setSignInRule } from '#shared/access/commands.ts'
import { unknownStaff } from '#shared/access/problems.ts'

export const badgeHandlers = [
  handle(issueBadge, async (work, { staffId, badge }) => {
    const person = await getStaff(work.tx, staffId)
    if (person.status !== 'active') throw unknownStaff({})
    await saveBadge(work.tx, { credentialId: work.commandId, staffId, badge, now: work.now })
    await staffBadges.save(work, { id: staffId, issuedAt: work.now })
    work.describe({ staff: person.name })
  }),

  handle(setSignInRule, async (work, rule) => {
    const [before] = await signInRules.where(work.tx, {})
    await signInRules.save(work, { id: before?.id ?? work.commandId, ...rule })
    work.describe({ badge: rule.badge, minutes: rule.lockAfterMinutes })
  }),
]
