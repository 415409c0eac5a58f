import type { Day } from '#shared/center/center.ts'
import { parseDate } from '#shared/core/japanese-date.ts'
import { dayTexts } from '#web/texts/center.ts'
import type { FieldMistake } from '#web/ui/error-summary.tsx'
import { narrowDigits } from '#web/ui/typed-digits.ts'
import { readTypedTime } from '#web/ui/typed-time.ts'

/** The day's settings as they are typed. */
export interface DayForm {
  date: string
  receptionOpensAt: string
  receptionClosesAt: string
  capacity: string
  returnBy: string
}

const usual = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', capacity: '50', returnBy: '15:00' }

/** What is offered: the hours of the day before, or what most centers do. */
export function dayFormOf(date: string, day: Day | undefined): DayForm {
  if (!day) return { date, ...usual }
  const { receptionOpensAt, receptionClosesAt, capacity, returnBy } = day
  return { date, receptionOpensAt, receptionClosesAt, capacity: String(capacity), returnBy }
}

export interface ReadDay {
  date: string
  receptionOpensAt: string
  receptionClosesAt: string
  capacity: number
  returnBy: string
}

function readCapacity(typed: string): number | null {
  const digits = narrowDigits(typed).trim()
  return /^\d{1,4}$/.test(digits) && Number(digits) <= 5000 ? Number(digits) : null
}

const messages: Record<keyof DayForm, string> = {
  date: dayTexts.badDate,
  receptionOpensAt: dayTexts.badTime,
  receptionClosesAt: dayTexts.badTime,
  capacity: dayTexts.badCapacity,
  returnBy: dayTexts.badTime,
}

type Read = { [F in keyof ReadDay]: ReadDay[F] | null }

function readFields(form: DayForm): Read {
  return {
    date: parseDate(form.date).date ?? null,
    receptionOpensAt: readTypedTime(form.receptionOpensAt),
    receptionClosesAt: readTypedTime(form.receptionClosesAt),
    capacity: readCapacity(form.capacity),
    returnBy: readTypedTime(form.returnBy),
  }
}

const fields = ['date', 'capacity', 'receptionOpensAt', 'receptionClosesAt', 'returnBy'] as const

function isWhole(read: Read): read is ReadDay {
  return fields.every((field) => read[field] !== null)
}

/** The form as machines read it, or what is to be put right, in the order of the screen. */
export function readDayForm(form: DayForm): { day: ReadDay | null; mistakes: FieldMistake[] } {
  const read = readFields(form)
  const unread = fields.filter((field) => read[field] === null)
  if (!isWhole(read))
    return { day: null, mistakes: unread.map((field) => ({ fieldId: field, message: messages[field] })) }
  const reversed = (['receptionClosesAt', 'returnBy'] as const).filter((field) => read[field] <= read.receptionOpensAt)
  const mistakes = reversed.map((field) => ({ fieldId: field, message: dayTexts.reversed }))
  return { day: mistakes.length > 0 ? null : read, mistakes }
}
