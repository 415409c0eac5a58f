import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { dateOf } from '#shared/core/time.ts'
import { reservationKinds, wishedHalves } from '#shared/reservations/limits.ts'
import type { ReservationDay } from '#shared/reservations/reservation.ts'
import { readReservationForm } from '#shared/reservations/reservation-form.ts'
import { centerNow } from '#web/core/clock.ts'
import { mistakeWords } from '#web/texts/reception.ts'
import { halvesWord, kindWord, reservationsTexts as words } from '#web/texts/reservations.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { act, said } from './day-state.ts'

const empty = {
  halves: 'morning',
  kind: 'individual',
  headcount: '1',
  groupName: '',
  name: '',
  nameKana: '',
  phone: '',
  birthDate: '',
  address: '',
}

interface FieldsProps {
  form: typeof empty
  change: (part: Partial<typeof empty>) => void
  errorOf: (id: string) => string | null
}

function Fields({ form, change, errorOf }: FieldsProps) {
  const line = (id: keyof typeof empty) => ({
    id,
    value: form[id],
    onInput: (value: string) => change({ [id]: value }),
    error: errorOf(id),
  })
  return (
    <>
      <ChoiceField
        label={words.half}
        value={form.halves}
        onChange={(halves) => change({ halves })}
        options={wishedHalves.map((value) => ({ value, label: halvesWord(value) }))}
      />
      <ChoiceField
        label={words.kind}
        value={form.kind}
        onChange={(kind) => change({ kind })}
        options={reservationKinds.map((value) => ({ value, label: kindWord(value) }))}
      />
      <div class="form-grid">
        <NumberField label={words.headcount} unit={words.people} {...line('headcount')} />
        {form.kind === 'group' ? <TextField label={words.groupName} {...line('groupName')} /> : null}
        <TextField label={words.name} autoFocus {...line('name')} />
        <TextField label={words.nameKana} {...line('nameKana')} />
        <TelField label={words.phone} autoComplete="off" {...line('phone')} />
        <DateField label={words.birthDate} {...line('birthDate')} />
        <TextField label={words.address} {...line('address')} />
      </div>
    </>
  )
}

/** 代行: staff type a reservation for somebody on the telephone. What was typed stays until it is in. */
export function ReserveForm({ day, onDone }: { day: ReservationDay; onDone: () => void }) {
  const draft = useDraft('reserve-for', empty)
  const [attempt, setAttempt] = useState(0)
  const form = draft.value
  const { said: read, mistakes } = readReservationForm(form, dateOf(centerNow(), 'Asia/Tokyo'))
  const errors = mistakes.map(({ field, reason }) => ({ fieldId: field, message: mistakeWords[reason] }))
  const errorOf = (id: string) => (attempt > 0 ? (errors.find(({ fieldId }) => fieldId === id)?.message ?? null) : null)
  const press = async () => {
    setAttempt(attempt + 1)
    if (mistakes.length > 0) return
    const ids = { reservationId: newId(), reservationDayId: day.id }
    const outcome = await act('reservations.reserveByStaff', { ...read, ...ids, language: 'ja', waitIfFull: true })
    if (outcome.kind !== 'done') return
    // What this server's handler answered.
    const { number, place } = outcome.answer as { number: number; place: number | null }
    draft.clear()
    onDone()
    said.value = {
      tone: 'information',
      text: place === null ? words.reservedAs(number) : words.waitsAs(number, place),
    }
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{words.reserveFor}</h3>
      <Fields form={form} change={draft.change} errorOf={errorOf} />
      <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
      <div class="toolbar">
        <Button variant="next" type="submit" onPress={press}>
          {words.reserve}
        </Button>
        <Button onPress={onDone}>{words.stop}</Button>
      </div>
    </form>
  )
}
