import type { Desk } from '#shared/center/profile.ts'
import { clockOf } from '#shared/core/time.ts'
import { centerTime } from '#web/core/clock.ts'
import { heardAgoSeconds, linkState } from '#web/core/link.ts'
import { session, signOut } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { deskNames } from '#web/texts/desks.ts'
import { Button } from '#web/ui/button.tsx'
import { Freshness } from '#web/ui/freshness.tsx'

/** The bar that never changes place: center, this person's desks, freshness, the center's clock, who acts. */
export function TopBar({
  desks,
  current,
  onChoose,
}: {
  desks: readonly Desk[]
  current: string | null
  onChoose: (name: string) => void
}) {
  const [center] = store.all('center')
  const state = linkState.value === 'live' ? 'live' : linkState.value === 'offline' ? 'offline' : 'stale'
  return (
    <header class="top-bar">
      <strong class="top-bar-center">{center?.name}</strong>
      <nav class="top-bar-desks" aria-label="デスク">
        {desks.map(({ name }) => (
          <button
            key={name}
            type="button"
            aria-current={name === current ? 'page' : undefined}
            onClick={() => onChoose(name)}
          >
            {deskNames[name] ?? name}
          </button>
        ))}
      </nav>
      <span class="top-bar-fresh">
        <Freshness state={state} since={`${heardAgoSeconds.value}秒前`} />
      </span>
      <time class="top-bar-clock">{centerTime.value === 0 ? '--:--' : clockOf(centerTime.value, 'Asia/Tokyo')}</time>
      <span class="top-bar-who">
        いま: {session.value?.staff?.name} <Button onPress={() => void signOut()}>交代</Button>
      </span>
    </header>
  )
}
