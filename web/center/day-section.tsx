import { useState } from 'preact/hooks'
import type { Day } from '#shared/center/center.ts'
import { newId } from '#shared/core/ids.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { type DayForm, dayFormOf, type ReadDay, readDayForm } from '#web/center/day-form.ts'
import { differences, wasSecond } from '#web/center/differences.ts'
import { goTo, mayGoTo } from '#web/center/go-to-panel.ts'
import { lastDay, openDay } from '#web/center/selectors.ts'
import { centerNow, instantNow } from '#web/core/clock.ts'
import { type Outcome, send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { dayTexts } from '#web/texts/center.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { ErrorSummary, type FieldMistake } from '#web/ui/error-summary.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

interface FieldsProps {
  form: DayForm
  change: (part: Partial<DayForm>) => void
  mistakes: readonly FieldMistake[]
  /** The date of a day that is open stays. */
  asksDate: boolean
}

function DayFields({ form, change, mistakes, asksDate }: FieldsProps) {
  const line = (field: keyof DayForm) => ({
    id: field,
    value: form[field],
    onInput: (value: string) => change({ [field]: value }),
    error: mistakes.find(({ fieldId }) => fieldId === field)?.message ?? null,
  })
  return (
    <div class="form-grid">
      {asksDate ? <DateField label={dayTexts.date} {...line('date')} /> : null}
      <NumberField
        label={dayTexts.capacity}
        hint={dayTexts.capacityHint}
        unit={dayTexts.people}
        {...line('capacity')}
      />
      <TextField label={dayTexts.opensAt} hint={dayTexts.timeHint} inputMode="numeric" {...line('receptionOpensAt')} />
      <TextField label={dayTexts.closesAt} inputMode="numeric" {...line('receptionClosesAt')} />
      <TextField label={dayTexts.returnBy} hint={dayTexts.returnByHint} inputMode="numeric" {...line('returnBy')} />
    </div>
  )
}

const labels = {
  capacity: dayTexts.capacity,
  receptionOpensAt: dayTexts.opensAt,
  receptionClosesAt: dayTexts.closesAt,
  returnBy: dayTexts.returnBy,
}

interface DayEditorProps {
  draftKey: string
  initial: DayForm
  asksDate: boolean
  act: string
  /** The number of the day's record that the form began with, and the one that is held now. */
  seq: number
  seqNow: () => number
  submit: (day: ReadDay, basedOnSeq: number) => Promise<Outcome>
  /** What came of the last press; kept by the section, because a saved day makes this form anew. */
  said: string
  setSaid: (words: string) => void
}

function DayEditor({ draftKey, initial, asksDate, act, seq, seqNow, submit, said, setSaid }: DayEditorProps) {
  const draft = useDraft(draftKey, { ...initial, basedOnSeq: seq, answeredSeq: 0 })
  const [attempt, setAttempt] = useState(0)
  const mistakes = attempt > 0 ? readDayForm(draft.value).mistakes : []
  const press = async () => {
    setAttempt(attempt + 1)
    setSaid('')
    const { day } = readDayForm(draft.value)
    if (!day) return
    // Whoever presses while another desk writes has not read it yet: only after a refusal is it pressed on what stood there
    // then. The draft keeps it, for a change of the day makes this form anew.
    const { basedOnSeq, answeredSeq } = draft.value
    const outcome = await submit(day, Math.max(basedOnSeq, answeredSeq))
    if (wasSecond(outcome)) draft.change({ answeredSeq: seqNow() })
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setAttempt(0)
    if (outcome.kind === 'done') draft.clear()
    setSaid(outcome.kind === 'kept' ? accessTexts.kept : asksDate ? dayTexts.opened : dayTexts.saved)
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => event.preventDefault()}>
      {draft.value.basedOnSeq < seq && differences({ mine: draft.value, theirs: initial, labels }).length > 0 ? (
        <BothTexts mine={draft.value} theirs={{ ...draft.value, ...initial }} labels={labels} take={draft.change} />
      ) : null}
      <DayFields form={draft.value} change={draft.change} mistakes={mistakes} asksDate={asksDate} />
      <ErrorSummary errors={mistakes} attempt={attempt} />
      <p role="status">{said}</p>
      <Button variant={asksDate ? 'next' : 'quiet'} type="submit" large={asksDate} onPress={press}>
        {act}
      </Button>
    </form>
  )
}

/** What a phone meets at this minute: the switch and the hours together. */
function receptionWords(day: Day): string {
  if (!day.publicReception) return dayTexts.receptionClosed
  const clock = clockOf(instantNow(), timeZone)
  if (clock < day.receptionOpensAt) return dayTexts.receptionEarly(day.receptionOpensAt)
  return clock < day.receptionClosesAt ? dayTexts.receptionOpen : dayTexts.receptionOver(day.receptionClosesAt)
}

function Reception({ day, admitted }: { day: Day; admitted: number }) {
  const [said, setSaid] = useState('')
  const set = async (open: boolean) => {
    const outcome = await send('center.setPublicReception', { dayId: day.id, open })
    setSaid(outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : '')
  }
  return (
    <section class="form-part">
      <h3>{dayTexts.reception}</h3>
      <p>
        <strong class="number">{dayTexts.admitted(admitted, day.capacity)}</strong>
      </p>
      <p>{receptionWords(day)}</p>
      <Button variant={day.publicReception ? 'quiet' : 'next'} onPress={() => set(!day.publicReception)}>
        {day.publicReception ? dayTexts.closeReception : dayTexts.openReception}
      </Button>
      {said ? <p role="status">{said}</p> : null}
    </section>
  )
}

/** More were promised a place than the day has: said before they stand at the door. */
function OverPromised({ day, admitted }: { day: Day; admitted: number }) {
  const [said, setSaid] = useState('')
  const kept = store.all('keptPlaces').find(({ date }) => date === day.date)?.people ?? 0
  const over = admitted + kept - day.capacity
  if (over <= 0 || kept === 0) return null
  const raise = async () => {
    const { id: dayId, receptionOpensAt, receptionClosesAt, returnBy } = day
    const hours = { receptionOpensAt, receptionClosesAt, returnBy }
    const basedOnSeq = store.seqOf('day', dayId)
    const outcome = await send('center.changeDay', { dayId, basedOnSeq, ...hours, capacity: admitted + kept })
    setSaid(outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : '')
  }
  return (
    <NoticeBanner tone="warning" title={dayTexts.overPromised(over)} live>
      <p>{dayTexts.overPromisedWords(admitted, kept, day.capacity)}</p>
      <div class="toolbar">
        <Button onPress={raise}>{dayTexts.raiseTo(admitted + kept)}</Button>
        {mayGoTo('reservations') ? (
          <Button onPress={() => goTo('reservations')}>{dayTexts.toReservations}</Button>
        ) : null}
      </div>
      {said ? <p role="status">{said}</p> : null}
    </NoticeBanner>
  )
}

const withoutPlace: readonly string[] = ['waitingListed', 'cancelled']

/** How many take one of the day's places. */
const admittedTo = (day: Day) =>
  store.all('attendance').filter(({ dayId, status }) => dayId === day.id && !withoutPlace.includes(status)).length

/** The day: opened in the morning, changed in its middle. */
export function DaySection() {
  const day = openDay()
  const [said, setSaid] = useState('')
  const saying = { said, setSaid }
  if (!day) {
    return (
      <DayEditor
        {...saying}
        key="next"
        draftKey="nextDay"
        initial={dayFormOf(dateOf(centerNow(), timeZone), lastDay())}
        asksDate
        seq={0}
        seqNow={() => 0}
        act={dayTexts.open}
        submit={(fields) => send('center.openDay', { dayId: newId(), ...fields })}
      />
    )
  }
  const form = dayFormOf(day.date, day)
  return (
    <div class="stack">
      <h3>{dayTexts.running(day.number, formatDate(day.date, 'ja'))}</h3>
      <OverPromised day={day} admitted={admittedTo(day)} />
      <Reception day={day} admitted={admittedTo(day)} />
      <DayEditor
        {...saying}
        key={JSON.stringify(form)}
        draftKey={`day.${day.id}`}
        initial={form}
        asksDate={false}
        act={dayTexts.change}
        seq={store.seqOf('day', day.id)}
        seqNow={() => store.seqOf('day', day.id)}
        submit={({ date: _date, ...fields }, basedOnSeq) =>
          send('center.changeDay', { dayId: day.id, basedOnSeq, ...fields })
        }
      />
    </div>
  )
}
