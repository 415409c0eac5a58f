import { tidyLines, toHalfWidthDigits, toHiragana } from '#shared/core/japanese-text.ts'
import { rosterLimits as limits } from '#shared/roster/limits.ts'
import { readSaid } from '#shared/roster/registration-form.ts'
import {
  formReader,
  readConsent,
  readEmail,
  skillChoices,
  type Typed,
  typedValue,
} from '#shared/volunteers/reception-form.ts'

const kinds = ['school', 'company', 'npo', 'residents', 'other'] as const
const vehicleKinds = ['largeBus', 'microbus', 'van', 'car', 'keiCar', 'keiTruck', 'other'] as const

/** One line of vehicles as it was typed. */
export interface TypedVehicle {
  key: string
  kind: string
  count: string
  seats: string
  mayMove: boolean
}

const whole = (text: string, most: number): number | null => {
  const digits = toHalfWidthDigits(text).replace(/[人台名席\s]/g, '')
  const number = /^\d{1,4}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= most ? number : null
}

function readVehicle({ kind, count, seats, mayMove }: TypedVehicle) {
  const read = { count: whole(count, limits.vehicles), seats: whole(seats, limits.seats) }
  if (read.count === null || read.seats === null) return null
  const known = vehicleKinds.find((one) => one === kind) ?? 'other'
  return { kind: known, count: read.count, seats: read.seats, mayMoveOnSite: mayMove }
}

/** Reads a group as it was typed at a desk. Of how it is reached nothing is asked where the desk may not see it. */
export function readGroup(typed: Typed, vehicles: readonly TypedVehicle[], today: string, withContact: boolean) {
  const form = formReader(typed, today)
  const name = form.line('name', limits.groupName, 'nameMissing')
  const usualHeadcount = whole(typedValue(typed, 'headcount'), limits.headcount)
  if (usualHeadcount === null) form.wrong('headcount', 'tooLong')
  const read = vehicles.map(readVehicle)
  if (read.includes(null)) form.wrong('vehicles', 'tooLong')
  const { languages: _, ...said } = readSaid(form, typed, today)
  const contact = withContact
    ? {
        leaderName: form.line('leaderName', 60, 'nameMissing'),
        leaderKana: toHiragana(form.line('leaderKana', 60)),
        phone: form.phone('phone', 'phoneMissing'),
        email: readEmail(form),
        address: form.line('address', 200),
      }
    : { leaderName: '', leaderKana: '', phone: '', email: '', address: '' }
  readConsent(form, typed)
  const group = {
    name,
    nameKana: toHiragana(form.line('nameKana', limits.groupName)),
    kind: kinds.find((one) => one === typedValue(typed, 'kind')) ?? ('other' as const),
    usualHeadcount: usualHeadcount ?? 1,
    skills: form.ticked('skills', skillChoices),
    vehicles: read.filter((one) => one !== null),
    ...said,
    note: tidyLines(typedValue(typed, 'note')).slice(0, limits.note),
  }
  return { group, contact, mistakes: form.mistakes }
}
