import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { getAttendance } from '#server/volunteers/attendances.ts'
import { bindPhone, findLinkOfDay, isPhone, phonesOf } from '#server/volunteers/personal-links.ts'
import { personContacts } from '#server/volunteers/persons.ts'
import { bindLink } from '#shared/volunteers/commands.ts'
import { linkElsewhere, linkOnManyPhones, linkOver, notYourLink } from '#shared/volunteers/link-problems.ts'

/** A phone, its in-app browser, another browser, a second phone. */
const mostPhones = 4

async function isOwner(
  work: UnitOfWork,
  attendanceId: string,
  said: { number: number; birthDate: string },
): Promise<boolean> {
  const { number, personId } = await getAttendance(work.tx, attendanceId)
  const birthDate = (await personContacts.find(work.tx, personId))?.birthDate
  return number === said.number && birthDate === said.birthDate
}

export const bindLinkHandler = handle(bindLink, async (work, { linkToken, ownPhone, owner }) => {
  const link = await findLinkOfDay(work.tx, linkToken, work.now)
  if (!link) throw linkOver({})
  const phones = await phonesOf(work.tx, linkToken)
  if (isPhone(ownPhone, phones)) return
  if (phones.length > 0) {
    if (owner === null) throw linkElsewhere({})
    if (!(await isOwner(work, link.attendanceId, owner))) throw notYourLink({})
    if (phones.length >= mostPhones) throw linkOnManyPhones({ most: mostPhones })
  }
  await bindPhone(work.tx, linkToken, ownPhone, work.now)
})
