import { tidyLines, toHalfWidthDigits, toHiragana } from '#shared/core/japanese-text.ts'
import { groupKinds } from '#shared/roster/group-kinds.ts'
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

export const vehicleKinds = ['largeBus', 'microbus', 'van', 'car', 'keiCar', 'keiTruck', 'other'] as const

type Form = ReturnType<typeof formReader>

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

/** What a group says anew each year: how many they are, what they can do and bring, when and where. */
function readWhatItCan(form: Form, typed: Typed, vehicles: readonly TypedVehicle[], today: string) {
  const usualHeadcount = whole(typedValue(typed, 'headcount'), limits.headcount)
  if (usualHeadcount === null) form.wrong('headcount', 'usualHeadcountUnfit')
  const read = vehicles.map(readVehicle)
  if (read.includes(null)) form.wrong('vehicles', 'vehiclesUnfit')
  const { languages: _, ...said } = readSaid(form, typed, today)
  return {
    usualHeadcount: usualHeadcount ?? 1,
    skills: form.ticked('skills', skillChoices),
    vehicles: read.filter((one) => one !== null),
    ...said,
  }
}

/** Vehicles as the page of a phone names its fields, two for each kind; what was left empty is no vehicle. */
export function vehiclesTyped(typed: Typed): TypedVehicle[] {
  const all = vehicleKinds.map((kind) => ({
    key: kind,
    kind,
    count: typedValue(typed, `count.${kind}`),
    seats: typedValue(typed, `seats.${kind}`),
    mayMove: typedValue(typed, `mayMove.${kind}`) !== '',
  }))
  return all.filter(({ count, seats, mayMove }) => count.trim() !== '' || seats.trim() !== '' || mayMove)
}

/** Reads the renewal on a group's own page: what is left empty of how it is reached stays as it was. */
export function readGroupRenewal(typed: Typed, today: string) {
  const form = formReader(typed, today)
  const group = readWhatItCan(form, typed, vehiclesTyped(typed), today)
  const contact = {
    leaderName: form.line('leaderName', 60),
    leaderKana: toHiragana(form.line('leaderKana', 60)),
    phone: form.phone('phone'),
    email: readEmail(form),
    address: form.line('address', 200),
  }
  readConsent(form, typed)
  return { said: { group, contact }, mistakes: form.mistakes }
}

/** Reads a group as it was typed, at a desk or on a phone. Of how it is reached nothing is asked where the desk may not see it. */
export function readGroup(typed: Typed, vehicles: readonly TypedVehicle[], today: string, withContact: boolean) {
  const form = formReader(typed, today)
  const name = form.line('name', limits.groupName, 'groupNameMissing')
  const can = readWhatItCan(form, typed, vehicles, today)
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
    kind: groupKinds.find((one) => one === typedValue(typed, 'kind')) ?? ('other' as const),
    ...can,
    note: tidyLines(typedValue(typed, 'note')).slice(0, limits.note),
  }
  return { group, contact, mistakes: form.mistakes }
}
