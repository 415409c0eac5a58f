import type { Point } from '#shared/places/place.ts'
import type { MapMarker } from '#web/map/map-marker.ts'

/** Markers that would cover each other on the screen; the first is shown, the others are counted and listed. */
export interface MarkerStack {
  /** Does not change when another member comes to the front, so that the element and its focus stay. */
  key: string
  face: MapMarker
  members: readonly MapMarker[]
}

/** Closer than this, in pixels across and down at standard letter size, one mark hides the other's letter; marks are wider than high. */
const reach = { across: 30, down: 24 }

interface Pixel {
  x: number
  y: number
}

const isNear = (one: Pixel, other: Pixel, scale: number) =>
  Math.abs(one.x - other.x) < reach.across * scale && Math.abs(one.y - other.y) < reach.down * scale

function urgency(marker: MapMarker, selectedId: string | null): number {
  if (marker.id === selectedId) return 0
  if (marker.dimmed) return 3
  return marker.emphasis === 'urgent' ? 1 : 2
}

/**
 * Puts markers that lie on each other at the present zoom together. The selected one comes to the front, then urgent ones,
 * then the order handed in; a plain count would hide what matters. `scale` is 1 at standard
 * letter size.
 */
export function stackMarkers(
  markers: readonly MapMarker[],
  selectedId: string | null,
  project: (point: Point) => Pixel,
  scale = 1,
): MarkerStack[] {
  const inOrder = markers
    .map((marker) => ({ marker, urgency: urgency(marker, selectedId), at: project(marker.point) }))
    .sort((one, other) => one.urgency - other.urgency)
  const stacks: { at: Pixel; members: MapMarker[] }[] = []
  for (const { marker, at } of inOrder) {
    const near = stacks.find((stack) => isNear(stack.at, at, scale))
    if (near) near.members.push(marker)
    else stacks.push({ at, members: [marker] })
  }
  return stacks.flatMap(({ members }) => {
    const [face] = members
    return face ? [{ key: members.map((member) => member.id).reduce((a, b) => (a < b ? a : b)), face, members }] : []
  })
}
