import { revealedBy, writeLook } from '#server/access/access-log.ts'
import { actorId } from '#server/core/actor.ts'
import { handle } from '#server/core/handlers.ts'
import { answerRead } from '#server/core/reads.ts'
import { householdPhones } from '#server/households/households.ts'
import { getNeed, needPhones } from '#server/needs/needs.ts'
import { revealedMinutes } from '#shared/access/look.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { addMinutes } from '#shared/core/time.ts'
import { revealPhone } from '#shared/needs/commands.ts'
import { revealedPhone } from '#shared/needs/reads.ts'

/** Changes nothing but the log of who looked; its answer is kept there too, and so says nothing. */
export const revealPhoneHandler = handle(revealPhone, async (work, { revealId, needId, why }) => {
  const need = await getNeed(work.tx, needId)
  await writeLook(work, { id: revealId, what: 'phone', recordKind: 'need', recordId: need.id, why })
  work.describe({ need: need.number })
})

export const revealedPhoneReader = answerRead(revealedPhone, async ({ tx, actor, now }, { revealId }) => {
  const since = addMinutes(now, -revealedMinutes)
  const shown = await revealedBy(tx, { id: revealId, what: 'phone', actorId: actorId(actor), since })
  if (shown === undefined) throw notAllowed({})
  const needId = shown.recordId
  const { householdId } = await getNeed(tx, needId)
  return {
    requester: (await needPhones.find(tx, needId))?.phone ?? '',
    household: (await householdPhones.find(tx, householdId))?.phone ?? '',
  }
})
