import { useEffect } from 'preact/hooks'
import { ConsentDialog } from '#web/access/consent-dialog.tsx'
import { deskLocked } from '#web/access/desk-lock.ts'
import { SignInScreen } from '#web/access/sign-in-screen.tsx'
import { StepUpDialog } from '#web/access/step-up-dialog.tsx'
import { SetUpScreen } from '#web/center/set-up-screen.tsx'
import { linkState } from '#web/core/link.ts'
import { seatedStaff, session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { CoverWithoutLine } from '#web/keeping/move-desk.tsx'
import { SignInToTakeOver } from '#web/keeping/moved-here-banner.tsx'
import { DarkCover, deskIsDark } from '#web/practice/dark-screen.tsx'
import { KeptHowLong } from '#web/privacy/kept-how-long-panel.tsx'
import { CoveredDesk } from '#web/shell/covered-desk.tsx'
import { DeskScreen } from '#web/shell/desk-screen.tsx'
import { shellTexts } from '#web/texts/shell.ts'
import { Progress } from '#web/ui/progress.tsx'

/** What may be asked before an act is carried out. */
function Questions() {
  return (
    <>
      <StepUpDialog />
      <ConsentDialog />
    </>
  )
}

/** Who sits here, and what a page without its center, or one that opened by itself, has to say beside. */
function SignIn() {
  return (
    <SignInScreen>
      <SignInToTakeOver />
      <CoverWithoutLine />
    </SignInScreen>
  )
}

/** What lies over a desk's screen: the question who sits here first, then the dark of a drill. */
function coverOver(lapsed: boolean): 'signIn' | 'locked' | 'dark' | null {
  if (lapsed) return 'signIn'
  if (deskLocked.value) return 'locked'
  return deskIsDark() ? 'dark' : null
}

/**
 * The desk: set-up where there is no center yet, sign-in where nobody sits, then the screens of one's desks. When a
 * session is over, the screen waits beneath the question for the PIN, with all that was being typed.
 */
export function DeskApp() {
  const [center] = store.all('center')
  // Screens, sheets and exports of a drill are marked in one place each.
  useEffect(() => {
    if (center) document.documentElement.dataset.kind = center.kind
  }, [center?.kind])
  const seated = seatedStaff.value
  if (session.value === undefined || (!center && !seated && linkState.value !== 'live'))
    return (
      <main class="page">
        <Progress word={shellTexts.connecting} />
      </main>
    )
  if (!center && !seated)
    return (
      <SetUpScreen>
        <KeptHowLong />
      </SetUpScreen>
    )
  if (!seated) return <SignIn />
  const covered = coverOver(session.value.staff === null)
  return (
    <>
      <div class="seat" key={seated.staffId} hidden={covered !== null} inert={covered !== null}>
        <DeskScreen />
      </div>
      {covered === 'signIn' ? <SignIn /> : null}
      {covered === 'locked' ? <CoveredDesk seated={seated} /> : null}
      {covered === 'dark' ? <DarkCover /> : null}
      {covered === null ? <Questions /> : null}
    </>
  )
}
