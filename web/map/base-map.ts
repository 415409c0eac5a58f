import * as L from 'leaflet'
import type { BaseMap } from '#web/map/map-marker.ts'

/** Whether the picture beneath is to be seen: `failed` as soon as a tile fails and none has come. */
export type BaseMapState = 'none' | 'shown' | 'failed'

/** Lays a picture beneath the ward; answers how to take it away again. */
export function addBaseMap(map: L.Map, baseMap: BaseMap, onState: (state: BaseMapState) => void): () => void {
  const layer = L.tileLayer(baseMap.url, { maxNativeZoom: baseMap.maxNativeZoom, maxZoom: map.getMaxZoom() })
  let loaded = 0
  let failed = 0
  const tell = () => {
    if (loaded > 0) onState('shown')
    else if (failed > 0) onState('failed')
  }
  // Each view is judged by itself: the line may come back, and a stored map may end at the ward's border.
  layer.on('loading', () => {
    loaded = 0
    failed = 0
  })
  layer.on('tileload', () => {
    loaded += 1
    tell()
  })
  layer.on('tileerror', () => {
    failed += 1
    tell()
  })
  layer.addTo(map)
  return () => {
    layer.remove()
    onState('none')
  }
}
