import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'

type Desks = Awaited<ReturnType<typeof testCenter>>

const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認した']))

const closeDay = ({ lead }: Desks, dayId: string) => lead.send('reports.closeDay', { dayId, explanations })

const entry = () => ({ entryId: newId(), fromWhom: '', toWhom: '', text: '停電の知らせ', certainty: 'fact' as const })

/** Opens the day after, at half past nine. */
async function openSecondDay({ lead, clock }: Desks): Promise<string> {
  clock.pass(24 * 60)
  const dayId = newId()
  const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', returnBy: '15:00' }
  await lead.send('center.openDay', { dayId, date: '2026-11-24', capacity: 100, ...hours })
  return dayId
}

test('a desk that opens holds one day: its people, and what was written on it', async () => {
  const desks = await testCenter()
  const { phone, lead, device } = desks
  const first = receptionForm()
  await phone.send('volunteers.checkIn', first)
  await lead.send('center.writeJournalEntry', entry())
  await closeDay(desks, ids.day)
  expect((await device(lead)).store.all('journalEntry')).toHaveLength(1)

  const secondDay = await openSecondDay(desks)
  const second = receptionForm()
  await phone.send('volunteers.checkIn', second)
  const { store } = await device(lead)
  expect(store.all('attendance').map(({ id }) => id)).toEqual([second.attendanceId])
  for (const kind of ['person', 'personContact', 'emergencyContact'] as const)
    expect(store.all(kind).map(({ id }) => id)).toEqual([second.personId])
  expect(store.all('journalEntry')).toEqual([])

  // The first day is opened again to mend a report: desks hold all of that day, and nothing of the second.
  await closeDay(desks, secondDay)
  await lead.send('reports.reopenDay', { dayId: ids.day, reason: '報告の訂正' })
  const again = await device(lead)
  expect(again.store.all('attendance').map(({ id }) => id)).toEqual([first.attendanceId])
  expect(again.store.all('person').map(({ id }) => id)).toEqual([first.personId])
  expect(again.store.all('journalEntry')).toHaveLength(1)
})

test('a day that was left open overnight takes in no phone the next morning, but the desk still can', async () => {
  const { phone, emi, clock } = await testCenter()
  clock.pass(24 * 60)
  await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({
    code: 'volunteers.receptionClosed',
  })
  const byHand = { ...receptionForm(), knownPersonId: null, isAnother: false, channel: 'paper' as const }
  const { linkToken: _none, ...form } = byHand
  await expect(emi.send('volunteers.checkInByProxy', form)).resolves.toMatchObject({ answer: { number: 1 } })
})
