import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { PinField } from '#web/access/pin-field.tsx'
import { session, signIn } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Progress } from '#web/ui/progress.tsx'
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
    if (!chosen) list.current?.querySelector('button')?.focus()
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
  const active = store.all('staff').filter(({ status }) => status === 'active')
  return active.length > 0 ? active.map(({ name }) => name) : (session.value?.names ?? [])
}

/** On a device that nobody of the center has used yet, no names are shown to a stranger. */
function TypedName(field: { value: string; onInput: (name: string) => void; autoFocus: boolean }) {
  return <TextField {...field} label={accessTexts.typeName} hint={accessTexts.typeNameHint} maxLength={30} />
}

interface SignInFormProps {
  /** Whose PIN is asked for at first: the person whose session ran out. */
  expected?: string | undefined
  onDone?: () => void
}

/** A switch of person: a press on the name, six digits, and it is done. */
export function SignInForm({ expected = '', onDone }: SignInFormProps) {
  const names = knownNames()
  const [name, setName] = useState(expected)
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [entering, setEntering] = useState(false)
  const pinInput = useRef<HTMLInputElement>(null)

  const enter = async (digits: string) => {
    setEntering(true)
    const refusal = await signIn(name, digits)
    setEntering(false)
    setPin('')
    if (refusal === null) return onDone?.()
    setError(refusal === 'noLine' ? accessTexts.noLine : problemSentence(refusal, 'ja'))
    pinInput.current?.focus()
  }
  const choose = (chosen: string) => {
    setName(chosen)
    setError(null)
    pinInput.current?.focus()
  }
  const type = (digits: string) => {
    setPin(digits)
    if (digits.length === 6 && name.trim() && !entering) void enter(digits)
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        type(pin)
      }}
    >
      {names.length > 0 ? (
        <Names names={names} chosen={name} onChoose={choose} />
      ) : (
        <TypedName value={name} onInput={setName} autoFocus={!expected} />
      )}
      <div class="seat-pin">
        <PinField
          label={accessTexts.pin}
          hint={accessTexts.pinHint}
          value={pin}
          onInput={type}
          error={error}
          inputRef={pinInput}
          autoFocus={expected !== ''}
        />
        {entering ? <Progress word={accessTexts.entering} /> : null}
      </div>
    </form>
  )
}
