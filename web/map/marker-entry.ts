import * as L from 'leaflet'
import { mapWords } from '#web/map/map-words.ts'
import { createFace, type MarkerFace } from '#web/map/marker-face.ts'
import type { MarkerStack } from '#web/map/marker-stacks.ts'

/** What stands on the map for one stack: Leaflet's marker around the map's own element. */
export interface MarkerEntry {
  stack: MarkerStack
  face: MarkerFace
  pin: L.Marker
}

export interface EntryHooks {
  /** Null where markers are pictures, as on the board. */
  press: ((key: string) => void) | null
  focused: (entry: MarkerEntry) => void
  blurred: (entry: MarkerEntry) => void
}

function labelOf({ face, members }: MarkerStack): string {
  const title = face.emphasis === 'urgent' ? mapWords.urgent(face.title) : face.title
  return members.length > 1 ? mapWords.stack(title, members.length) : title
}

/** How far above others a stack lies: the selected one over urgent ones, what a filter leaves out at the bottom. */
export function heightOf({ face }: MarkerStack, selectedId: string | null): number {
  if (face.id === selectedId) return 2000
  if (face.dimmed) return -1000
  return face.emphasis === 'urgent' ? 1000 : 0
}

function listen(element: HTMLElement, entry: MarkerEntry, hooks: EntryHooks): void {
  element.addEventListener('focus', () => hooks.focused(entry))
  element.addEventListener('blur', () => hooks.blurred(entry))
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    hooks.press?.(entry.stack.key)
  })
}

export function createEntry(stack: MarkerStack, hooks: EntryHooks): MarkerEntry {
  const face = createFace()
  // Without a size of its own the style sheet decides, so that marks grow with the letters.
  const icon = L.divIcon({ html: face.element, className: 'map-marker', iconSize: undefined })
  // Leaflet's own keyboard support makes every marker a tab stop, also those out of sight.
  const pin = L.marker(stack.face.point, { icon, keyboard: false, interactive: hooks.press !== null })
  const entry: MarkerEntry = { stack, face, pin }
  pin.on('click', () => hooks.press?.(stack.key))
  pin.on('add', () => {
    const element = pin.getElement()
    if (!element) return
    element.setAttribute('role', hooks.press ? 'button' : 'img')
    listen(element, entry, hooks)
  })
  return entry
}

/** Brings an entry up to date with its stack; what has not changed is not touched. */
export function drawEntry({ stack, face, pin }: MarkerEntry, selectedId: string | null, chooses: boolean): void {
  if (!pin.getLatLng().equals(stack.face.point)) pin.setLatLng(stack.face.point)
  pin.setZIndexOffset(heightOf(stack, selectedId))
  const label = labelOf(stack)
  const selected = stack.face.id === selectedId
  const changed = face.show({ marker: stack.face, count: stack.members.length, selected, label })
  if (!changed) return
  const element = pin.getElement()
  element?.setAttribute('aria-label', label)
  if (chooses) element?.setAttribute('aria-pressed', String(selected))
}
