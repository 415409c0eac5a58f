import { useMemo } from 'preact/hooks'
import type { Point } from '#shared/places/place.ts'
import { type Town, townById } from '#shared/places/towns.ts'
import { store } from '#web/core/store.ts'
import type { MapMarker } from '#web/map/map-marker.ts'
import { MapView } from '#web/map/map-view.tsx'
import type { NeedDraft } from '#web/needs/need-draft.ts'
import { type AlikeHousehold, needMarker } from '#web/needs/selectors.ts'
import { needsWords } from '#web/texts/needs.ts'

interface PinMapProps {
  draft: NeedDraft
  change: (part: Partial<NeedDraft>) => void
  alike: readonly AlikeHousehold[]
  height: string
}

/** The chosen town's own point, so that the map goes there before a pin is set. */
function townMarker(townId: string): MapMarker[] {
  const town = townById(townId)
  if (!town) return []
  return [
    {
      id: town.id,
      kind: 'base',
      point: town,
      shape: 'circle',
      colour: '#0b6e6e',
      mark: needsWords.townMark,
      title: town.name,
    },
  ]
}

/** The small map beneath: where the pin is set, and where those stand who may be the same. */
export function PinMap({ draft, change, alike, height }: PinMapProps) {
  const pin: Point | null = draft.lat === '' ? null : { lat: Number(draft.lat), lng: Number(draft.lng) }
  const needIds = alike.flatMap(({ needs }) => needs.map(({ id }) => id)).join(' ')
  const markers = useMemo(() => {
    const needs = alike.flatMap((one) => one.needs)
    const drawn = needs.map((need) => needMarker(need, store.get('needContact', need.id)))
    return [...townMarker(draft.townId), ...drawn.filter((marker) => marker !== null)]
  }, [draft.townId, needIds])
  const setPin = (point: Point, town: Town | null) => {
    const where = { lat: String(point.lat), lng: String(point.lng) }
    // The nearest town is a proposal: it fills an empty field and never replaces what was said.
    const proposal = draft.townText === '' && town ? { townId: town.id, townText: town.name } : {}
    change({ ...where, ...proposal })
  }
  return (
    <MapView
      key={draft.townId}
      label={needsWords.place.map}
      markers={markers}
      pin={pin}
      onPinMove={setPin}
      fit={draft.townId === '' ? 'ward' : 'markers'}
      height={height}
    />
  )
}
