import { newestLooks, verifyAccessLog } from '#server/access/access-log.ts'
import { answerRead } from '#server/core/reads.ts'
import { findLooks } from '#shared/access/reads.ts'

const shown = 300

export const findLooksReader = answerRead(findLooks, async ({ tx }, { staffId }) => {
  const { head, brokenAt } = await verifyAccessLog(tx)
  return { looks: await newestLooks(tx, staffId, shown), head, holds: brokenAt === null }
})
