import { useEffect } from 'preact/hooks'
import { SignInScreen } from '#web/access/sign-in-screen.tsx'
import { SetUpScreen } from '#web/center/set-up-screen.tsx'
import { linkState } from '#web/core/link.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { DeskScreen } from '#web/shell/desk-screen.tsx'
import { Progress } from '#web/ui/progress.tsx'

/** The desk: set-up where there is no center yet, sign-in where nobody sits, then the screens of one's desks. */
export function DeskApp() {
  const [center] = store.all('center')
  // Screens, sheets and exports of a drill are marked in one place each.
  useEffect(() => {
    if (center) document.documentElement.dataset.kind = center.kind
  }, [center?.kind])
  if (session.value === undefined || (linkState.value === 'connecting' && !center))
    return <Progress word="つないでいます" />
  if (!center) return <SetUpScreen />
  if (!session.value.staff) return <SignInScreen />
  return <DeskScreen />
}
