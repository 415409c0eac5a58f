import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { isInsideWard } from '#shared/places/inside-ward.ts'
import { nearestTown } from '#shared/places/nearest.ts'
import type { Point } from '#shared/places/place.ts'
import { placeSources } from '#shared/places/sources.ts'
import type { Town } from '#shared/places/towns.ts'
import type { BaseMapState } from '#web/map/base-map.ts'
import type { BaseMap, MapMarker } from '#web/map/map-marker.ts'
import { mapWords } from '#web/map/map-words.ts'
import { type OpenMap, openMap } from '#web/map/open-map.ts'

export interface MapViewProps {
  /** What this map shows, for those who do not see it. */
  label: string
  markers: readonly MapMarker[]
  selectedId?: string | null | undefined
  /** Without it the markers are pictures, not buttons: the board. */
  onSelect?: ((id: string) => void) | undefined
  pin?: Point | null | undefined
  /** Turns the pin on: told the point and the nearest town, which is a proposal; null outside the ward. */
  onPinMove?: ((point: Point, town: Town | null) => void) | undefined
  fit?: 'ward' | 'markers' | undefined
  baseMap?: BaseMap | null | undefined
  onTileProblem?: (() => void) | undefined
  /** A CSS length; the width is that of the panel. */
  height?: string | undefined
}

/** What the map calls back is always the newest of the props, though the map itself is opened once. */
function useOpenMap(props: MapViewProps, setBaseMapState: (state: BaseMapState) => void) {
  const canvas = useRef<HTMLDivElement>(null)
  const map = useRef<OpenMap | null>(null)
  const latest = useRef(props)
  latest.current = props
  const chooses = props.onSelect !== undefined
  const pins = props.onPinMove !== undefined
  useEffect(() => {
    if (!canvas.current) return
    map.current = openMap(canvas.current, {
      onSelect: chooses ? (id) => latest.current.onSelect?.(id) : null,
      onPinMove: pins
        ? (point) => latest.current.onPinMove?.(point, isInsideWard(point) ? nearestTown(point).town : null)
        : null,
      onBaseMapState: setBaseMapState,
    })
    return () => {
      map.current?.close()
      map.current = null
    }
  }, [chooses, pins, setBaseMapState])
  return { canvas, map, mode: `${chooses} ${pins}` }
}

/** Hands changed props to the open map, each by itself. */
function useMapProps(props: MapViewProps, map: { current: OpenMap | null }, mode: string): void {
  const { markers, selectedId = null, pin = null, baseMap = null, fit = 'ward' } = props
  // A new mode opens a new map, which starts empty: every effect runs again.
  useEffect(() => map.current?.fit(fit), [fit, mode])
  useEffect(() => map.current?.showMarkers(markers, selectedId), [markers, selectedId, mode])
  // The selected marker is revealed once, not at every change of the markers.
  useEffect(() => {
    if (selectedId !== null) map.current?.reveal(selectedId)
  }, [selectedId, mode])
  // A pin is its coordinates and a base map its address; screens make the objects anew at every drawing.
  useEffect(() => map.current?.showPin(pin), [pin?.lat, pin?.lng, mode])
  useEffect(() => map.current?.showBaseMap(baseMap), [baseMap?.url, baseMap?.maxNativeZoom, mode])
}

function pinSentence(pin: Point | null | undefined): string {
  if (!pin) return mapWords.pinHelp
  return isInsideWard(pin) ? mapWords.pinNear(nearestTown(pin).town.name) : mapWords.pinOutside
}

function MapControls({ map }: { map: { current: OpenMap | null } }) {
  return (
    <div class="map-controls">
      <button type="button" class="map-control" aria-label={mapWords.zoomIn} onClick={() => map.current?.zoomBy(1)}>
        ＋
      </button>
      <button type="button" class="map-control" aria-label={mapWords.zoomOut} onClick={() => map.current?.zoomBy(-1)}>
        －
      </button>
      <button type="button" class="map-control map-control-word" onClick={() => map.current?.fit('ward')}>
        {mapWords.wholeWard}
      </button>
    </div>
  )
}

function MapFoot({ baseMap }: { baseMap: BaseMap | null | undefined }) {
  return (
    <p class="map-foot">
      <span class="map-legend">
        <i class="map-sign map-sign-base" aria-hidden="true" /> {mapWords.legend.base}
      </span>
      <span class="map-legend">
        <i class="map-sign map-sign-station" aria-hidden="true" /> {mapWords.legend.station}
      </span>
      <span class="map-legend">
        <i class="map-sign map-sign-office" aria-hidden="true" /> {mapWords.legend.office}
      </span>
      <small>
        {placeSources}
        {baseMap ? `・${baseMap.attribution}` : ''}
      </small>
    </p>
  )
}

/** The ward's map with whatever is handed in; knows no store and no slice. It draws without any line to the outside. */
export function MapView(props: MapViewProps) {
  const [baseMapState, setBaseMapState] = useState<BaseMapState>('none')
  const { canvas, map, mode } = useOpenMap(props, setBaseMapState)
  useMapProps(props, map, mode)
  const { onTileProblem } = props
  useEffect(() => {
    if (baseMapState === 'failed') onTileProblem?.()
  }, [baseMapState, onTileProblem])
  const id = useId()
  const foot = useRef<HTMLDivElement>(null)
  const pins = props.onPinMove !== undefined
  const still = !(pins || props.onSelect)
  return (
    <div class={`map-view${baseMapState === 'shown' ? ' map-view-tiles' : ''}${pins ? ' map-view-pins' : ''}`}>
      {!still && (
        <button type="button" class="map-skip" onClick={() => foot.current?.focus()}>
          {mapWords.skip}
        </button>
      )}
      <div class="map-stage" style={{ height: props.height ?? '420px' }}>
        <div
          ref={canvas}
          class="map-canvas"
          role="application"
          aria-roledescription={mapWords.kind}
          aria-label={props.label}
          aria-describedby={`${id}-help`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the map itself is moved by keys
          tabIndex={0}
        />
        {pins && <div class="map-cross" aria-hidden="true" />}
        {!still && <MapControls map={map} />}
      </div>
      <div ref={foot} tabIndex={-1} class="map-under">
        {baseMapState === 'failed' && (
          <p class="map-notice" role="status">
            {mapWords.tileProblem}
          </p>
        )}
        {pins && (
          <p class="map-pin-line" aria-live="polite">
            {pinSentence(props.pin)}
          </p>
        )}
        <p id={`${id}-help`} class="visually-hidden">
          {mapWords.help}
        </p>
        <MapFoot baseMap={props.baseMap} />
      </div>
    </div>
  )
}
