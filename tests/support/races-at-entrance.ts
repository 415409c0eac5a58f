import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { ids } from '#tests/support/center.ts'
import { givenWaiting } from '#tests/support/given-dispatch.ts'
import { groupForm, lineOf } from '#tests/support/given-groups.ts'
import { reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { groupForm as registeredGroupForm, registrationForm } from '#tests/support/given-roster.ts'
import { proxyForm } from '#tests/support/given-volunteers.ts'
import { press, type Race, same } from '#tests/support/race.ts'

/** What two desks do at once with the same people who come, reserve or register. */
export const racesAtEntrance: Partial<Record<CommandName, Race>> = {
  'volunteers.checkInByProxy': async () => {
    const form = proxyForm()
    const again = { ...form, attendanceId: newId(), personId: newId() }
    return { first: press('volunteers.checkInByProxy', form), second: press('volunteers.checkInByProxy', again) }
  },
  'volunteers.checkInKnown': async ({ lead }) => {
    const { personId } = registrationForm()
    await lead.send('roster.registerPerson', registrationForm({ personId }))
    const come = () =>
      press('volunteers.checkInKnown', {
        attendanceId: newId(),
        personId,
        insurance: { plan: 'naturalDisaster', joinedOn: '2026-05-01' },
        insuranceSeen: true,
        emergency: 'asBefore',
        guardianConsent: 'notNeeded',
        health: { condition: 'good', note: '' },
        consentVersion: '2026-11',
        language: 'ja',
        waitingListIfFull: false,
      })
    return { first: come(), second: come() }
  },
  'volunteers.letIn': async ({ lead, phone, center }) => {
    const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', returnBy: '15:00' }
    const to = (capacity: number) =>
      lead.send('center.changeDay', { dayId: ids.day, ...hours, capacity, basedOnSeq: center.health.seq })
    await to(1)
    const [, attendanceId = ''] = await givenWaiting(phone, 2, { waitingListIfFull: true })
    await to(2)
    return same('volunteers.letIn', { attendanceId })
  },
  'reservations.openReservations': async () => {
    const open = () => press('reservations.openReservations', reservationDayForm())
    return { first: open(), second: open() }
  },
  'reservations.reserveByStaff': async ({ lead }) => {
    const day = reservationDayForm()
    await lead.send('reservations.openReservations', day)
    const { ownToken: _, ...form } = reservationForm(day.reservationDayId)
    const again = { ...form, reservationId: newId() }
    return { first: press('reservations.reserveByStaff', form), second: press('reservations.reserveByStaff', again) }
  },
  'reservations.waitBeyond': async ({ lead, center }) => {
    const day = reservationDayForm()
    await lead.send('reservations.openReservations', day)
    const { ownToken: _, ...form } = reservationForm(day.reservationDayId)
    await lead.send('reservations.reserveByStaff', form)
    const { reservationDayId } = day
    return same('reservations.waitBeyond', { reservationDayId, people: 1, basedOnSeq: center.health.seq })
  },
  'roster.registerPerson': async () => {
    const form = registrationForm()
    const again = { ...form, personId: newId() }
    return { first: press('roster.registerPerson', form), second: press('roster.registerPerson', again) }
  },
  'roster.registerGroup': async () => {
    const form = registeredGroupForm()
    const again = { ...form, groupId: newId() }
    return { first: press('roster.registerGroup', form), second: press('roster.registerGroup', again) }
  },
  'groups.checkInGroup': async () => {
    const leader = lineOf({ name: '引率 二郎', phone: '09055557777', birthDate: '1981-05-05' })
    const come = () => press('groups.checkInGroup', groupForm({ leader }))
    return { first: come(), second: come() }
  },
  'teams.formTeamsOfGroup': async ({ lead }) => {
    const form = groupForm({ unnamed: 3 })
    await lead.send('groups.checkInGroup', form)
    const { groupVisitId } = form
    const teams = () => press('teams.formTeamsOfGroup', { groupVisitId, teams: [{ teamId: newId(), size: 4 }] })
    return { first: teams(), second: teams() }
  },
}
