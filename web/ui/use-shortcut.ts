import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { deviceMemory } from './device-memory.ts'
import { matchesShortcut, parseShortcut, type Shortcut, writesCharacter } from './shortcut.ts'

export interface ShortcutOptions {
  /** False keeps the key free for others. */
  enabled?: boolean | undefined
  /** The element the key belongs to: while a dialog is open, only keys of elements inside it are heard. */
  within?: RefObject<Element | null> | undefined
}

const keptAs = 'characterKeys'

/** Whether keys without Ctrl or Alt act on this device; those who speak to their computer switch them off (WCAG 2.1.4). */
export function characterKeysOn(): boolean {
  return deviceMemory.read(keptAs) !== 'off'
}

export function setCharacterKeys(on: boolean): void {
  deviceMemory.write(keptAs, on ? 'on' : 'off')
}

const notTyping = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file', 'color']

function isTypingIn(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !notTyping.includes(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLElement && target.isContentEditable
}

/** Enter on a button or link presses that one, whatever else Enter means on the page. */
function belongsToTarget(shortcut: Shortcut, target: EventTarget | null): boolean {
  const presses = (shortcut.key === 'enter' || shortcut.key === ' ') && !shortcut.ctrl && !shortcut.alt
  return presses && target instanceof Element && target.closest('a, button, summary') !== null
}

function isBehindDialog(element: Element | null | undefined): boolean {
  const top = Array.from(document.querySelectorAll('dialog[open]')).at(-1)
  return top !== undefined && !(element != null && top.contains(element))
}

/** What is typed is taken back by the field itself, letter by letter, as everywhere on the computer. */
function belongsToField({ key, ctrl }: Shortcut, target: EventTarget | null): boolean {
  return ctrl && (key === 'z' || key === 'y') && isTypingIn(target)
}

/** Whether this press is meant for that shortcut, and nobody nearer has a claim on the key. */
function isMeant(shortcut: Shortcut, event: KeyboardEvent, within: ShortcutOptions['within']): boolean {
  if (event.defaultPrevented || event.repeat || !matchesShortcut(shortcut, event)) return false
  if (writesCharacter(shortcut) && (isTypingIn(event.target) || !characterKeysOn())) return false
  if (belongsToField(shortcut, event.target)) return false
  return !belongsToTarget(shortcut, event.target) && !isBehindDialog(within?.current)
}

/** Runs an act on a key, anywhere on the page, unless someone is typing, composing, or busy in a dialog above. */
export function useShortcut(keys: string | null | undefined, run: () => void, options: ShortcutOptions = {}): void {
  const latest = useRef({ run, options })
  latest.current = { run, options }

  // Before the paint: a key that the screen already shows is heard, however fast the hands are.
  useLayoutEffect(() => {
    if (!keys) return
    const shortcut = parseShortcut(keys)
    const onKeyDown = (event: KeyboardEvent) => {
      const { run: act, options: now } = latest.current
      if (now.enabled === false || !isMeant(shortcut, event, now.within)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [keys])
}
