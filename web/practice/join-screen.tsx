import './join.css'
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isLanguage, type Language } from '#shared/core/language.ts'
import { joinPhone } from '#shared/texts/join-phone.ts'
import { textIn } from '#web/core/form-acts.ts'
import { linkState } from '#web/core/link.ts'
import { store } from '#web/core/store.ts'
import { PhoneLine } from '#web/keeping/phone-line.tsx'
import { DarkPhone } from '#web/practice/dark-phone-panel.tsx'
import { DrillTime } from '#web/practice/drill-time-panel.tsx'
import { JoinForm } from '#web/practice/join-form.tsx'
import { MyPart } from '#web/practice/my-part.tsx'
import { followDrill, ownPart, shownDrill, waitingJoin } from '#web/practice/own-part.ts'
import { drillNow } from '#web/practice/selectors.ts'
import { SoloForm } from '#web/practice/solo-form.tsx'
import { DrillWeather } from '#web/practice/weather-panel.tsx'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { LanguageSwitch } from '#web/ui/language-switch.tsx'
import { PhoneLanguage, usePhoneWords } from '#web/ui/phone-words.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { UiWords, uiWords } from '#web/ui/ui-words.ts'

const kept = deviceMemory.read('language')
const language = signal<Language>(isLanguage(kept) ? kept : 'ja')

function choose(chosen: Language): void {
  deviceMemory.write('language', chosen)
  language.value = chosen
}

function Notice({ word }: { word: 'notADrill' | 'noLine' }) {
  const { t } = usePhoneWords(joinPhone)
  return (
    <section class="form-part" role="status">
      <p>{t(word)}</p>
    </section>
  )
}

/** Who has joined without a line is told that it waits, and that nothing need be typed again. */
function WaitingJoin({ name }: { name: string }) {
  const { t } = usePhoneWords(joinPhone)
  return (
    <section class="form-part" role="status">
      <h1 class="join-who">{t('you', { name })}</h1>
      <strong class="kept-here">{t('joinWaits')}</strong>
      <p>{t('joinWaitsMore')}</p>
    </section>
  )
}

function Connecting() {
  const { plain } = usePhoneWords(joinPhone)
  return linkState.value === 'offline' ? <Notice word="noLine" /> : <Progress word={plain('connecting')} />
}

function Content() {
  const [center] = store.all('center')
  const drill = drillNow()
  const part = ownPart.value
  const waiting = waitingJoin.value
  if (waiting) return <WaitingJoin name={textIn(waiting.input, 'name')} />
  if (!center) return <Connecting />
  if (!drill) return <Notice word="notADrill" />
  // What was noticed is often written down when it is over.
  if (drill.phase === 'over' && part?.participant.role !== 'observer') return null
  const shown = shownDrill.value
  if (!shown || part === undefined) return <Connecting />
  const solo = shown.desks.find(({ name }) => name === drill.soloDesk)
  if (solo) return <SoloForm deskName={solo.name} desk={solo.title} />
  if (part === null) return <JoinForm desks={shown.desks} />
  return <MyPart part={part} desks={shown.desks} centerPhone={shown.centerPhone} />
}

/** Where people join a drill by its QR, and play their part from. */
export function JoinScreen() {
  const [center] = store.all('center')
  const title = drillNow()?.title ?? ''
  useEffect(followDrill, [])
  useEffect(() => {
    document.documentElement.lang = language.value === 'en' ? 'en' : 'ja'
    document.documentElement.dataset.language = language.value
  }, [language.value])
  useEffect(() => {
    if (center) document.title = `${title} ${center.name}`.trim()
  }, [title, center?.name])
  return (
    <PhoneLanguage.Provider value={language.value}>
      <UiWords.Provider value={uiWords[language.value]}>
        <header class="phone-head">
          <strong class="phone-center">{title || center?.name}</strong>
          <LanguageSwitch language={language.value} onChange={choose} />
          <DrillTime />
          <DrillWeather />
        </header>
        <PhoneLine sentence={drillProblemSentence} />
        <main class="phone-column">
          <Content />
        </main>
        {/* Who scans the poster meanwhile has put nothing away yet, and may join. */}
        {ownPart.value ? <DarkPhone /> : null}
      </UiWords.Provider>
    </PhoneLanguage.Provider>
  )
}
