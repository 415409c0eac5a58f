import { handle } from '#server/core/handlers.ts'
import { answerRead } from '#server/core/reads.ts'
import { getHousehold } from '#server/households/households.ts'
import { lookAtNeed, needLookedAt } from '#server/needs/looks.ts'
import { needContacts } from '#server/needs/needs.ts'
import { revealPlace } from '#shared/needs/commands.ts'
import { revealedPlace } from '#shared/needs/reads.ts'

export const revealPlaceHandler = handle(revealPlace, (work, input) => lookAtNeed(work, 'place', input))

export const revealedPlaceReader = answerRead(revealedPlace, async (reading, input) => {
  const { id, householdId } = await needLookedAt(reading, 'place', input)
  return {
    contact: await needContacts.get(reading.tx, id),
    household: await getHousehold(reading.tx, householdId),
  }
})
