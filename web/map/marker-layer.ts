import type * as L from 'leaflet'
import type { Point } from '#shared/places/place.ts'
import type { MapMarker } from '#web/map/map-marker.ts'
import { createEntry, drawEntry, type EntryHooks, heightOf, type MarkerEntry } from '#web/map/marker-entry.ts'
import { type MarkerStack, stackMarkers } from '#web/map/marker-stacks.ts'
import { remScale } from '#web/map/rem-scale.ts'
import { createStackPopup } from '#web/map/stack-popup.ts'

export interface MarkerLayer {
  show: (markers: readonly MapMarker[], selectedId: string | null) => void
  /** Moves the map just far enough to show this marker. */
  reveal: (id: string) => void
  /** What a zoom should keep in its place: the marker with the focus, else the selected one, if it is in sight. */
  anchor: () => Point | null
  close: () => void
}

export interface MarkerLayerHooks {
  animate: boolean
  onSelect: ((id: string) => void) | null
  /** Told where markers stand after each drawing, so that names can keep clear of them. */
  onDrawn: (points: readonly Point[]) => void
}

type Entries = Map<string, MarkerEntry>

/** Pixels that a revealed or focused marker keeps from the map's edge. */
const margin = 44

const holds = (entry: MarkerEntry, id: string) => entry.stack.members.some((member) => member.id === id)

/** Gives each stack its entry: the known ones stay, new ones come, the others go. */
function matchEntries(map: L.Map, entries: Entries, stacks: readonly MarkerStack[], hooks: EntryHooks): void {
  const keys = new Set(stacks.map((stack) => stack.key))
  for (const [key, entry] of entries) {
    if (keys.has(key)) continue
    entry.pin.remove()
    entries.delete(key)
  }
  for (const stack of stacks) {
    const known = entries.get(stack.key)
    if (known) {
      known.stack = stack
      continue
    }
    const entry = createEntry(stack, hooks)
    entries.set(stack.key, entry)
    entry.pin.addTo(map)
  }
}

/** Only markers in sight are tab stops; the others are reached through the list beside the map. */
function limitTabStops(map: L.Map, entries: Entries): void {
  const sight = map.getBounds()
  for (const { pin, stack } of entries.values()) {
    const element = pin.getElement()
    const tabIndex = sight.contains(stack.face.point) ? 0 : -1
    if (element && element.tabIndex !== tabIndex) element.tabIndex = tabIndex
  }
}

/** When stacks form anew, the focus follows the marker it was on instead of falling off the map. */
function keepFocus(entries: Entries, focusedId: string | undefined): void {
  if (focusedId === undefined) return
  const element = [...entries.values()].find((entry) => holds(entry, focusedId))?.pin.getElement()
  if (element && element !== document.activeElement) element.focus({ preventScroll: true })
}

function anchorOf(map: L.Map, entries: Entries, selectedId: string | null): Point | null {
  const all = [...entries.values()]
  const focused = all.find(({ pin }) => pin.getElement() === document.activeElement)
  const anchor = focused ?? all.find((entry) => entry.stack.face.id === selectedId)
  return anchor && map.getBounds().contains(anchor.stack.face.point) ? anchor.stack.face.point : null
}

/** Pressing a single marker chooses it, pressing a stack opens the list of what lies there. */
function createPress(map: L.Map, entries: Entries, onSelect: (id: string) => void) {
  const popup = createStackPopup(map, {
    onChoose: onSelect,
    onClosed: (key) => entries.get(key)?.pin.getElement()?.focus({ preventScroll: true }),
  })
  const press = (key: string) => {
    const stack = entries.get(key)?.stack
    if (!stack) return
    if (stack.members.length > 1) popup.open(stack)
    else onSelect(stack.face.id)
  }
  return { popup, press }
}

/**
 * Draws markers and keeps them up to date by difference: only what has changed is touched. With `onSelect` null they are
 * pictures, as on the board.
 */
export function addMarkerLayer(map: L.Map, { animate, onSelect, onDrawn }: MarkerLayerHooks): MarkerLayer {
  const entries: Entries = new Map()
  let markers: readonly MapMarker[] = []
  let selectedId: string | null = null
  const choice = onSelect && createPress(map, entries, onSelect)
  const keepInSight = (entry: MarkerEntry) =>
    map.panInside(entry.stack.face.point, { padding: [margin, margin], animate })
  const hooks: EntryHooks = {
    press: choice?.press ?? null,
    focused: (entry) => {
      entry.pin.setZIndexOffset(9000)
      keepInSight(entry)
    },
    blurred: (entry) => entry.pin.setZIndexOffset(heightOf(entry.stack, selectedId)),
  }
  const redraw = () => {
    const zoom = map.getZoom()
    const stacks = stackMarkers(markers, selectedId, (point) => map.project(point, zoom), remScale())
    const focused = [...entries.values()].find(({ pin }) => pin.getElement() === document.activeElement)
    const focusedId = focused?.stack.face.id
    matchEntries(map, entries, stacks, hooks)
    for (const entry of entries.values()) drawEntry(entry, selectedId, onSelect !== null)
    updateReach()
    keepFocus(entries, focusedId)
    onDrawn(stacks.map((stack) => stack.face.point))
    const openKey = choice?.popup.openKey()
    if (typeof openKey === 'string') choice?.popup.refresh(entries.get(openKey)?.stack ?? null)
  }
  const updateReach = () => {
    if (choice) limitTabStops(map, entries)
  }
  map.on('zoomend', redraw)
  map.on('moveend', updateReach)
  return {
    show: (nextMarkers, nextSelectedId) => {
      markers = nextMarkers
      selectedId = nextSelectedId
      redraw()
    },
    reveal: (id) => {
      const entry = [...entries.values()].find((candidate) => holds(candidate, id))
      if (entry) keepInSight(entry)
    },
    anchor: () => anchorOf(map, entries, selectedId),
    close: () => {
      map.off('zoomend', redraw)
      map.off('moveend', updateReach)
      choice?.popup.close()
      matchEntries(map, entries, [], hooks)
    },
  }
}
