import { ModalCover } from '#web/access/modal-cover.tsx'
import { SignInForm } from '#web/access/sign-in-form.tsx'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

function Question({ expected }: { expected?: string | undefined }) {
  const [center] = store.all('center')
  return (
    <main class="page stack">
      <header>
        <p class="quiet">{center?.name}</p>
        <h1 id="who-are-you">{accessTexts.whoAreYou}</h1>
      </header>
      {expected ? <NoticeBanner tone="warning">{accessTexts.lapsed(expected)}</NoticeBanner> : null}
      <SignInForm expected={expected} />
    </main>
  )
}

/** Asks who sits here: at the start, and whenever a session is over while a screen waits beneath. */
export function SignInScreen() {
  const expected = seatedStaff.value?.name
  if (!expected) return <Question />
  return (
    <ModalCover titleId="who-are-you">
      <Question expected={expected} />
    </ModalCover>
  )
}
