import { useEffect } from 'preact/hooks'
import { mePhone } from '#shared/texts/me-phone.ts'
import { centerWrites } from '#web/core/clock.ts'
import { copyMet, isStranger, linkState } from '#web/core/link.ts'
import { store } from '#web/core/store.ts'
import { PhoneLine } from '#web/keeping/phone-line.tsx'
import { PhoneNotice } from '#web/messages/phone-notice-panel.tsx'
import { DarkPhone } from '#web/practice/dark-phone-panel.tsx'
import { DrillTime } from '#web/practice/drill-time-panel.tsx'
import { CallCenter, MyDay } from '#web/shell/me-day.tsx'
import { chooseLanguage, myLanguage } from '#web/shell/me-language.ts'
import { Moving } from '#web/shell/me-moving.tsx'
import { NumberChanged } from '#web/shell/me-number-changed.tsx'
import { isDayClosed, ownPage } from '#web/shell/me-own-page.ts'
import { WhosePage } from '#web/shell/me-whose-page.tsx'
import { phoneProblemSentence } from '#web/texts/phone-problem-sentence.ts'
import { LanguageSwitch } from '#web/ui/language-switch.tsx'
import { PhoneLanguage, usePhoneWords } from '#web/ui/phone-words.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { UiWords, uiWords } from '#web/ui/ui-words.ts'

/** A volunteer's own page: the number, and what comes next. `hasLink` is false where no token is known. */
export function MeApp({ hasLink }: { hasLink: boolean }) {
  const language = myLanguage()
  const [center] = store.all('center')
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'ja'
    document.documentElement.dataset.language = language
  }, [language])
  useEffect(() => {
    if (center) document.documentElement.dataset.kind = center.kind
  }, [center?.kind])
  return (
    <PhoneLanguage.Provider value={language}>
      <UiWords.Provider value={uiWords[language]}>
        <header class="phone-head">
          <strong class="phone-center">{center?.name}</strong>
          <LanguageSwitch language={language} onChange={chooseLanguage} />
          <DrillTime />
        </header>
        <Page hasLink={hasLink} />
        <DarkPhone />
      </UiWords.Provider>
    </PhoneLanguage.Provider>
  )
}

function Page({ hasLink }: { hasLink: boolean }) {
  if (!hasLink) return <DeadLink />
  if (ownPage.value === 'elsewhere') return <WhosePage onMine={() => location.reload()} />
  if (!isStranger.value) return <MyPage />
  return isDayClosed() ? <DayOver /> : <DeadLink />
}

/** This phone has met the laptop that goes on with this center; this one is not believed any more. */
function OldCopy() {
  const met = copyMet.value
  if (met === 'current') return null
  const code = met === 'old' ? 'keeping.newerCenter' : 'keeping.forkedCenter'
  return (
    <section class="phone-column form-part" role="alert">
      <strong>{phoneProblemSentence({ code, details: {} }, myLanguage())}</strong>
    </section>
  )
}

/** The center may go on at another address: no line, an older copy, or one that was handed over and writes no more. */
const mayHaveMoved = () => linkState.value === 'offline' || !centerWrites.value || copyMet.value !== 'current'

function MyPage() {
  const { t, plain } = usePhoneWords(mePhone)
  const [mine] = store.all('attendance')
  useEffect(() => {
    if (mine) document.title = `${mine.number} ${plain('title', { name: mine.name })}`
  }, [mine?.number, mine?.name])
  if (mine) {
    const isOut = mine.status === 'out'
    return (
      <>
        <OldCopy />
        <PhoneLine sentence={phoneProblemSentence}>{mayHaveMoved() ? <Moving /> : null}</PhoneLine>
        <NumberChanged now={mine.number} />
        <PhoneNotice attendanceId={mine.id} isOut={isOut} />
        <MyDay mine={mine} />
        <footer class="phone-column quiet">
          <p>{t('validForDay')}</p>
        </footer>
      </>
    )
  }
  return (
    <main class="phone-column">
      {linkState.value === 'offline' ? (
        <section class="form-part" role="alert">
          <h1>{t('cannotReach')}</h1>
          <p>{t('cannotReachMore')}</p>
        </section>
      ) : (
        <Progress word={plain('connecting')} />
      )}
    </main>
  )
}

/** Whoever has left keeps no page after the day was closed; nobody is sent to a reception that is closed as well. */
function DayOver() {
  const { t } = usePhoneWords(mePhone)
  return (
    <main class="phone-column">
      <section class="form-part">
        <h1>{t('dayOver')}</h1>
        <p>{t('dayOverMore')}</p>
      </section>
      <CallCenter />
    </main>
  )
}

/** A link that was re-issued, of another day, or none at all: what has become of it, and the way back in. */
function DeadLink() {
  const { t } = usePhoneWords(mePhone)
  return (
    <main class="phone-column">
      <section class="form-part">
        <h1>{t('deadLink')}</h1>
        <p>{t('deadLinkMore')}</p>
        <a class="button button-next button-large button-wide" href="/reception">
          {t('toReception')}
        </a>
      </section>
    </main>
  )
}
