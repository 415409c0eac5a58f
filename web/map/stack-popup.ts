import * as L from 'leaflet'
import type { MapMarker } from '#web/map/map-marker.ts'
import { mapWords } from '#web/map/map-words.ts'
import { drawMark } from '#web/map/marker-face.ts'
import type { MarkerStack } from '#web/map/marker-stacks.ts'

/** The small list of what lies at one place. At most one is open. */
export interface StackPopup {
  open: (stack: MarkerStack) => void
  /** The stack whose list is open, by its key. */
  openKey: () => string | null
  /** Shows changed members without closing; with null the place is empty now, and the list closes. */
  refresh: (stack: MarkerStack | null) => void
  close: () => void
}

function lineFor(marker: MapMarker, choose: (marker: MapMarker) => void): HTMLLIElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'map-stack-choice'
  const title = document.createElement('span')
  title.textContent = marker.emphasis === 'urgent' ? mapWords.urgent(marker.title) : marker.title
  button.append(drawMark(marker, 28), title)
  button.addEventListener('click', () => choose(marker))
  const line = document.createElement('li')
  line.append(button)
  return line
}

function contentFor(stack: MarkerStack, choose: (marker: MapMarker) => void, close: () => void): HTMLElement {
  const content = document.createElement('div')
  content.className = 'map-stack'
  const head = document.createElement('p')
  head.className = 'map-stack-head'
  head.textContent = mapWords.here(stack.members.length)
  const shut = document.createElement('button')
  shut.type = 'button'
  shut.className = 'map-stack-close'
  shut.textContent = mapWords.close
  shut.addEventListener('click', close)
  head.append(shut)
  const list = document.createElement('ul')
  list.append(...stack.members.map((marker) => lineFor(marker, choose)))
  content.append(head, list)
  content.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  })
  return content
}

/** Prepares the list; `onChoose` is told which member, `onClosed` where the list stood so that focus can go back there. */
export function createStackPopup(
  map: L.Map,
  hooks: { onChoose: (id: string) => void; onClosed: (key: string) => void },
): StackPopup {
  const popup = L.popup({ closeButton: false, className: 'map-popup', minWidth: 220, maxWidth: 300, offset: [0, -10] })
  let current: MarkerStack | null = null

  const close = () => {
    popup.close()
  }
  const choose = (marker: MapMarker) => {
    close()
    hooks.onChoose(marker.id)
  }
  const fill = (stack: MarkerStack) => {
    current = stack
    popup.setContent(contentFor(stack, choose, close))
  }
  const choices = () => [...(popup.getElement()?.querySelectorAll<HTMLElement>('.map-stack-choice') ?? [])]
  popup.on('remove', () => {
    const key = current?.key
    const hadFocus = popup.getElement()?.contains(document.activeElement) === true
    current = null
    if (key !== undefined && hadFocus) hooks.onClosed(key)
  })

  return {
    open: (stack) => {
      fill(stack)
      popup.setLatLng(stack.face.point).openOn(map)
      choices()[0]?.focus({ preventScroll: true })
    },
    openKey: () => current?.key ?? null,
    refresh: (stack) => {
      if (!stack || stack.members.length < 2) return close()
      const focused = choices().findIndex((choice) => choice.matches(':focus'))
      if (JSON.stringify(stack) === JSON.stringify(current)) return
      fill(stack)
      if (focused >= 0) choices()[Math.min(focused, stack.members.length - 1)]?.focus({ preventScroll: true })
    },
    close,
  }
}
