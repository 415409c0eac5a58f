import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { refuseIfWritten } from '#server/core/refuse-if-written.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { refuseImpossibleDates } from '#server/roster/register-person.ts'
import { findLinked } from '#server/roster/registration-links.ts'
import { registrations } from '#server/roster/registrations.ts'
import { persons } from '#server/volunteers/persons.ts'
import { getWholePerson, savePerson } from '#server/volunteers/save-person.ts'
import { registrationText } from '#shared/core/check-digit.ts'
import { changePerson, renewSelf } from '#shared/roster/commands.ts'
import { changedMeanwhile, linkNotKnown } from '#shared/roster/problems.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { fiscalYearOf, withdrawProblem } from '#shared/roster/rules.ts'

/** Refuses a change made on an older state, and says who wrote in the meantime, and when. */
export async function refuseIfChanged(
  work: UnitOfWork,
  seq: number,
  { code, basedOnSeq }: { code: string; basedOnSeq: number },
): Promise<void> {
  await refuseIfWritten(work, { seq, basedOnSeq }, (writer) => changedMeanwhile({ code, ...writer }))
}

/** The act that last changed a registered person, be it by the roster or by reception. */
export async function seqOfRegistered(work: Pick<UnitOfWork, 'tx'>, personId: string): Promise<number> {
  return Math.max(await registrations.changedSeqOf(work.tx, personId), await persons.changedSeqOf(work.tx, personId))
}

const touched = (work: UnitOfWork) => ({ changedBy: work.actorName, changedAt: work.now })

const describe = (work: UnitOfWork, { number }: Registration) =>
  work.describe({ code: registrationText('person', number) })

const changePersonHandler = handle(changePerson, async (work, input) => {
  const { personId, said, note, basedOnSeq } = input
  const registration = await registrations.get(work.tx, personId)
  const code = registrationText('person', registration.number)
  const seq = await seqOfRegistered(work, personId)
  await refuseIfChanged(work, seq, { code, basedOnSeq })
  const before = await getWholePerson(work.tx, personId)
  const contact = input.contact ? { id: personId, ...input.contact } : before.contact
  refuseImpossibleDates(work, contact.birthDate, said.insurance.joinedOn)
  await savePerson(work, {
    person: { ...before.person, ...input.person },
    contact,
    emergency: input.emergency ? { id: personId, ...input.emergency } : before.emergency,
  })
  await registrations.write(work, { ...registration, ...said, note, ...touched(work) })
  describe(work, registration)
})

async function ownRegistration(work: UnitOfWork, linkToken: string): Promise<Registration> {
  const personId = await findLinked(work.tx, linkToken)
  const registration = personId === undefined ? undefined : await registrations.find(work.tx, personId)
  if (!registration) throw linkNotKnown({})
  const problem = withdrawProblem('person', registration)
  if (problem) throw problem
  return registration
}

const renewSelfHandler = handle(renewSelf, async (work, { linkToken, ...form }) => {
  const registration = await ownRegistration(work, linkToken)
  refuseImpossibleDates(work, '', form.said.insurance.joinedOn)
  const before = await getWholePerson(work.tx, registration.id)
  const { phone, email, address } = form.contact
  await savePerson(work, {
    person: { ...before.person, ...form.person },
    contact: {
      ...before.contact,
      phone: phone || before.contact.phone,
      email: email || before.contact.email,
      address: address || before.contact.address,
    },
    emergency: form.emergency ? { id: registration.id, ...form.emergency } : before.emergency,
  })
  const renewedFor = Math.max(registration.renewedFor, fiscalYearOf(today(work)))
  const consent = { consentVersion: form.consentVersion, consentAt: work.now }
  await registrations.write(work, { ...registration, ...form.said, ...consent, renewedFor, ...touched(work) })
  describe(work, registration)
  return { number: registration.number, renewedFor }
})

export const changePersonHandlers = [changePersonHandler, renewSelfHandler]
