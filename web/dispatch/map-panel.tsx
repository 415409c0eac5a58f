import './dispatch.css'
import { useMemo, useState } from 'preact/hooks'
import type { Panel } from '#shared/center/profile.ts'
import { store } from '#web/core/store.ts'
import { mapWorkBeside } from '#web/dispatch/map-work.ts'
import { drawnOnMap } from '#web/dispatch/need-markers.ts'
import { MapView } from '#web/map/map-view.tsx'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { CheckField } from '#web/ui/check-field.tsx'
import { deviceMemory } from '#web/ui/device-memory.ts'

const keptAs = 'baseMap'

/** The national map through the center's own server; the page itself asks no third party for anything. */
const baseMap = { url: '/tiles/{z}/{x}/{y}.png', attribution: t.baseMapSource, maxNativeZoom: 18 }

/** Where the work of this screen lies, with the selection of the list beside it. */
export function MapPanel({ beside }: { beside: readonly Panel[] }) {
  const work = mapWorkBeside(beside)
  const [online, setOnline] = useState(deviceMemory.read(keptAs) === 'on')
  const { markers, unplaced, approximate } = drawnOnMap(store, work)
  const drawing = JSON.stringify(markers)
  const steady = useMemo(() => markers, [drawing])
  const choose = (id: string) => {
    const team = id.startsWith('team ') ? store.get('team', id.slice(5)) : undefined
    work.choose(team ? team.needId : id)
  }
  const switchBaseMap = (on: boolean) => {
    deviceMemory.write(keptAs, on ? 'on' : 'off')
    setOnline(on)
  }
  return (
    <section class="panel map-panel" aria-label={t.map}>
      <div class="map-panel-line">
        <h2 class="visually-hidden">{t.map}</h2>
        <CheckField label={t.baseMap} checked={online} onChange={switchBaseMap} />
        {unplaced > 0 ? <span class="quiet">{t.unplaced(unplaced)}</span> : null}
        {approximate > 0 ? <span class="quiet">{t.approximateCount(approximate)}</span> : null}
      </div>
      <MapView
        label={work.label}
        markers={steady}
        selectedId={work.selectedId()}
        onSelect={choose}
        baseMap={online ? baseMap : null}
        height="100%"
      />
    </section>
  )
}
