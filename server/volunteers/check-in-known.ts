import { getOpenDay, today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { answerOf, insuranceToday, refuseIfHere, saveDayOf } from '#server/volunteers/check-in.ts'
import { standingPerson } from '#server/volunteers/persons.ts'
import { getWholePerson, savePerson } from '#server/volunteers/save-person.ts'
import { checkInKnown } from '#shared/volunteers/commands.ts'
import { joinedInFuture, paperFromFuture } from '#shared/volunteers/problems.ts'

/** 当日受付 of somebody the desk knows: who they are stands already, and three things are confirmed. */
export const checkInKnownHandler = handle(checkInKnown, async (work, input) => {
  const { personId, insurance: said, insuranceSeen, emergency, reservationId, ...confirmed } = input
  if (work.happenedAt > work.now) throw paperFromFuture({})
  if (said.joinedOn !== null && said.joinedOn > today(work)) throw joinedInFuture({})
  const day = await getOpenDay(work.tx)
  const whole = await getWholePerson(work.tx, (await standingPerson(work.tx, personId)).id)
  const { person, contact } = whole
  await refuseIfHere(work, day.id, person.id)
  await savePerson(work, emergency === 'asBefore' ? whole : { ...whole, emergency: { id: person.id, ...emergency } }, {
    arrives: true,
  })
  const insurance = await insuranceToday(work, day, said, insuranceSeen ? work.actorName : undefined)
  const extra = { channel: 'proxy', cameBefore: true, keyedBy: work.actorName } as const
  const { birthDate, phone } = contact
  return answerOf(await saveDayOf(work, { day, person, birthDate, phone, insurance, reservationId }, confirmed, extra))
})
