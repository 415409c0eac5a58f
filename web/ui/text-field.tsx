import type { RefObject } from 'preact'
import { CharactersLeft, charactersLeft } from './characters-left.tsx'
import { FieldFrame, type FieldProps, useFieldIds, useFocusOnArrival } from './field-frame.tsx'
import { isPlainEnter } from './shortcut.ts'

type InputMode = 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'

export interface TextFieldProps extends FieldProps {
  value: string
  onInput: (value: string) => void
  kind?: keyof typeof kinds | undefined
  inputMode?: InputMode | undefined
  autoComplete?: string | undefined
  /** Beyond it the count turns into an error; typing is never cut off, since a paste would lose its end unseen. */
  maxLength?: number | undefined
  placeholder?: string | undefined
  /** A unit or word behind the field. */
  suffix?: string | undefined
  suggestions?: readonly string[] | undefined
  min?: string | undefined
  max?: string | undefined
  onEnter?: (() => void) | undefined
  onBlur?: (() => void) | undefined
  /** Applied when a composition ends and when the field is left, never between two letters. */
  tidy?: ((value: string) => string) | undefined
  inputRef?: RefObject<HTMLInputElement | null> | undefined
}

function useTidy({ value, tidy, onInput }: TextFieldProps) {
  return () => {
    const tidied = tidy ? tidy(value) : value
    if (tidied !== value) onInput(tidied)
  }
}

/** Each kind on its own, since the types of HTML allow each input only what it knows. */
const kinds = {
  text: { type: 'text' },
  time: { type: 'time' },
  password: { type: 'password' },
  email: { type: 'email' },
  url: { type: 'url' },
  tel: { type: 'tel' },
  date: { type: 'date' },
} as const

/** Only plain text offers suggestions. */
function kindOf(kind: TextFieldProps['kind'], listId: string | undefined) {
  return listId ? { type: 'text' as const, list: listId } : kinds[kind ?? 'text']
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const nearLimit = charactersLeft(props.value, props.maxLength) !== null
  const ids = useFieldIds(props, nearLimit)
  const own = useFocusOnArrival<HTMLInputElement>(props.autoFocus)
  const tidyUp = useTidy(props)
  const setElement = (element: HTMLInputElement | null) => {
    own.current = element
    if (props.inputRef) props.inputRef.current = element
  }
  const listId = props.suggestions ? `${ids.id}-suggestions` : undefined
  return (
    <FieldFrame field={props} ids={ids}>
      <span class="field-row">
        <input
          ref={setElement}
          class="field-input"
          id={ids.id}
          name={props.name}
          value={props.value}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete ?? 'off'}
          placeholder={props.placeholder}
          min={props.min}
          max={props.max}
          {...kindOf(props.kind, listId)}
          disabled={props.disabled}
          aria-required={props.required ? true : undefined}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={ids.describedBy}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onCompositionEnd={tidyUp}
          onBlur={() => {
            tidyUp()
            props.onBlur?.()
          }}
          onKeyDown={(event) => {
            if (!props.onEnter || !isPlainEnter(event)) return
            event.preventDefault()
            props.onEnter()
          }}
        />
        {props.suffix ? <span class="field-suffix">{props.suffix}</span> : null}
      </span>
      {props.suggestions ? (
        <datalist id={listId}>
          {props.suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
      <CharactersLeft value={props.value} maxLength={props.maxLength} id={ids.extra} />
    </FieldFrame>
  )
}
