import { useEffect, useRef, useState } from 'preact/hooks'
import { profileNamed } from '#shared/center/profiles.ts'
import { newId } from '#shared/core/ids.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { consentWordings } from '#shared/texts/reception-consent.ts'
import type { LikelyDouble } from '#shared/volunteers/reads.ts'
import { type Mistake, readReceptionForm } from '#shared/volunteers/reception-form.ts'
import { openDay } from '#web/center/selectors.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { arrivalWords, mistakeWords, proxyWords as words } from '#web/texts/reception.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { isPlainEnter } from '#web/ui/shortcut.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { typedInstant } from '#web/ui/typed-time.ts'
import { useDraft } from '#web/ui/use-draft.ts'
import type { DayReservation } from './arriving-people.ts'
import { sayNumber, tell } from './desk-acts.ts'
import { deskFieldId, emptyDetails, MoreFields, TodayFields, WhoFields } from './detail-fields.tsx'
import { ReservationBadge } from './known-people.tsx'
import { findDoubles, LikelyDoubles } from './likely-doubles.tsx'
import { placesKept, placesLeft } from './selectors.ts'

const emptyProxy = {
  ...emptyDetails,
  fromPaper: '',
  writtenAt: '',
  /** Whom staff chose of the likely doubles: somebody's id, 'another', or not yet. */
  decided: '',
  decidedName: '',
}
type TypedProxy = typeof emptyProxy

/** Enter moves on to the next field, so that a practised hand never leaves the keyboard. */
function moveOn(event: KeyboardEvent): void {
  const target = event.target
  if (!isPlainEnter(event) || !(target instanceof HTMLInputElement)) return
  const form = target.form
  if (!form) return
  event.preventDefault()
  const fields = [...form.querySelectorAll<HTMLElement>('input, textarea, button[type=submit]')]
  const reachable = fields.filter((field) => field.offsetParent !== null)
  const name = target.type === 'radio' ? target.name : null
  const rest = reachable.slice(reachable.indexOf(target) + 1)
  const next = rest.find((field) => !(name !== null && field instanceof HTMLInputElement && field.name === name))
  next?.focus()
}

/** Looks for likely doubles while one types, and again whenever what tells people apart has changed. */
function useDoubles(typed: TypedProxy): readonly LikelyDouble[] {
  const [doubles, setDoubles] = useState<readonly LikelyDouble[]>([])
  const latest = useRef('')
  const key = [typed.phone, typed.birthDate, typed.nameKana].join('|')
  useEffect(() => {
    latest.current = key
    const look = async () => {
      const found = await findDoubles(typed)
      if (latest.current === key) setDoubles(found)
    }
    const timer = setTimeout(() => void look(), 300)
    return () => clearTimeout(timer)
  }, [key])
  return doubles
}

/** What was typed, as it is sent; a time on paper that cannot be read is a mistake like any other. */
function readProxy(typed: TypedProxy, date: string) {
  const { said, mistakes } = readReceptionForm(typed, date)
  const paper = typed.fromPaper !== ''
  const happenedAt = paper ? typedInstant(date, typed.writtenAt) : null
  const timeMistakes: Mistake[] = paper && happenedAt === null ? [{ field: 'writtenAt', reason: 'dateUnfit' }] : []
  const isAnother = typed.decided === 'another'
  const knownPersonId = typed.decided === '' || isAnother ? null : typed.decided
  const channel = paper ? ('paper' as const) : ('proxy' as const)
  return { said: { ...said, channel, knownPersonId, isAnother }, mistakes: [...mistakes, ...timeMistakes], happenedAt }
}

/** What the reservation says already; of those who came together, another one is typed from the beginning. */
function typedFrom(reserved: DayReservation | null): TypedProxy {
  if (!reserved || reserved.reservation.attendanceId !== null) return emptyProxy
  const { reservation, contact } = reserved
  const { name, nameKana } = reservation
  const phone = formatPhone(contact?.phone ?? '')
  const { birthDate = '', address = '', email = '' } = contact ?? {}
  return { ...emptyProxy, name, nameKana, phone, birthDate, address, email }
}

/** The way from what was typed to a check-in. */
function useProxy(reserved: DayReservation | null, onDone: (attendanceId: string) => void) {
  const reservationId = reserved?.reservation.id ?? null
  const draft = useDraft(reservationId === null ? 'proxy' : `proxy ${reservationId}`, typedFrom(reserved))
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [attempt, setAttempt] = useState(0)
  const day = openDay()
  const [center] = store.all('center')
  const noneLeft = day !== undefined && placesLeft() <= 0
  const full = noneLeft && !(reservationId !== null && placesKept() > 0)

  const submit = async () => {
    if (!day || !center) return
    const read = readProxy(draft.value, day.date)
    setMistakes(read.mistakes)
    setAttempt(attempt + 1)
    if (read.mistakes.length > 0) return
    const { consentVersion } = profileNamed(center.profileName).reception
    const attendanceId = newId()
    const ids = { attendanceId, personId: newId() }
    const more = { consentVersion, language: 'ja' as const, waitingListIfFull: noneLeft, reservationId }
    const input = { ...read.said, ...ids, ...more }
    const { happenedAt } = read
    const outcome = await send('volunteers.checkInByProxy', input, happenedAt === null ? {} : { happenedAt })
    tell(outcome)
    if (outcome.kind === 'refused') return
    draft.clear()
    if (outcome.kind === 'done') sayNumber(outcome.answer)
    onDone(attendanceId)
  }
  return { draft, mistakes, attempt, submit, full }
}

function PaperFields({
  typed,
  change,
  mistakes,
}: {
  typed: TypedProxy
  change: (part: Partial<TypedProxy>) => void
  mistakes: readonly Mistake[]
}) {
  const wrong = mistakes.some(({ field }) => field === 'writtenAt')
  return (
    <>
      <CheckField
        label={words.fromPaper}
        id={deskFieldId('fromPaper')}
        checked={typed.fromPaper !== ''}
        onChange={(checked) => change({ fromPaper: checked ? 'yes' : '' })}
      />
      {typed.fromPaper !== '' && (
        <TextField
          label={words.writtenAt}
          id={deskFieldId('writtenAt')}
          value={typed.writtenAt}
          placeholder="9:05"
          error={wrong ? words.timeUnfit : null}
          onInput={(writtenAt) => change({ writtenAt })}
        />
      )}
    </>
  )
}

function ConsentField({ typed, change, mistakes }: Parameters<typeof PaperFields>[0]) {
  const [center] = store.all('center')
  const version = center ? profileNamed(center.profileName).reception.consentVersion : ''
  const wrong = mistakes.find(({ field }) => field === 'consent')
  return (
    <>
      <details class="reception-more">
        <summary>{words.readConsent}</summary>
        <ol>
          {consentWordings[version]?.ja.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      <CheckField
        label={words.consent}
        id={deskFieldId('consent')}
        required
        error={wrong ? mistakeWords[wrong.reason] : null}
        checked={typed.consent !== ''}
        onChange={(checked) => change({ consent: checked ? 'yes' : '' })}
      />
    </>
  )
}

/** What is known before anything is typed: the reservation that comes with it, and that no place is left. */
function Beforehand({ reserved, full }: { reserved: DayReservation | null; full: boolean }) {
  return (
    <>
      {reserved && (
        <p>
          <ReservationBadge of={reserved} /> {arrivalWords.reservedToo}
        </p>
      )}
      {full && <p>{words.full}</p>}
    </>
  )
}

interface ProxyProps {
  /** The reservation of who is typed in, which comes with the check-in. */
  reserved: DayReservation | null
  onDone: (attendanceId: string) => void
  onCancel: () => void
}

/** 代行入力: staff type for somebody without a phone, by keyboard alone, also from paper with its own time. */
export function ProxyForm(props: ProxyProps) {
  const { reserved } = props
  const { draft, mistakes, attempt, submit, full } = useProxy(reserved, props.onDone)
  const typed = draft.value
  const doubles = useDoubles(typed)
  const onSame = (double: LikelyDouble) => {
    if (double.today) {
      draft.clear()
      props.onDone(double.today.attendanceId)
    } else draft.change({ decided: double.personId, decidedName: double.name })
  }
  const cancel = () => {
    draft.clear()
    props.onCancel()
  }
  const fields = { typed, change: draft.change, mistakes }
  return (
    <form
      class="stack"
      onKeyDown={moveOn}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>{words.title}</h3>
      <p class="say">{words.say}</p>
      <Beforehand reserved={reserved} full={full} />
      {typed.decided === '' && (
        <LikelyDoubles
          typed={typed}
          doubles={doubles}
          onSame={onSame}
          onAnother={() => draft.change({ decided: 'another' })}
        />
      )}
      {typed.decided !== '' && (
        <p role="status">{typed.decided === 'another' ? words.anotherChosen : words.sameChosen(typed.decidedName)}</p>
      )}
      <WhoFields fields={fields} />
      <TodayFields fields={fields} />
      <PaperFields {...fields} />
      <ConsentField {...fields} />
      <MoreFields fields={fields} />
      <ErrorSummary
        attempt={attempt}
        errors={mistakes.map(({ field, reason }) => ({
          fieldId: deskFieldId(field),
          message: field === 'writtenAt' ? words.timeUnfit : mistakeWords[reason],
        }))}
      />
      <div class="actions">
        <Button variant="next" type="submit" large>
          {words.submit}
        </Button>
        <Button onPress={cancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}
