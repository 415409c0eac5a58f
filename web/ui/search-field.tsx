import { useContext, useRef } from 'preact/hooks'
import { type FieldProps, useFieldIds, useFocusOnArrival } from './field-frame.tsx'
import { KeyHint } from './key-hint.tsx'
import { ariaShortcut, isComposing } from './shortcut.ts'
import { UiWords } from './ui-words.ts'
import { useShortcut } from './use-shortcut.ts'

export interface SearchFieldProps extends Pick<FieldProps, 'label' | 'id' | 'autoFocus' | 'hideLabel'> {
  value: string
  onInput: (value: string) => void
  /** Enter; also what a QR scanner on the USB port sends after a code. */
  onSubmit?: ((value: string) => void) | undefined
  /** Arrow down: the way into the list of what was found. */
  onDown?: (() => void) | undefined
  placeholder?: string | undefined
  /** How many were found, in words; read out when it changes. */
  found?: string | null | undefined
  shortcut?: string | undefined
}

/** The field a desk searches with; one key brings the hands back to it from anywhere. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onInput, shortcut = '/' } = props
  const words = useContext(UiWords)
  const ids = useFieldIds({ label, id: props.id })
  const input = useFocusOnArrival<HTMLInputElement>(props.autoFocus)
  const place = useRef<HTMLElement>(null)
  useShortcut(shortcut, () => input.current?.select(), { within: place })

  const clear = () => {
    onInput('')
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // With Ctrl held the press belongs to a button of the page, also while the hands are still in this field.
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && props.onSubmit) {
      event.preventDefault()
      props.onSubmit(value)
    } else if (event.key === 'Escape' && value !== '') {
      event.preventDefault()
      clear()
    } else if (event.key === 'ArrowDown' && props.onDown) {
      event.preventDefault()
      props.onDown()
    }
  }
  return (
    <search class="field" ref={place}>
      <label class={props.hideLabel ? 'field-label visually-hidden' : 'field-label'} for={ids.id}>
        {label}
      </label>
      <div class="search-line">
        <input
          ref={input}
          class="field-input search-input"
          id={ids.id}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          value={value}
          placeholder={props.placeholder}
          aria-keyshortcuts={ariaShortcut(shortcut)}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {value === '' ? (
          <KeyHint keys={shortcut} />
        ) : (
          <button type="button" class="search-clear" onClick={clear}>
            {words.clear}
          </button>
        )}
      </div>
      <p class="field-hint" role="status">
        {props.found}
      </p>
    </search>
  )
}
