import { type MovingHere, movingHere, takeOverDesk } from '#web/core/moved-here.ts'
import { session } from '#web/core/session.ts'
import { staffCounts } from '#web/keeping/acts-by-author.ts'
import { movingDeskTexts as texts } from '#web/texts/moving-desk.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

function Offered({ now }: { now: MovingHere & { step: 'offered' } }) {
  const { unsent, copies } = now.belongings
  return (
    <NoticeBanner
      tone={now.failed ? 'warning' : 'information'}
      live
      title={texts.takeTitle}
      action={
        <Button variant="next" onPress={takeOverDesk}>
          {texts.take}
        </Button>
      }
    >
      {now.failed ? texts.failed : texts.takeWords(now.from, unsent.length, copies.length)}
    </NoticeBanner>
  )
}

function Taken({ now }: { now: MovingHere & { step: 'taken' } }) {
  const me = session.value?.staff?.staffId
  const { unsent } = now.belongings
  const others = staffCounts(unsent.filter(({ author }) => author !== me))
  return (
    <NoticeBanner
      tone="information"
      live
      title={texts.takenTitle}
      onClose={() => {
        movingHere.value = null
      }}
    >
      {texts.takenMine(unsent.filter(({ author }) => author === me).length)}
      {others === '' ? '' : ` ${texts.takenOthers(others)}`}
    </NoticeBanner>
  )
}

/** At the new address, on a page that an old one opened: how far the taking over is, and its one press. */
export function MovedHereBanner() {
  const now = movingHere.value
  if (now === null) return null
  if (now.step === 'offered') return <Offered now={now} />
  if (now.step === 'taken') return <Taken now={now} />
  if (now.step === 'oldCenter')
    return (
      <NoticeBanner tone="stop" title={texts.oldTitle}>
        {texts.oldWords}
      </NoticeBanner>
    )
  if (now.step === 'signIn') return <NoticeBanner tone="information">{texts.checking(now.from)}</NoticeBanner>
  return (
    <NoticeBanner tone={now.step === 'silent' ? 'warning' : 'information'} live>
      {now.step === 'silent' ? texts.noWord : texts.waits}
    </NoticeBanner>
  )
}

/** Above the question who sits here: why it is asked on a page that opened by itself. */
export function SignInToTakeOver() {
  const now = movingHere.value
  if (now?.step !== 'signIn') return null
  return <NoticeBanner tone="information">{texts.signInFirst(now.from)}</NoticeBanner>
}
