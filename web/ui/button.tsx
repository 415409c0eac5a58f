import type { ComponentChildren } from 'preact'
import { useContext, useId, useRef, useState } from 'preact/hooks'
import { KeyHint } from './key-hint.tsx'
import { ariaShortcut } from './shortcut.ts'
import { UiWords } from './ui-words.ts'
import { useShortcut } from './use-shortcut.ts'

export interface ButtonProps {
  children: ComponentChildren
  /** `next` is the one filled button of a screen. */
  variant?: 'next' | 'quiet' | 'danger' | undefined
  /** A promise keeps the button busy, and a second press without effect, until it settles. */
  onPress?: (() => unknown) | undefined
  /** Why it cannot be pressed now; the sentence stands beneath the button. */
  disabledBecause?: string | null | undefined
  busy?: boolean | undefined
  busyWord?: string | undefined
  shortcut?: string | undefined
  type?: 'button' | 'submit' | undefined
  large?: boolean | undefined
  wide?: boolean | undefined
  pressed?: boolean | undefined
  id?: string | undefined
  name?: string | undefined
  value?: string | undefined
  /** The spoken name, where the visible word is not enough. */
  label?: string | undefined
  lang?: string | undefined
}

/** Runs an act once at a time; the second press of an impatient thumb finds it still running. */
function useOnce(act: (() => unknown) | undefined) {
  const isRunning = useRef(false)
  const [running, setRunning] = useState(false)
  const run = () => {
    if (isRunning.current) return
    const outcome = act?.()
    if (!(outcome instanceof Promise)) return
    isRunning.current = true
    setRunning(true)
    void outcome.finally(() => {
      isRunning.current = false
      setRunning(false)
    })
  }
  return { running, run }
}

function classesOf({ variant = 'quiet', large, wide }: ButtonProps): string {
  return ['button', `button-${variant}`, large && 'button-large', wide && 'button-wide'].filter(Boolean).join(' ')
}

/** A button that says beforehand why it cannot be pressed, and stays in reach of the keyboard while it says so. */
export function Button(props: ButtonProps) {
  const { disabledBecause, busyWord, shortcut } = props
  const words = useContext(UiWords)
  const reasonId = useId()
  const element = useRef<HTMLButtonElement>(null)
  const { running, run } = useOnce(props.onPress)
  const busy = running || props.busy === true
  const blocked = busy || Boolean(disabledBecause)

  useShortcut(shortcut, () => (blocked ? element.current?.focus() : element.current?.click()), { within: element })

  // The wrapper is always there: were it to come and go with the reason, the button would be made anew and lose focus.
  return (
    <span class={props.wide ? 'button-place button-place-wide' : 'button-place'}>
      <button
        ref={element}
        class={classesOf(props)}
        type={props.type ?? 'button'}
        id={props.id}
        name={props.name}
        value={props.value}
        lang={props.lang}
        aria-label={props.label}
        aria-disabled={blocked ? true : undefined}
        aria-busy={busy ? true : undefined}
        aria-pressed={props.pressed}
        aria-describedby={disabledBecause ? reasonId : undefined}
        aria-keyshortcuts={shortcut ? ariaShortcut(shortcut) : undefined}
        onClick={(event) => {
          if (blocked) event.preventDefault()
          else run()
        }}
      >
        {busy ? (busyWord ?? words.working) : props.children}
        {shortcut && !busy ? <KeyHint keys={shortcut} /> : null}
      </button>
      {disabledBecause ? (
        <span class="button-reason" id={reasonId}>
          {disabledBecause}
        </span>
      ) : null}
    </span>
  )
}
