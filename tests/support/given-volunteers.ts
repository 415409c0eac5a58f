import { newId, newSecret } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import type { InputOf } from '#web/core/send.ts'

/** What somebody confirms who came before: all as it was, and in good health. */
export function againForm(
  by: InputOf<'volunteers.checkInAgain'>['by'],
  wishes: Partial<InputOf<'volunteers.checkInAgain'>> = {},
): InputOf<'volunteers.checkInAgain'> {
  return {
    attendanceId: newId(),
    linkToken: newSecret(),
    by,
    health: { condition: 'good', note: '' },
    insurance: 'asBefore',
    emergency: 'asBefore',
    consentVersion: '2026-11',
    language: 'ja',
    waitingListIfFull: false,
    ...wishes,
  }
}

/** What staff type for a person without a phone. */
export function proxyForm(
  wishes: Partial<InputOf<'volunteers.checkInByProxy'>> = {},
): InputOf<'volunteers.checkInByProxy'> {
  const { linkToken: _, ...form } = receptionForm()
  return { ...form, channel: 'proxy', knownPersonId: null, isAnother: false, ...wishes }
}

/** A center on its second day; one person came on the first. */
export async function givenSecondDay(
  wishes: { capacity?: number; first?: Partial<InputOf<'volunteers.checkIn'>> } = {},
) {
  const made = await testCenter(wishes.capacity === undefined ? {} : { capacity: wishes.capacity })
  const first = receptionForm(wishes.first)
  await made.phone.send('volunteers.checkIn', first)
  const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認済み']))
  await made.lead.send('reports.closeDay', { dayId: ids.day, explanations })
  made.clock.pass(24 * 60)
  await made.lead.send('center.openDay', {
    dayId: newId(),
    date: '2026-11-24',
    receptionOpensAt: '09:00',
    receptionClosesAt: '11:00',
    capacity: wishes.capacity ?? 100,
    returnBy: '15:00',
  })
  return { ...made, first }
}
