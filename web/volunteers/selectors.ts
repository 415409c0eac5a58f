import type { Center, Day } from '#shared/center/center.ts'
import { readTagCode } from '#shared/core/check-digit.ts'
import { searcher, toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap, takesPlace } from '#shared/volunteers/rules.ts'
import { openDay } from '#web/center/selectors.ts'
import { type Store, store } from '#web/core/store.ts'
import { mergedWords } from '#web/texts/reception.ts'

/** Everybody who checked in on the open day, newest first. */
export function todaysAttendances(): Attendance[] {
  const day = openDay()
  return store
    .all('attendance')
    .filter(({ dayId }) => dayId === day?.id)
    .sort((one, other) => other.number - one.number)
}

/** How many of the day's places are taken. */
export const placesTaken = (attendances: readonly Attendance[]): number =>
  attendances.filter(({ status }) => takesPlace(status)).length

/** How many of the open day's places are kept for people who have reserved and not yet come. */
export function placesKept(): number {
  const day = openDay()
  return store.all('keptPlaces').find(({ date }) => date === day?.date)?.people ?? 0
}

/** How many places are left for whoever comes without a reservation. */
export function placesLeft(): number {
  const day = openDay()
  return day ? day.capacity - placesTaken(todaysAttendances()) - placesKept() : 0
}

/** Who is to be let in next, where a place is free and somebody waits for one. */
export function nextFromWaitingList(attendances: readonly Attendance[], day: Day | undefined): Attendance | undefined {
  if (!day || placesTaken(attendances) + placesKept() >= day.capacity) return undefined
  const listed = attendances.filter(({ status }) => status === 'waitingListed')
  return listed.reduce<Attendance | undefined>(
    (first, one) => (first === undefined || one.number < first.number ? one : first),
    undefined,
  )
}

/** Who answers a search by number, name, kana or phone; a number alone finds that number first of all. */
export function findAttendances(attendances: readonly Attendance[], query: string): readonly Attendance[] {
  const typed = toHalfWidthDigits(query.trim())
  if (typed === '') return attendances
  const byNumber = /^\d{1,4}$/.test(typed) ? attendances.filter(({ number }) => number === Number(typed)) : []
  if (byNumber.length > 0) return byNumber
  const phone = normalisePhone(typed)
  const fits = searcher(typed)
  return attendances.filter(({ personId, name, nameKana }) => {
    const contact = store.get('personContact', personId)
    return (phone !== null && contact?.phone === phone) || fits(name, nameKana, contact?.phone)
  })
}

/** The check-in that stands for this one: itself, or the one it was cancelled for when two of one person were merged. */
export function standingFor(attendance: Attendance, held: Store = store): Attendance {
  if (attendance.status !== 'cancelled') return attendance
  const merge = held.by('merge', 'cancelledAttendanceId', attendance.id).find(({ undoneAt }) => undoneAt === null)
  const standing = held.get('attendance', merge?.standingAttendanceId)
  return standing ? standingFor(standing, held) : attendance
}

/** The check-in of today that has this number, and the one that stands for it; the number itself stays for good. */
export function standingOfNumber(dayId: string | undefined, number: number | null): Attendance | undefined {
  const named = store.by('attendance', 'dayId', dayId).find((one) => one.number === number)
  return named && standingFor(named)
}

/** Other numbers that lead to this check-in: tags and papers bear them still. */
export function otherNumbersOf(standing: Attendance, held: Store = store): number[] {
  return held
    .by('attendance', 'personId', standing.personId)
    .filter(
      (one) => one.id !== standing.id && one.dayId === standing.dayId && standingFor(one, held).id === standing.id,
    )
    .map(({ number }) => number)
}

/** Says with which other numbers somebody may come; null where there is none. */
export function otherNumbersSentence(standing: Attendance): string | null {
  const numbers = otherNumbersOf(standing)
  return numbers.length === 0 ? null : mergedWords.leadHere(numbers, standing.number)
}

/** Whose name tag was scanned, if the text is a tag of today. */
export function attendanceOfTag(attendances: readonly Attendance[], text: string): Attendance | undefined {
  const day = openDay()
  const number = day ? readTagCode(text, day.number) : null
  const named = attendances.find((one) => one.number === number)
  return named && standingFor(named)
}

/** One thing reception has yet to settle with somebody. */
export type ToSettle = 'insurance' | 'guardian' | 'health'

/** What reception has yet to settle with somebody before they go out. */
export function toSettle(attendance: Attendance, day: Day | undefined, center: Center | undefined): ToSettle[] {
  if (!day || !center || ['left', 'cancelled', 'returned'].includes(attendance.status)) return []
  const found: ToSettle[] = []
  if (attendance.status === 'consulting') found.push('health')
  if (attendance.guardianConsent === 'missing') found.push('guardian')
  if (insuranceGap(attendance.insurance, day.date, center.hazard) !== null || attendance.insurance.verifiedBy === null)
    found.push('insurance')
  return found
}
