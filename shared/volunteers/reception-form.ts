import { ageOn, type DateReason, isMinorOn, parseDate } from '#shared/core/japanese-date.ts'
import { isKana, tidyLines, tidyText, toHalfWidthDigits, toHiragana } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import { limits } from '#shared/volunteers/limits.ts'

/** A form as it was typed: the value of each field by name, several where several can be ticked. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

export const sexes = ['female', 'male', 'notSaid'] as const
export const plans = ['naturalDisaster', 'basic', 'none'] as const
export const conditions = ['good', 'concern'] as const
export const consents = ['given', 'accompanied', 'missing'] as const
export const vehicleChoices = ['none', 'car', 'keiTruck', 'van'] as const
/** 特技・資格 and 免許 of the forms of 2018 (field guide 2.1), in Japanese as they are stored and searched. */
export const skillChoices = [
  '看護・医療',
  '介護',
  '建築・大工',
  '電気工事',
  '土木・重機',
  '力仕事',
  'パソコン・事務',
  '手話・要約筆記',
  '通訳',
  '土地勘がある',
] as const
export const licenceChoices = ['普通', '準中型', '中型', '大型', '二輪'] as const

/** What can be wrong with a field; the pages have the sentences. */
const mistakeReasons = [
  'nameMissing',
  'kanaMissing',
  'kanaUnfit',
  'phoneMissing',
  'phoneUnfit',
  'birthDateMissing',
  'dateUnfit',
  'dateNotInCalendar',
  'eraOutOfRange',
  'dateInFuture',
  'tooOld',
  'healthMissing',
  'insuranceMissing',
  'emergencyNameMissing',
  'emergencyPhoneMissing',
  'emailUnfit',
  'tooLong',
  'consentMissing',
  'groupNameMissing',
  'headcountUnfit',
  'usualHeadcountUnfit',
  'vehiclesUnfit',
] as const
export type MistakeReason = (typeof mistakeReasons)[number]

export interface Mistake {
  field: string
  reason: MistakeReason
}

const dateReasons: Record<Exclude<DateReason, 'empty'>, MistakeReason> = {
  notADate: 'dateUnfit',
  notInCalendar: 'dateNotInCalendar',
  eraOutOfRange: 'eraOutOfRange',
  inFuture: 'dateInFuture',
}

/** The value of a field, or the first of several; empty where it was left out. */
export function typedValue(typed: Typed, field: string): string {
  const value = typed[field]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

const all = (typed: Typed, field: string): string[] => {
  const value = typed[field]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : [...value]
}

/** Reads the fields of one form and remembers what was wrong, in the order of asking. */
export function formReader(typed: Typed, today: string) {
  const mistakes: Mistake[] = []
  const wrong = (field: string, reason: MistakeReason) => void mistakes.push({ field, reason })

  function line(field: string, max: number, missing?: MistakeReason): string {
    const text = tidyText(typedValue(typed, field))
    if (text === '' && missing) wrong(field, missing)
    if (text.length > max) wrong(field, 'tooLong')
    return text
  }

  function kana(field: string): string {
    const text = toHiragana(line(field, limits.name, 'kanaMissing'))
    // Names of other countries may be given in Latin letters; what nobody can read aloud is asked again.
    if (text !== '' && !isKana(text) && !/^[\p{Script=Latin}\p{M}\s.,'’・ー-]+$/u.test(text)) wrong(field, 'kanaUnfit')
    return text
  }

  function phone(field: string, missing?: MistakeReason): string {
    const text = typedValue(typed, field).trim()
    if (text === '') {
      if (missing) wrong(field, missing)
      return ''
    }
    const digits = normalisePhone(text)
    if (digits === null) wrong(field, 'phoneUnfit')
    return digits ?? ''
  }

  function date(field: string, missing?: MistakeReason): string | null {
    const { date: read, reason } = parseDate(typedValue(typed, field), today)
    if (reason === null) return read
    if (reason !== 'empty') wrong(field, dateReasons[reason])
    else if (missing) wrong(field, missing)
    return null
  }

  function birthDate(field: string): string {
    const read = date(field, 'birthDateMissing')
    if (read !== null && ageOn(read, today) > 120) wrong(field, 'tooOld')
    return read ?? ''
  }

  function choice<T extends string>(field: string, choices: readonly T[], missing?: MistakeReason): T | undefined {
    const said = typedValue(typed, field)
    const found = choices.find((candidate) => candidate === said)
    if (!found && missing) wrong(field, missing)
    return found
  }

  const ticked = (field: string, choices: readonly string[]) =>
    all(typed, field).filter((value) => choices.includes(value))

  return { mistakes, wrong, line, kana, phone, date, birthDate, choice, ticked }
}

type Reader = ReturnType<typeof formReader>

export function readEmail({ line, wrong }: Reader): string {
  const text = line('email', limits.email).normalize('NFKC')
  if (text !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) wrong('email', 'emailUnfit')
  return text
}

function readHealth({ choice, wrong }: Reader, typed: Typed) {
  const condition = choice('health', conditions, 'healthMissing') ?? 'good'
  const note = tidyLines(typedValue(typed, 'healthNote'))
  if (note.length > limits.healthNote) wrong('healthNote', 'tooLong')
  return { condition, note }
}

export function readEmergency({ line, phone }: Reader) {
  return {
    name: line('emergencyName', limits.emergencyName, 'emergencyNameMissing'),
    relation: line('emergencyRelation', limits.emergencyRelation),
    phone: phone('emergencyPhone', 'emergencyPhoneMissing'),
  }
}

export function readConsent({ wrong }: Reader, typed: Typed): void {
  if (typedValue(typed, 'consent') === '') wrong('consent', 'consentMissing')
}

export function readContact(form: Reader, typed: Typed) {
  const { kana, line, phone, birthDate, choice } = form
  return {
    name: line('name', limits.name, 'nameMissing'),
    nameKana: kana('nameKana'),
    phone: phone('phone', 'phoneMissing'),
    birthDate: birthDate('birthDate'),
    sex: choice('sex', sexes) ?? 'notSaid',
    email: readEmail(form),
    postalCode: toHalfWidthDigits(typedValue(typed, 'postalCode')).replace(/\D/g, '').slice(0, 7),
    address: line('address', limits.address),
    affiliation: line('affiliation', limits.affiliation),
  }
}

export function readAbilities({ ticked, choice }: Reader, typed: Typed) {
  return {
    skills: ticked('skills', skillChoices),
    licences: ticked('licences', licenceChoices),
    vehicle: choice('vehicle', vehicleChoices) ?? ('none' as const),
    experience: typedValue(typed, 'experience') !== '',
  }
}

export function readInsurance({ choice, date }: Reader) {
  const plan = choice('insurance', plans, 'insuranceMissing') ?? 'none'
  return { plan, joinedOn: plan === 'none' ? null : date('joinedOn') }
}

/** Reads the details of a person: who they are, how they are reached, what they can do. */
export function readDetails(typed: Typed, today: string) {
  const form = formReader(typed, today)
  const said = { ...readContact(form, typed), emergency: readEmergency(form), ...readAbilities(form, typed) }
  return { said, mistakes: form.mistakes }
}

/** Reads the reception form (field guide 2.1) as people type it: full-width digits, 令和, phones with hyphens. */
export function readReceptionForm(typed: Typed, today: string) {
  const form = formReader(typed, today)
  const contact = readContact(form, typed)
  const said = {
    ...contact,
    emergency: readEmergency(form),
    insurance: readInsurance(form),
    health: readHealth(form, typed),
    guardianConsent: form.choice('guardianConsent', consents) ?? ('missing' as const),
    ...readAbilities(form, typed),
    waitingListIfFull: typedValue(typed, 'waitingList') !== '',
  }
  readConsent(form, typed)
  if (!isMinor(contact.birthDate, today))
    return { said: { ...said, guardianConsent: 'notNeeded' as const }, mistakes: form.mistakes }
  return { said, mistakes: form.mistakes }
}

/** Whether the field for a guardian's consent belongs on the form. */
export function isMinor(birthDate: string, today: string): boolean {
  return birthDate !== '' && isMinorOn(birthDate, today)
}

/** Reads what somebody confirms who came before; `earlierToken` comes from the page they had then. */
export function readAgainForm(typed: Typed, today: string) {
  const form = formReader(typed, today)
  const earlierToken = typedValue(typed, 'earlierToken')
  const by = earlierToken
    ? { kind: 'earlierLink' as const, earlierToken }
    : {
        kind: 'phoneAndBirthDate' as const,
        phone: form.phone('phone', 'phoneMissing'),
        birthDate: form.birthDate('birthDate'),
      }
  const said = {
    by,
    health: readHealth(form, typed),
    insurance: typedValue(typed, 'insurance') === 'asBefore' ? ('asBefore' as const) : readInsurance(form),
    emergency: typedValue(typed, 'emergencySame') === '' ? readEmergency(form) : ('asBefore' as const),
    waitingListIfFull: typedValue(typed, 'waitingList') !== '',
  }
  readConsent(form, typed)
  return { said, mistakes: form.mistakes }
}
