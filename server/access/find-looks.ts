import { countLooks, newestLooks, verifyAccessLog } from '#server/access/access-log.ts'
import { lookRules } from '#server/access/papers.ts'
import { answerRead } from '#server/core/reads.ts'
import { usualManyLooks } from '#shared/access/look.ts'
import { findLooks, whoLooksMuch } from '#shared/access/reads.ts'
import { addMinutes } from '#shared/core/time.ts'

const shown = 300

export const findLooksReader = answerRead(findLooks, async ({ tx }, { staffId }) => {
  const { head, brokenAt } = await verifyAccessLog(tx)
  return { looks: await newestLooks(tx, staffId, shown), head, holds: brokenAt === null }
})

export const whoLooksMuchReader = answerRead(whoLooksMuch, async ({ tx, now }) => {
  const counted = await countLooks(tx, addMinutes(now, -60))
  const [rule] = await lookRules.where(tx, {})
  const manyLooks = rule?.manyLooks ?? usualManyLooks
  return { people: counted.filter(({ count }) => count > manyLooks) }
})
