import './join.css'
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isLanguage, type Language } from '#shared/core/language.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { drillPhone } from '#shared/texts/drill-phone.ts'
import { centerNow, centerTime } from '#web/core/clock.ts'
import { DarkPhone } from '#web/practice/dark-phone-panel.tsx'
import { JoinForm } from '#web/practice/join-form.tsx'
import { MyPart } from '#web/practice/my-part.tsx'
import { followDrill, hasLine, ownPart, shownDrill } from '#web/practice/own-part.ts'
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

/** The drill's time, on this page as on every other. */
function DrillTime({ speed }: { speed: number }) {
  const { t } = usePhoneWords(drillPhone)
  return (
    <p class="join-time">
      {t('drillTime')} <strong class="number">{clockOf(centerTime.value || centerNow(), timeZone)}</strong>
      {speed === 0 ? t('stands') : null}
    </p>
  )
}

function Notice({ word }: { word: 'notADrill' | 'over' | 'noLine' }) {
  const { t } = usePhoneWords(drillPhone)
  return (
    <section class="form-part" role="status">
      <p>{t(word)}</p>
    </section>
  )
}

function Content() {
  const { plain } = usePhoneWords(drillPhone)
  const shown = shownDrill.value
  if (!shown) return hasLine.value ? <Progress word={plain('connecting')} /> : <Notice word="noLine" />
  const { drill, desks, centerPhone } = shown
  if (!drill) return <Notice word="notADrill" />
  if (drill.phase === 'over') return <Notice word="over" />
  const part = ownPart.value
  return (
    <>
      {hasLine.value ? null : <Notice word="noLine" />}
      <DrillTime speed={drill.speed} />
      {part ? <MyPart part={part} desks={desks} centerPhone={centerPhone} /> : null}
      {part === null ? <JoinForm desks={desks} /> : null}
      <DarkPhone since={drill.devicesOff && drill.devicesOff.until === null ? drill.devicesOff.from : null} />
    </>
  )
}

/** Where people join a drill by its QR, and play their part from. */
export function JoinScreen() {
  useEffect(followDrill, [])
  useEffect(() => {
    document.documentElement.lang = language.value === 'en' ? 'en' : 'ja'
    document.documentElement.dataset.language = language.value
  }, [language.value])
  return (
    <PhoneLanguage.Provider value={language.value}>
      <UiWords.Provider value={uiWords[language.value]}>
        <header class="phone-head">
          <strong class="phone-center">{shownDrill.value?.drill?.title ?? shownDrill.value?.centerName}</strong>
          <LanguageSwitch language={language.value} onChange={choose} />
        </header>
        <main class="phone-column">
          <Content />
        </main>
      </UiWords.Provider>
    </PhoneLanguage.Provider>
  )
}
