import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { profileNamed } from '#shared/center/profiles.ts'
import { registrationText } from '#shared/core/check-digit.ts'
import { newId } from '#shared/core/ids.ts'
import { formatDate, parseDate } from '#shared/core/japanese-date.ts'
import { formatPhone, normalisePhone } from '#shared/core/phone-number.ts'
import { conditions, consents, plans } from '#shared/volunteers/reception-form.ts'
import { openDay } from '#web/center/selectors.ts'
import { ask } from '#web/core/ask.ts'
import { type InputOf, send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { cardWords, conditionWords, planWords, arrivalWords as words } from '#web/texts/reception.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import type { DayReservation } from './arriving-people.ts'
import { sayNumber, tell } from './desk-acts.ts'
import { ReservationBadge } from './known-people.tsx'
import { placesKept, placesLeft } from './selectors.ts'

type Reply = Awaited<ReturnType<typeof ask<'roster.registrationOf'>>>
type Known = Extract<Reply, { kind: 'done' }>['body']
type Input = InputOf<'volunteers.checkInKnown'>

/** What is confirmed, as it stands in the fields; filled in with what is known. */
interface Typed {
  condition: Input['health']['condition']
  note: string
  plan: Input['insurance']['plan'] | ''
  joinedOn: string
  insuranceSeen: boolean
  guardianConsent: Input['guardianConsent']
  emergencyName: string
  emergencyPhone: string
  emergencyRelation: string
}

function typedFrom({ arrival, emergency }: Known): Typed {
  return {
    condition: 'good',
    note: '',
    plan: arrival.insurance?.plan ?? '',
    joinedOn: arrival.insurance?.joinedOn ?? '',
    insuranceSeen: arrival.insuranceSeen,
    guardianConsent: arrival.guardianConsent,
    emergencyName: emergency?.name ?? '',
    emergencyPhone: formatPhone(emergency?.phone ?? ''),
    emergencyRelation: emergency?.relation ?? '',
  }
}

/** What stands in the way of confirming, in words, or null. */
function mistakeIn(typed: Typed, today: string): string | null {
  if (typed.plan === '') return words.planMissing
  if (typed.joinedOn !== '' && parseDate(typed.joinedOn, today).date === null) return cardWords.dateUnfit
  if (typed.emergencyPhone !== '' && normalisePhone(typed.emergencyPhone) === null) return words.phoneUnfit
  return null
}

function inputOf(
  typed: Typed,
  known: Known,
  more: Pick<Input, 'attendanceId' | 'waitingListIfFull' | 'consentVersion' | 'reservationId'>,
): Input {
  const plan = typed.plan === '' ? 'none' : typed.plan
  return {
    ...more,
    personId: known.person.id,
    health: { condition: typed.condition, note: typed.condition === 'good' ? '' : typed.note },
    insurance: { plan, joinedOn: plan === 'none' ? null : parseDate(typed.joinedOn).date },
    insuranceSeen: typed.insuranceSeen && plan !== 'none',
    emergency: {
      name: typed.emergencyName,
      relation: typed.emergencyRelation,
      phone: normalisePhone(typed.emergencyPhone) ?? '',
    },
    guardianConsent: typed.guardianConsent,
    language: 'ja',
  }
}

const choices = <V extends string>(values: readonly V[], names: Record<V, string>) =>
  values.map((value) => ({ value, label: names[value] }))

const guardianNames = {
  given: cardWords.guardianGiven,
  accompanied: cardWords.guardianAccompanied,
  missing: cardWords.guardianMissing,
} as const

interface FieldsProps {
  typed: Typed
  change: (part: Partial<Typed>) => void
  known: Known
}

function HealthAndInsurance({ typed, change, known }: FieldsProps) {
  return (
    <>
      <ChoiceField
        label={words.health}
        value={typed.condition}
        onChange={(value) => change({ condition: conditions.find((one) => one === value) ?? 'good' })}
        options={choices(conditions, conditionWords)}
      />
      {typed.condition === 'concern' && (
        <TextArea
          label={words.healthNote}
          rows={2}
          maxLength={300}
          value={typed.note}
          onInput={(note) => change({ note })}
        />
      )}
      <ChoiceField
        label={words.insurance}
        value={typed.plan}
        onChange={(value) => change({ plan: plans.find((one) => one === value) ?? '', insuranceSeen: false })}
        options={choices(plans, planWords)}
      />
      {typed.plan !== '' && typed.plan !== 'none' && (
        <div class="form-grid">
          <DateField label={cardWords.joinedOn} value={typed.joinedOn} onInput={(joinedOn) => change({ joinedOn })} />
          <CheckField
            label={cardWords.seen}
            checked={typed.insuranceSeen}
            onChange={(insuranceSeen) => change({ insuranceSeen })}
          />
        </div>
      )}
      {known.arrival.isMinor && (
        <ChoiceField
          label={cardWords.guardian}
          value={typed.guardianConsent}
          onChange={(value) => change({ guardianConsent: consents.find((one) => one === value) ?? 'missing' })}
          options={choices(consents, guardianNames)}
        />
      )}
    </>
  )
}

function Emergency({ typed, change, known }: FieldsProps) {
  return (
    // One line while it holds, so that all three things are in sight above the button that confirms them.
    <details class="reception-more" open={known.emergency === null || known.emergency.phone === ''}>
      <summary>{words.emergencyLine(typed.emergencyName, typed.emergencyRelation, typed.emergencyPhone)}</summary>
      <div class="form-grid">
        <TextField
          label={words.emergencyName}
          value={typed.emergencyName}
          onInput={(emergencyName) => change({ emergencyName })}
        />
        <TelField
          label={words.emergencyPhone}
          value={typed.emergencyPhone}
          onInput={(emergencyPhone) => change({ emergencyPhone })}
        />
        <TextField
          label={words.emergencyRelation}
          value={typed.emergencyRelation}
          onInput={(emergencyRelation) => change({ emergencyRelation })}
        />
      </div>
    </details>
  )
}

function Who({ known, reserved }: Pick<ArrivalProps, 'reserved'> & { known: Known }) {
  const { person, contact, registration, standing, lastDates } = known
  return (
    <header class="stack">
      <h3>
        <span class="reception-kana">{person.nameKana}</span>
        {person.name}
      </h3>
      <p>
        {registration && <span class="number">{registrationText('person', registration.number)} </span>}
        {standing === 'due' && <Badge tone="warning">{words.due}</Badge>}{' '}
        {lastDates[0] ? words.last(formatDate(lastDates[0], 'ja')) : words.neverCame}{' '}
        {contact && <span class="number">{formatPhone(contact.phone)}</span>}{' '}
        {reserved && <ReservationBadge of={reserved} />}
      </p>
    </header>
  )
}

/** Puts the hands on the next thing to press, in the very turn in which it is drawn. */
function useHands(ready: boolean, confirmed: boolean, moves: boolean) {
  const place = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    if (ready && moves) place.current?.querySelector<HTMLElement>('.actions .button-next')?.focus()
  }, [ready, confirmed, moves])
  return place
}

interface ArrivalProps {
  personId: string
  /** Their reservation of the day, which comes with them. */
  reserved: DayReservation | null
  /** Whether the hands follow: not while one only looks through the list. */
  moves: boolean
  onDone: (attendanceId: string) => void
  onCancel: () => void
}

/** A key that is held down must not run through what is to be confirmed one by one. */
function oneKeyOneStep(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
}

/** One who is known: three things are confirmed, and they are checked in. */
function Arrival({ known, reserved, moves, onDone, onCancel }: ArrivalProps & { known: Known }) {
  const [typed, setTyped] = useState(() => typedFrom(known))
  const [confirmed, setConfirmed] = useState(false)
  const place = useHands(true, confirmed, moves)
  const day = openDay()
  const [center] = store.all('center')
  if (!day || !center) return null
  const noneLeft = placesLeft() <= 0
  const full = noneLeft && !(reserved?.reservation.status === 'booked' && placesKept() > 0)
  const mistake = mistakeIn(typed, day.date)
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part })
    setConfirmed(false)
  }
  const submit = async () => {
    const attendanceId = newId()
    const { consentVersion } = profileNamed(center.profileName).reception
    const outcome = await send(
      'volunteers.checkInKnown',
      inputOf(typed, known, {
        attendanceId,
        consentVersion,
        waitingListIfFull: noneLeft,
        reservationId: reserved?.reservation.id ?? null,
      }),
    )
    tell(outcome)
    if (outcome.kind === 'refused') return
    if (outcome.kind === 'done') sayNumber(outcome.answer)
    onDone(attendanceId)
  }
  const fields = { typed, change, known }
  return (
    <form
      class="stack reception-arrival"
      ref={place}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={oneKeyOneStep}
    >
      <Who known={known} reserved={reserved} />
      {full && <p>{words.full}</p>}
      <p class="say">{words.say}</p>
      <HealthAndInsurance {...fields} />
      <Emergency {...fields} />
      {mistake && <p role="status">{mistake}</p>}
      <div class="actions">
        {confirmed ? (
          <Button key="check-in" variant="next" large onPress={submit}>
            {full ? words.list : words.checkIn}
          </Button>
        ) : (
          <Button key="confirm" variant="next" large disabledBecause={mistake} onPress={() => setConfirmed(true)}>
            {words.confirm}
          </Button>
        )}
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}

/** Fetches what is known of somebody, and lets them check in. */
export function ArrivalCard(props: ArrivalProps) {
  const { personId, onDone } = props
  const [reply, setReply] = useState<Reply | null>(null)
  useEffect(() => {
    let gone = false
    void ask('roster.registrationOf', { personId }).then((answer) => {
      if (gone) return
      const today = answer.kind === 'done' ? answer.body.today : null
      // Another desk was quicker: their card of today says all.
      if (today) onDone(today.attendanceId)
      else setReply(answer)
    })
    return () => {
      gone = true
    }
  }, [personId])
  if (reply === null) return <p role="status">{words.loading}</p>
  if (reply.kind !== 'done') return <EmptyState title={reply.kind === 'noLine' ? words.noLine : words.gone} />
  return <Arrival {...props} known={reply.body} />
}
