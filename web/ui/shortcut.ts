/** One shortcut as a desk reads it on a button: 'n', '/', 'F2', 'Ctrl+Enter', 'Alt+1'. */
export interface Shortcut {
  key: string
  ctrl: boolean
  alt: boolean
  shift: boolean
}

/** The part of a keyboard event that decides; a plain object in tests. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
  keyCode: number
}

export function parseShortcut(keys: string): Shortcut {
  const parts = keys.length > 1 ? keys.split('+') : [keys]
  const modifiers = parts.slice(0, -1)
  return {
    key: (parts.at(-1) ?? '').toLowerCase(),
    ctrl: modifiers.includes('Ctrl'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
  }
}

/**
 * While an input method composes, every key belongs to it. Safari reports the key that ends a composition with
 * isComposing already false; 229 is then the only sign left.
 */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229
}

/** Enter and nothing with it: what a field takes for itself. Ctrl+Enter belongs to the button of the screen. */
export function isPlainEnter(press: KeyPress): boolean {
  return press.key === 'Enter' && !isComposing(press) && !press.ctrlKey && !press.metaKey && !press.altKey
}

function sameKey(shortcut: Shortcut, press: KeyPress): boolean {
  if (press.key.toLowerCase() === shortcut.key) return true
  // With Alt held, a Mac writes another letter; the position of the key still says which one was meant.
  return shortcut.alt && (press.code === `Key${shortcut.key.toUpperCase()}` || press.code === `Digit${shortcut.key}`)
}

/** Whether this press is that shortcut. Shift is not asked for signs such as '?', which need it on some keyboards only. */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress): boolean {
  if (isComposing(press) || !sameKey(shortcut, press)) return false
  if (shortcut.ctrl !== (press.ctrlKey || press.metaKey) || shortcut.alt !== press.altKey) return false
  const isSign = shortcut.key.length === 1 && !/[a-z0-9]/.test(shortcut.key)
  return isSign || shortcut.shift === press.shiftKey
}

/** Whether the shortcut would write a character, and so must keep quiet while someone types. */
export function writesCharacter(shortcut: Shortcut): boolean {
  return !shortcut.ctrl && !shortcut.alt && !/^f\d{1,2}$/.test(shortcut.key)
}

/** The same keys in the words of `aria-keyshortcuts`. */
export function ariaShortcut(keys: string): string {
  return keys.replace('Ctrl+', 'Control+')
}
