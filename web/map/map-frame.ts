import * as L from 'leaflet'
import type { Point } from '#shared/places/place.ts'

/** What the map shows by itself until a hand moves it. */
export interface MapFrame {
  fit: (what: 'ward' | 'markers') => void
  /** The points that 'markers' means; the first that come are shown. */
  setPoints: (points: readonly Point[]) => void
  /** From now on the map stays where it is put. */
  letGo: () => void
  close: () => void
}

/** Keeps the ward or the markers in the frame while the panel changes its size; Leaflet listens to the window only. */
export function keepFrame(map: L.Map, container: HTMLElement, ward: L.LatLngBounds): MapFrame {
  let fitting: 'ward' | 'markers' | null = 'ward'
  let points: readonly Point[] = []

  const fitNow = () => {
    if (fitting === null) return
    const chosen = fitting === 'markers' && points.length > 0
    map.fitBounds(chosen ? L.latLngBounds([...points]) : ward, {
      animate: false,
      padding: chosen ? [40, 40] : [8, 8],
      maxZoom: 16,
    })
  }
  const letGo = () => {
    fitting = null
  }
  const observer = new ResizeObserver(() => {
    if (container.clientWidth === 0 || container.clientHeight === 0) return
    map.invalidateSize({ animate: false, pan: false })
    fitNow()
  })
  observer.observe(container)
  container.addEventListener('wheel', letGo, { passive: true })
  container.addEventListener('pointerdown', letGo)

  return {
    fit: (what) => {
      fitting = what
      fitNow()
    },
    setPoints: (next) => {
      const first = points.length === 0 && next.length > 0
      points = next
      if (first && fitting === 'markers') fitNow()
    },
    letGo,
    close: () => {
      observer.disconnect()
      container.removeEventListener('wheel', letGo)
      container.removeEventListener('pointerdown', letGo)
    },
  }
}
