import { signal } from '@preact/signals'
import { profileNamed } from '#shared/center/profiles.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { DeskBanners } from '#web/shell/desk-banners.tsx'
import { panelComponents } from '#web/shell/panels.tsx'
import { TopBar } from '#web/shell/top-bar.tsx'
import { deskNames } from '#web/texts/desks.ts'

const chosenDesk = signal<string | null>(null)

/** The desks that the person at this device staffs now. */
function myDesks() {
  const [center] = store.all('center')
  const me = store.get('staff', session.value?.staff?.staffId)
  if (!center || !me) return []
  return profileNamed(center.profileName).desks.filter(({ name }) => me.deskNames.includes(name))
}

/** One desk's screen: the panels that the profile lists, arranged by the desk's name. */
export function DeskScreen() {
  const desks = myDesks()
  const desk = desks.find(({ name }) => name === chosenDesk.value) ?? desks[0]
  return (
    <>
      <TopBar desks={desks} current={desk?.name ?? null} onChoose={(name) => (chosenDesk.value = name)} />
      <DeskBanners />
      <main class={`panels panels-${desk?.name ?? 'none'}`}>
        <h1 class="visually-hidden">{desk ? (deskNames[desk.name] ?? desk.name) : ''}</h1>
        {desk?.panels.map((panel) => {
          const Panel = panelComponents[panel]
          return <Panel key={panel} />
        })}
      </main>
    </>
  )
}
