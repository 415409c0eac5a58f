import { SignInForm } from '#web/access/sign-in-form.tsx'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** Asks who sits here: at the start, and whenever a session is over while a screen waits beneath. */
export function SignInScreen() {
  const [center] = store.all('center')
  const expected = seatedStaff.value?.name
  return (
    <main class="page stack">
      <header>
        <p class="quiet">{center?.name}</p>
        <h1>{accessTexts.whoAreYou}</h1>
      </header>
      {expected ? <NoticeBanner tone="warning">{accessTexts.lapsed(expected)}</NoticeBanner> : null}
      <SignInForm expected={expected} />
    </main>
  )
}
