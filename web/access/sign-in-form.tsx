import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { BadgeField } from '#web/access/badge-field.tsx'
import { unlockDesk } from '#web/access/desk-lock.ts'
import { PinEntry } from '#web/access/pin-entry.tsx'
import { usePin } from '#web/access/use-pin.ts'
import { session, signIn } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** Where an arrow leads among the names; null for other keys. */
function nameAfterKey(key: string, index: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (index + 1) % count
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (index - 1 + count) % count
  return null
}

interface NamesProps {
  names: readonly string[]
  chosen: string
  onChoose: (name: string) => void
}

function Names({ names, chosen, onChoose }: NamesProps) {
  const list = useRef<HTMLDivElement>(null)
  // The arrow keys choose at once; where the PIN alone is asked for, its field has taken the focus already.
  useLayoutEffect(() => {
    const first = list.current?.querySelector('button')
    if (chosen || !first) return
    // In a dialog that is about to be shown, the mark says where the focus goes.
    first.autofocus = true
    first.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const next = nameAfterKey(
      event.key,
      buttons.findIndex((button) => button.matches(':focus')),
      buttons.length,
    )
    if (next === null) return
    event.preventDefault()
    buttons[next]?.focus()
  }
  return (
    <div class="field">
      <p class="field-label">{accessTexts.names}</p>
      <p class="field-hint">{accessTexts.chooseName}</p>
      <div class="seat-names" role="toolbar" aria-label={accessTexts.names} ref={list} onKeyDown={onKeyDown}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            class="button button-large"
            aria-pressed={name === chosen}
            onClick={() => onChoose(name)}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}

/** The names as this desk holds them now, else those that the server told a device it knows. */
function knownNames(): readonly string[] {
  // Where badges are asked for, only some names are enough here, and the server alone knows whose.
  if (session.value?.asksBadge) return session.value.names
  const active = store.all('staff').filter(({ status }) => status === 'active')
  return active.length > 0 ? active.map(({ name }) => name) : (session.value?.names ?? [])
}

/** On a device that nobody of the center has used yet, no names are shown to a stranger. */
function TypedName(field: { value: string; onInput: (name: string) => void; autoFocus: boolean }) {
  return <TextField {...field} label={accessTexts.typeName} hint={accessTexts.typeNameHint} maxLength={30} />
}

interface WhoProps {
  name: string
  badge: string | null
  expected: string
  offers: (name: string) => boolean
  onName: (name: string) => void
  onType: (name: string) => void
  onBadge: (badge: string | null) => void
}

/** Who somebody is: a name to press, a badge to read where the device asks for one, or a name to type. */
function Who({ name, badge, expected, offers, onName, onType, onBadge }: WhoProps) {
  const names = knownNames().filter(offers)
  if (badge !== null)
    return (
      <div class="badge-actions">
        <p role="status">{accessTexts.badgeRead}</p>
        <Button onPress={() => onBadge(null)}>{accessTexts.badgeAgain}</Button>
      </div>
    )
  const asksBadge = session.value?.asksBadge ?? false
  if (!asksBadge && names.length === 0) return <TypedName value={name} onInput={onType} autoFocus={!expected} />
  return (
    <>
      {names.length > 0 ? <Names names={names} chosen={name} onChoose={onName} /> : null}
      {asksBadge ? (
        <BadgeField
          label={names.length > 0 ? accessTexts.badgeOther : accessTexts.badgeFirst}
          autoFocus={names.length === 0}
          onBadge={onBadge}
        />
      ) : null}
    </>
  )
}

/** Another person's badge is read after these, and the PIN alone would not help. */
const otherBadgeHelps = ['access.unknownBadge', 'access.ownAct', 'access.notAnotherLead', 'access.tooNewToConsent']

const everyone = () => true

interface SignInFormProps {
  /** Whose PIN is asked for at first: the person whose session ran out. */
  expected?: string | undefined
  onDone?: () => void
  /** Whose names are offered, where not everyone's: nobody consents to their own act. */
  offers?: (name: string) => boolean
  /** What name and PIN are for, where nobody changes place. */
  attempt?: typeof signIn
}

/** A switch of person: a press on the name, six digits, and it is done; where a badge is asked for, that comes first. */
export function SignInForm({ expected = '', onDone, offers = everyone, attempt = signIn }: SignInFormProps) {
  const [name, setName] = useState(expected)
  const [badge, setBadge] = useState<string | null>(null)
  const nameIsEnough = !session.value?.asksBadge || knownNames().includes(name)
  const ready = badge !== null || (name.trim() !== '' && nameIsEnough)
  const entry = usePin(async (pin) => {
    const refusal = await attempt(badge === null ? { name } : { badge }, pin)
    if (refusal === null) {
      unlockDesk()
      onDone?.()
    } else if (refusal !== 'noLine' && otherBadgeHelps.includes(refusal.code)) setBadge(null)
    return refusal
  }, ready)
  const focusPin = () => entry.field.current?.focus()
  // The field appears with the badge; a name's is there already.
  useLayoutEffect(() => {
    if (badge !== null) focusPin()
  }, [badge])
  const choose = (chosen: string) => {
    setName(chosen)
    entry.clear()
    focusPin()
  }
  const waitsForBadge = session.value?.asksBadge === true && badge === null && knownNames().length === 0

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        entry.type(entry.pin)
      }}
    >
      <Who
        offers={offers}
        name={name}
        badge={badge}
        expected={expected}
        onName={choose}
        onType={setName}
        onBadge={setBadge}
      />
      {waitsForBadge ? (
        <p class="quiet">{accessTexts.badgeNone}</p>
      ) : (
        <PinEntry entry={entry} hint={accessTexts.pinHint} autoFocus={expected !== '' && nameIsEnough} />
      )}
      {waitsForBadge && entry.error ? <p role="alert">{entry.error}</p> : null}
    </form>
  )
}
