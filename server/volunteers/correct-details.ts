import { days, today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { getAttendance, saveAttendance } from '#server/volunteers/attendances.ts'
import { refuseIfChanged } from '#server/volunteers/changed-meanwhile.ts'
import { persons } from '#server/volunteers/persons.ts'
import { savePerson } from '#server/volunteers/save-person.ts'
import { correctDetails } from '#shared/volunteers/commands.ts'
import { notBorn } from '#shared/volunteers/problems.ts'
import { ageBandOf, guardianConsentOf } from '#shared/volunteers/rules.ts'

/** Corrects a person and, with them, what today's check-in says of them. */
export const correctDetailsHandler = handle(correctDetails, async (work, { attendanceId, basedOnSeq, ...details }) => {
  const attendance = await getAttendance(work.tx, attendanceId)
  const { number, personId } = attendance
  await refuseIfChanged(work, persons, personId, { number, basedOnSeq })
  const { birthDate } = details
  if (birthDate > today(work)) throw notBorn({})
  const { name, nameKana, skills, licences, vehicle, experience, affiliation } = details
  const { phone, sex, email, postalCode, address, emergency } = details
  // Of a group whose names are to follow, this is the first that is known of the person.
  const mergedInto = (await persons.find(work.tx, personId))?.mergedInto ?? null
  await savePerson(work, {
    person: { id: personId, name, nameKana, skills, licences, vehicle, experience, affiliation, mergedInto },
    contact: { id: personId, phone, birthDate, sex, email, postalCode, address },
    emergency: { id: personId, ...emergency },
  })
  const { date } = await days.get(work.tx, attendance.dayId)
  await saveAttendance(work, {
    ...attendance,
    name,
    nameKana,
    skills,
    vehicle,
    experience,
    // Whoever is told apart by name has one.
    nameToFollow: false,
    ageBand: ageBandOf(birthDate, date),
    guardianConsent: guardianConsentOf(attendance.guardianConsent, birthDate, date),
  })
  work.describe({ number })
})
