import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { limits, reservationKinds, wishedHalves } from '#shared/reservations/limits.ts'
import { formReader, type Typed, typedValue } from '#shared/volunteers/reception-form.ts'

/** Reads the form of 活動予約 as people type it: full-width digits, 令和, phones with hyphens. */
export function readReservationForm(typed: Typed, today: string) {
  const form = formReader(typed, today)
  const kind = form.choice('kind', reservationKinds) ?? 'individual'
  const headcount = Number(toHalfWidthDigits(typedValue(typed, 'headcount')).replace(/[人名\s]/g, '') || '1')
  const most = kind === 'group' ? limits.mostInGroup : limits.mostTogether
  const said = {
    halves: form.choice('halves', wishedHalves) ?? ('morning' as const),
    kind,
    headcount,
    groupName: form.line('groupName', limits.groupName, kind === 'group' ? 'groupNameMissing' : undefined),
    name: form.line('name', limits.name, 'nameMissing'),
    nameKana: form.kana('nameKana'),
    phone: form.phone('phone', 'phoneMissing'),
    birthDate: form.birthDate('birthDate'),
    address: form.line('address', limits.address),
    email: form.line('email', limits.email).normalize('NFKC'),
    waitIfFull: typedValue(typed, 'waitIfFull') !== '',
  }
  if (!Number.isInteger(headcount) || headcount < 1 || headcount > most) form.wrong('headcount', 'headcountUnfit')
  return { said, mistakes: form.mistakes }
}
