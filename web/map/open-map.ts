import 'leaflet/dist/leaflet.css'
import './map.css'
import './marks.css'
import * as L from 'leaflet'
import type { Point } from '#shared/places/place.ts'
import { addBaseMap, type BaseMapState } from '#web/map/base-map.ts'
import { addGround, wardBounds } from '#web/map/ground-layer.ts'
import { keepFrame } from '#web/map/map-frame.ts'
import { moveByKey } from '#web/map/map-keys.ts'
import type { BaseMap, MapMarker } from '#web/map/map-marker.ts'
import { addMarkerLayer } from '#web/map/marker-layer.ts'
import { addPinLayer } from '#web/map/pin-layer.ts'

export interface MapHooks {
  onSelect: ((id: string) => void) | null
  onPinMove: ((point: Point) => void) | null
  onBaseMapState: (state: BaseMapState) => void
}

/** A map in the page, and everything a screen may ask of it. */
export interface OpenMap {
  showMarkers: (markers: readonly MapMarker[], selectedId: string | null) => void
  reveal: (id: string) => void
  showPin: (pin: Point | null) => void
  showBaseMap: (baseMap: BaseMap | null) => void
  /** Shows all of the ward, or all markers, until a hand moves the map. */
  fit: (what: 'ward' | 'markers') => void
  zoomBy: (levels: number) => void
  close: () => void
}

function createLeafletMap(container: HTMLElement, animate: boolean): L.Map {
  const map = L.map(container, {
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    zoomAnimation: animate,
    fadeAnimation: animate,
    markerZoomAnimation: animate,
    inertia: animate,
    zoomSnap: 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 90,
    minZoom: 10,
    maxZoom: 19,
    maxBounds: wardBounds.pad(1),
  })
  map.fitBounds(wardBounds, { animate: false })
  L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map)
  return map
}

/** Opens the ward's map inside an empty element. */
export function openMap(container: HTMLElement, hooks: MapHooks): OpenMap {
  const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = createLeafletMap(container, animate)
  const ground = addGround(map)
  const frame = keepFrame(map, container, wardBounds)
  const markerLayer = addMarkerLayer(map, {
    animate,
    onSelect: hooks.onSelect,
    onDrawn: ground.names.lay,
  })
  markerLayer.show([], null)
  const pinLayer = addPinLayer(map, hooks.onPinMove)
  let removeBaseMap: (() => void) | null = null

  const zoomBy = (levels: number) => {
    frame.letGo()
    map.setZoomAround(markerLayer.anchor() ?? map.getCenter(), map.getZoom() + levels, { animate })
  }
  const onKey = (event: KeyboardEvent) => {
    const inPopup = event.target instanceof Element && event.target.closest('.leaflet-popup') !== null
    // Ctrl+Enter and its like belong to the screen around the map.
    if (inPopup || event.ctrlKey || event.metaKey || event.altKey) return
    const placesPin = event.key === 'Enter' && event.target === container && hooks.onPinMove !== null
    if (placesPin) pinLayer.placeAtCentre()
    else if (!moveByKey(map, event, animate, zoomBy)) return
    frame.letGo()
    event.preventDefault()
  }
  container.addEventListener('keydown', onKey)

  return {
    showMarkers: (markers, selectedId) => {
      markerLayer.show(markers, selectedId)
      frame.setPoints(markers.map((marker) => marker.point))
    },
    reveal: markerLayer.reveal,
    showPin: (pin) => {
      pinLayer.show(pin)
      if (pin) map.panInside(pin, { padding: [44, 44], animate })
    },
    showBaseMap: (baseMap) => {
      removeBaseMap?.()
      removeBaseMap = baseMap && addBaseMap(map, baseMap, hooks.onBaseMapState)
    },
    fit: frame.fit,
    zoomBy,
    close: () => {
      container.removeEventListener('keydown', onKey)
      frame.close()
      removeBaseMap?.()
      markerLayer.close()
      pinLayer.close()
      ground.close()
      map.remove()
    },
  }
}
