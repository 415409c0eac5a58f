import type { z } from 'zod'
import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { saveRegistrationLink } from '#server/roster/registration-links.ts'
import { registrations } from '#server/roster/registrations.ts'
import { findKnownPerson, findLikelyDoubles, persons } from '#server/volunteers/persons.ts'
import { addPerson, getWholePerson, savePerson, type WholePerson } from '#server/volunteers/save-person.ts'
import { registrationText } from '#shared/core/check-digit.ts'
import { registerPerson, registerSelf } from '#shared/roster/commands.ts'
import {
  alreadyRegistered,
  bornInFuture,
  insuredInFuture,
  likelyKnown,
  personRegistered,
} from '#shared/roster/problems.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { fiscalYearOf } from '#shared/roster/rules.ts'

type Form = Pick<
  z.infer<typeof registerPerson.input>,
  'personId' | 'person' | 'contact' | 'emergency' | 'said' | 'consentVersion'
>

/** Refuses dates that lie ahead: nobody is born tomorrow, and nobody's insurance began then. */
export function refuseImpossibleDates(work: UnitOfWork, birthDate: string, joinedOn: string | null): void {
  if (birthDate > today(work)) throw bornInFuture({})
  if (joinedOn !== null && joinedOn > today(work)) throw insuredInFuture({})
}

function wholeOf(id: string, { person, contact, emergency }: Form): WholePerson {
  return {
    person: { id, ...person, mergedInto: null },
    contact: { id, ...contact },
    emergency: { id, ...emergency },
  }
}

/** Takes over what somebody says now; what they leave out stays as it was. */
function updated({ person, contact, emergency }: WholePerson, form: Form): WholePerson {
  const said = wholeOf(person.id, form)
  return {
    person: {
      ...said.person,
      skills: form.person.skills.length > 0 ? form.person.skills : person.skills,
      licences: form.person.licences.length > 0 ? form.person.licences : person.licences,
      experience: form.person.experience || person.experience,
      affiliation: form.person.affiliation || person.affiliation,
    },
    contact: {
      ...said.contact,
      email: form.contact.email || contact.email,
      sex: form.contact.sex === 'notSaid' ? contact.sex : form.contact.sex,
      postalCode: form.contact.postalCode || contact.postalCode,
      address: form.contact.address || contact.address,
    },
    emergency: form.emergency.phone === '' ? emergency : said.emergency,
  }
}

/** Saves who somebody is; answers under which id. */
async function savePersonOf(work: UnitOfWork, knownId: string | undefined, form: Form): Promise<string> {
  if (knownId === undefined) {
    await refuseTaken(persons, work.tx, form.personId)
    await addPerson(work, wholeOf(form.personId, form), { arrives: false })
    return form.personId
  }
  await savePerson(work, updated(await getWholePerson(work.tx, knownId), form))
  return knownId
}

/** Gives a person their 登録番号, which is never given again. */
async function addRegistration(
  work: UnitOfWork,
  form: Form,
  more: { personId: string; channel: Registration['channel']; note: string },
): Promise<Registration> {
  const { personId, channel, note } = more
  const registration: Registration = {
    id: personId,
    number: await nextNumber(work.tx, 'registration'),
    status: 'active',
    channel,
    ...form.said,
    consentVersion: form.consentVersion,
    consentAt: work.happenedAt,
    registeredAt: work.happenedAt,
    renewedFor: fiscalYearOf(today(work)),
    note,
    changedBy: work.actorName,
    changedAt: work.now,
  }
  await registrations.write(work, registration)
  work.describe({ code: registrationText('person', registration.number) })
  return registration
}

const codeOf = async (work: UnitOfWork, personId: string) => {
  const registration = await registrations.find(work.tx, personId)
  return registration ? registrationText('person', registration.number) : null
}

/** A likely double is looked at before a second record is made; with `isAnother` somebody has looked. */
async function refuseLikelyKnown(work: UnitOfWork, { person, contact }: Form): Promise<void> {
  const { phone, birthDate } = contact
  const [double] = await findLikelyDoubles(work.tx, { phone, birthDate, nameKana: person.nameKana })
  if (!double) return
  const { id, name } = double.person
  throw likelyKnown({ name, code: await codeOf(work, id) }, ['person', id])
}

export const registerPersonHandler = handle(registerPerson, async (work, input) => {
  const { knownPersonId, isAnother, note, ...form } = input
  refuseImpossibleDates(work, form.contact.birthDate, form.said.insurance.joinedOn)
  if (knownPersonId === null && !isAnother) await refuseLikelyKnown(work, form)
  const code = knownPersonId && (await codeOf(work, knownPersonId))
  if (code) throw personRegistered({ code }, ['registration', knownPersonId])
  const personId = await savePersonOf(work, knownPersonId ?? undefined, form)
  const { number } = await addRegistration(work, form, { personId, channel: 'staff', note })
  return { personId, number }
})

export const registerSelfHandler = handle(registerSelf, async (work, { linkToken, ...form }) => {
  const { phone, birthDate } = form.contact
  refuseImpossibleDates(work, birthDate, form.said.insurance.joinedOn)
  const known = await findKnownPerson(work.tx, { phone, birthDate, nameKana: form.person.nameKana })
  if (known && (await registrations.find(work.tx, known.id))) throw alreadyRegistered({})
  const personId = await savePersonOf(work, known?.id, form)
  const { number } = await addRegistration(work, form, { personId, channel: 'phone', note: '' })
  await saveRegistrationLink(work.tx, linkToken, personId, work.now)
  return { number }
})
