import type { ComponentChildren } from 'preact'
import { ModalCover } from '#web/access/modal-cover.tsx'
import { SignInForm } from '#web/access/sign-in-form.tsx'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

interface QuestionProps {
  expected?: string | undefined
  children?: ComponentChildren
}

function Question({ expected, children }: QuestionProps) {
  const [center] = store.all('center')
  return (
    <main class="page stack">
      <header>
        <p class="quiet">{center?.name}</p>
        <h1 id="who-are-you">{accessTexts.whoAreYou}</h1>
      </header>
      {expected ? <NoticeBanner tone="warning">{accessTexts.lapsed(expected)}</NoticeBanner> : null}
      {children}
      <SignInForm expected={expected} />
    </main>
  )
}

/** Asks who sits here: at the start, and whenever a session is over while a screen waits beneath. */
export function SignInScreen({ children }: { children?: ComponentChildren }) {
  const expected = seatedStaff.value?.name
  if (!expected) return <Question>{children}</Question>
  return (
    <ModalCover titleId="who-are-you">
      <Question expected={expected}>{children}</Question>
    </ModalCover>
  )
}
