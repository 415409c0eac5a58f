import { tidyLines, tidyText } from '#shared/core/japanese-text.ts'
import { townBases } from '#shared/places/town-bases.ts'
import { rosterLimits as limits } from '#shared/roster/limits.ts'
import { fiscalYearOf } from '#shared/roster/rules.ts'
import {
  formReader,
  readAbilities,
  readConsent,
  readContact,
  readEmail,
  readEmergency,
  readInsurance,
  type Typed,
  typedValue,
} from '#shared/volunteers/reception-form.ts'

/** Weekdays and halves as the forms offer them; together they are the days of a registration. */
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const halves = ['am', 'pm'] as const
export type SlotName = `${(typeof weekdays)[number]}.${(typeof halves)[number]}`
export const slots: readonly SlotName[] = weekdays.flatMap((day) => halves.map((half) => `${day}.${half}` as const))

/** The names that can be chosen as 活動できる地区. */
export const areaNames: readonly string[] = townBases.map(({ name }) => name)

/** Tools that are asked for by name; others are written. */
export const toolChoices = [
  'スコップ',
  '一輪車',
  'チェーンソー',
  '高圧洗浄機',
  '発電機',
  'バール',
  '軽トラック',
] as const

type Form = ReturnType<typeof formReader>

/** Words that were written one after the other: with 、, commas, slashes or on lines of their own. */
function listed(typed: Typed, field: string, most: number, longest: number, wrong: Form['wrong']): string[] {
  const words = typedValue(typed, field)
    .split(/[、，,・/／\n]/)
    .map(tidyText)
  const filled = [...new Set(words.filter((word) => word !== ''))]
  if (filled.length > most || filled.some((word) => word.length > longest)) wrong(field, 'tooLong')
  return filled
}

export function readSaid(form: Form, typed: Typed, today: string) {
  const insurance = readInsurance(form)
  const tools = form.ticked('tools', toolChoices)
  const more = listed(typed, 'otherTools', limits.tools - tools.length, limits.tool, form.wrong)
  const days: readonly string[] = form.ticked('days', slots)
  return {
    areas: form.ticked('areas', areaNames),
    days: slots.filter((slot) => days.includes(slot)),
    tools: [...tools, ...more.filter((word) => !tools.includes(word))],
    languages: listed(typed, 'languages', limits.languages, limits.language, form.wrong),
    insurance: { ...insurance, fiscalYear: insurance.plan === 'none' ? null : fiscalYearOf(today) },
  }
}

function readPerson(form: Form, typed: Typed) {
  const { name, nameKana, affiliation, ...contact } = readContact(form, typed)
  return { person: { name, nameKana, affiliation, ...readAbilities(form, typed) }, contact }
}

/** Reads a registration as it was typed, at a desk or on a phone. */
export function readRegistration(typed: Typed, today: string) {
  const form = formReader(typed, today)
  const { person, contact } = readPerson(form, typed)
  const emergency = readEmergency(form)
  const said = readSaid(form, typed, today)
  const note = tidyLines(typedValue(typed, 'note'))
  if (note.length > limits.note) form.wrong('note', 'tooLong')
  readConsent(form, typed)
  return { said: { person, contact, emergency, said }, note, mistakes: form.mistakes }
}

/** Reads the renewal on one's own page: what is left empty of how one is reached stays as it was. */
export function readRenewal(typed: Typed, today: string) {
  const form = formReader(typed, today)
  const changesEmergency = ['emergencyName', 'emergencyPhone'].some((field) => typedValue(typed, field).trim() !== '')
  const said = {
    person: readAbilities(form, typed),
    contact: { phone: form.phone('phone'), email: readEmail(form), address: form.line('address', 200) },
    emergency: changesEmergency ? readEmergency(form) : null,
    said: readSaid(form, typed, today),
  }
  readConsent(form, typed)
  return { said, mistakes: form.mistakes }
}
