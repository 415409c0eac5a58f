import { days } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { getSome, groupVisitContacts, groupVisits, peopleOfGroup, refuseIfGroupChanged } from '#server/groups/visits.ts'
import { saveAttendance } from '#server/volunteers/attendances.ts'
import { insuranceToday } from '#server/volunteers/check-in.ts'
import { personContacts } from '#server/volunteers/persons.ts'
import * as commands from '#shared/groups/commands.ts'
import { inFuture } from '#shared/groups/problems.ts'
import { hereProblem } from '#shared/groups/rules.ts'
import { guardianConsentOf, guardianConsentProblem } from '#shared/volunteers/rules.ts'

const changeGroupVisit = handle(commands.changeGroupVisit, async (work, { groupVisitId, basedOnSeq, ...fields }) => {
  const visit = await groupVisits.get(work.tx, groupVisitId)
  await refuseIfGroupChanged(work, visit, basedOnSeq)
  const { name, vehicles, tools, wishes, leaderPhone, onDayContact } = fields
  await groupVisits.save(work, { ...visit, name, vehicles, tools, wishes })
  await groupVisitContacts.save(work, { id: visit.id, dayId: visit.dayId, leaderPhone, onDayContact })
  work.describe({ group: visit.number })
})

/** Teams that stand already stay as they are; what was agreed holds for whoever is put together from now on. */
const agreeToMix = handle(commands.agreeToMix, async (work, { groupVisitId, agreed }) => {
  const visit = await groupVisits.get(work.tx, groupVisitId)
  const problem = hereProblem(visit)
  if (problem) throw problem
  await groupVisits.save(work, { ...visit, mayBeMixed: agreed })
  for (const attendance of await peopleOfGroup(work.tx, groupVisitId))
    await saveAttendance(work, { ...attendance, keepTogether: !agreed })
  work.describe({ group: visit.number, agreed: agreed ? 1 : 0 })
})

const confirmInsurance = handle(commands.confirmInsurance, async (work, { groupVisitId, attendanceIds, insurance }) => {
  const visit = await groupVisits.get(work.tx, groupVisitId)
  const day = await days.get(work.tx, visit.dayId)
  if (insurance !== null && insurance.joinedOn !== null && insurance.joinedOn > day.date)
    throw inFuture({ what: 'insurance', line: null })
  const some = await getSome(work, visit, attendanceIds)
  for (const attendance of some) {
    const seen = insurance
      ? await insuranceToday(work, day, insurance, work.actorName)
      : { ...attendance.insurance, verifiedBy: work.actorName }
    await saveAttendance(work, { ...attendance, insurance: seen })
  }
  work.describe({ group: visit.number, people: some.length })
})

const confirmGuardians = handle(commands.confirmGuardians, async (work, { groupVisitId, attendanceIds, consent }) => {
  const visit = await groupVisits.get(work.tx, groupVisitId)
  const { date } = await days.get(work.tx, visit.dayId)
  const some = await getSome(work, visit, attendanceIds)
  for (const attendance of some) {
    const birthDate = (await personContacts.find(work.tx, attendance.personId))?.birthDate ?? ''
    const problem = guardianConsentProblem(consent, attendance, birthDate, date)
    if (problem) throw problem
    await saveAttendance(work, { ...attendance, guardianConsent: guardianConsentOf(consent, birthDate, date) })
  }
  work.describe({ group: visit.number, people: some.length })
})

export const changeHandlers = [changeGroupVisit, agreeToMix, confirmInsurance, confirmGuardians]
