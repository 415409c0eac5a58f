import { handle } from '#server/core/handlers.ts'
import { answerRead } from '#server/core/reads.ts'
import { householdPhones } from '#server/households/households.ts'
import { lookAtNeed, needLookedAt } from '#server/needs/looks.ts'
import { needPhones } from '#server/needs/needs.ts'
import { revealPhone } from '#shared/needs/commands.ts'
import { revealedPhone } from '#shared/needs/reads.ts'

export const revealPhoneHandler = handle(revealPhone, (work, input) => lookAtNeed(work, 'phone', input))

export const revealedPhoneReader = answerRead(revealedPhone, async (reading, input) => {
  const { id, householdId } = await needLookedAt(reading, 'phone', input)
  return {
    requester: (await needPhones.find(reading.tx, id))?.phone ?? '',
    household: (await householdPhones.find(reading.tx, householdId))?.phone ?? '',
  }
})
