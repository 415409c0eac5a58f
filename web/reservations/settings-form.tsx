import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { parseDate } from '#shared/core/japanese-date.ts'
import { addDays, clockOf, dateOf, instantAt } from '#shared/core/time.ts'
import { halfDays, reservationKinds } from '#shared/reservations/limits.ts'
import type { ReservationCaps, ReservationDay } from '#shared/reservations/reservation.ts'
import { centerNow } from '#web/core/clock.ts'
import { halvesWord, kindWord, reservationsTexts as words } from '#web/texts/reservations.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { ErrorSummary, type FieldMistake } from '#web/ui/error-summary.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { narrowDigits } from '#web/ui/typed-digits.ts'
import { readTypedTime } from '#web/ui/typed-time.ts'
import { act, chosenDay } from './day-state.ts'

const timeZone = 'Asia/Tokyo'
const fields = halfDays.flatMap((half) => reservationKinds.map((kind) => ({ half, kind, id: `${half}-${kind}` })))

type Form = Record<string, string>

function formOf(day: ReservationDay | null): Form {
  const now = centerNow()
  const numbers = fields.map(({ half, kind, id }) => [id, day ? String(day.caps[half][kind]) : '0'] as const)
  return {
    date: day?.date ?? addDays(dateOf(now, timeZone), 1),
    opensOn: dateOf(day?.opensAt ?? now, timeZone),
    opensClock: clockOf(day?.opensAt ?? now, timeZone),
    ...Object.fromEntries(numbers),
  }
}

type Wrong = (fieldId: string, message: string) => void

function readCaps(form: Form, wrong: Wrong): ReservationCaps {
  const empty = () => ({ individual: 0, group: 0, outside: 0 })
  const caps = { morning: empty(), afternoon: empty() }
  for (const { half, kind, id } of fields) {
    const typed = narrowDigits(form[id] ?? '').trim()
    if (/^\d{1,4}$/.test(typed) && Number(typed) <= 5000) caps[half][kind] = Number(typed)
    else wrong(id, words.badNumber)
  }
  return caps
}

function readDate(form: Form, id: string, wrong: Wrong): string {
  const { date } = parseDate(form[id] ?? '')
  if (!date) wrong(id, words.badDate)
  return date ?? ''
}

function readForm(form: Form) {
  const mistakes: FieldMistake[] = []
  const wrong: Wrong = (fieldId, message) => void mistakes.push({ fieldId, message })
  const date = readDate(form, 'date', wrong)
  const opensOn = readDate(form, 'opensOn', wrong)
  const clock = readTypedTime(form.opensClock ?? '')
  if (!clock) wrong('opensClock', words.badTime)
  const caps = readCaps(form, wrong)
  const fit = clock !== null && mistakes.length === 0
  return { mistakes, read: fit ? { date, opensAt: instantAt(opensOn, clock, timeZone), caps } : null }
}

/** Makes a date for reservations, or changes the places of one. */
export function SettingsForm({ day, onDone }: { day: ReservationDay | null; onDone: () => void }) {
  const [form, setForm] = useState(() => formOf(day))
  const [keepsPlaces, setKeepsPlaces] = useState(day?.keepsPlaces ?? true)
  const [attempt, setAttempt] = useState(0)
  const mistakes = attempt > 0 ? readForm(form).mistakes : []
  const line = (id: string) => ({
    id,
    value: form[id] ?? '',
    onInput: (value: string) => setForm({ ...form, [id]: value }),
    error: mistakes.find(({ fieldId }) => fieldId === id)?.message ?? null,
  })
  const press = async () => {
    setAttempt(attempt + 1)
    const { read } = readForm(form)
    if (!read) return
    const { date, ...rest } = read
    const reservationDayId = day?.id ?? newId()
    const outcome = day
      ? await act(
          'reservations.changeCaps',
          { reservationDayId, ...rest, keepsPlaces, basedOn: day.caps },
          { done: words.saved },
        )
      : await act(
          'reservations.openReservations',
          { reservationDayId, date, ...rest, keepsPlaces },
          { done: words.made },
        )
    if (outcome.kind !== 'done') return
    chosenDay.value = reservationDayId
    onDone()
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{day ? words.settings : words.newDay}</h3>
      {day ? null : <DateField label={words.chooseDay} {...line('date')} />}
      <div class="form-grid">
        {fields.map(({ half, kind, id }) => (
          <NumberField key={id} label={`${halvesWord(half)} ${kindWord(kind)}`} unit={words.people} {...line(id)} />
        ))}
        <DateField label={words.opensOn} {...line('opensOn')} />
        <TextField label={words.opensClock} hint={words.clockHint} inputMode="numeric" {...line('opensClock')} />
      </div>
      <CheckField label={words.keepsPlaces} checked={keepsPlaces} onChange={setKeepsPlaces} />
      <ErrorSummary errors={mistakes} attempt={attempt} />
      <div class="toolbar">
        <Button variant="next" type="submit" onPress={press}>
          {day ? words.save : words.make}
        </Button>
        <Button onPress={onDone}>{words.stop}</Button>
      </div>
    </form>
  )
}
