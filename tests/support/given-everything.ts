import { newId } from '#shared/core/ids.ts'
import { ids } from '#tests/support/center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { givenNeed, givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { groupForm, registrationForm } from '#tests/support/given-roster.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'

/** A center with a canary in every field of a person, a home, a group and a reservation; 佐藤 has just proved their PIN. */
export async function givenEverything(wishes: Parameters<typeof servedCenter>[0] = {}) {
  const desks = await servedCenter(wishes)
  const { lead, emi, phone } = desks
  const contact = { phone: '0801234001', birthDate: '1999-09-09' }
  const registered = registrationForm({ person: { name: '登録カナリア' }, contact: { birthDate: '1999-09-09' } })
  await emi.send('roster.registerPerson', registered)
  const group = groupForm({ name: '団体カナリア' })
  await emi.send('roster.registerGroup', { ...group, contact: { ...group.contact, leaderName: '代表カナリア' } })
  const day = reservationDayForm()
  await lead.send('reservations.openReservations', day)
  const named = { name: '予約カナリア', phone: '0801234011' }
  await phone.send('reservations.reserve', reservationForm(day.reservationDayId, named))
  const emergency = { name: '連絡先カナリア', relation: '母', phone: '0801234002' }
  const health = { condition: 'good', note: '健康カナリア' } as const
  const form = receptionForm({ name: '名前カナリア', ...contact, emergency, health })
  await phone.send('volunteers.checkIn', form)
  const others = await givenWaiting(phone, 2)
  await emi.send('volunteers.writeNote', { attendanceId: form.attendanceId, text: '覚えカナリア', basedOnSeq: 0 })
  const asked = needForm({
    household: { name: '世帯カナリア', phone: '0451234003', considerations: '配慮カナリア' },
    contact: { relation: 'family', landmark: '目印カナリア', requesterPhone: '0801234009', story: '話カナリア' },
    asked: { work: '作業カナリア' },
  })
  const { household, contact: of, asked: work } = asked
  const need = await givenNeed(desks, { household: household ?? {}, contact: of, asked: work })
  const { workOrderId } = await givenTeam(desks, { need, people: [form.attendanceId, ...others] })
  await lead.send('dispatch.dispatchTeam', { workOrderId })
  const desk = Visitor.onTheLaptop(desks.served.port)
  await desk.signIn({ name: '佐藤' }, '123456')
  await desk.code('POST', '/api/session/proof', { pin: '123456' })
  const exported = async (table: string) => {
    const exportId = newId()
    const what = { table, format: 'csv', dayId: table === 'attendances' ? ids.day : null }
    await desk.send('privacy.export', { exportId, ...what, personal: false, because: '' })
    return `?export=${exportId}`
  }
  const asksFor: Readonly<Record<string, string>> = {
    '/sheets/record/person/:id': `/sheets/record/person/${form.personId}`,
    '/sheets/record/household/:id': `/sheets/record/household/${need.householdId}`,
    '/sheets/record/group/:id': `/sheets/record/group/${group.groupId}`,
    '/sheets/work-order/:id': `/sheets/work-order/${workOrderId}`,
    '/sheets/name-tags': '/sheets/name-tags?numbers=1-9',
    '/sheets/reservations': `/sheets/reservations?day=${day.reservationDayId}`,
    '/sheets/day-summary/:dayId': `/sheets/day-summary/${ids.day}`,
    '/exports/day-summary.csv': `/exports/day-summary.csv?day=${ids.day}`,
    '/exports/table.csv': `/exports/table.csv${await exported('attendances')}`,
    '/api/chronology': '/api/chronology?before=100000',
  }
  return { desk, asksFor, linkToken: form.linkToken, ...desks }
}
