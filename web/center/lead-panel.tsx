import { signal } from '@preact/signals'
import type { Day } from '#shared/center/center.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { LookedUpSection, ManyLooksBanner } from '#web/access/looked-up-section.tsx'
import { StaffSection } from '#web/access/staff-section.tsx'
import { DaySection } from '#web/center/day-section.tsx'
import { centerDesks } from '#web/center/desks.ts'
import { FormSection } from '#web/center/form-section.tsx'
import { goTo, mayGoTo } from '#web/center/go-to-panel.ts'
import { UndoFormChange } from '#web/center/last-form-change.tsx'
import { PosterSection } from '#web/center/poster-section.tsx'
import { openDay } from '#web/center/selectors.ts'
import { instantNow } from '#web/core/clock.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { CopiesSection } from '#web/keeping/copies-section.tsx'
import { KeyOffer } from '#web/keeping/key-offer.tsx'
import { KeySection } from '#web/keeping/key-section.tsx'
import { dayTexts } from '#web/texts/center.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { Tabs } from '#web/ui/tabs.tsx'

const tabs = (['day', 'staff', 'looks', 'form', 'posters', 'copies', 'key'] as const).map((key) => ({
  key,
  label: dayTexts.tabs[key],
}))

/** A day that nobody closed: the next one cannot be opened before. */
const isLeftOpen = ({ date }: Pick<Day, 'date'>) => date < dateOf(instantNow(), timeZone)

/** Yesterday is still open: what is in the way of today, and where it is settled. */
function LeftOpen() {
  const day = openDay()
  if (!day || !isLeftOpen(day)) return null
  const act = mayGoTo('allReturned') ? (
    <Button onPress={() => goTo('allReturned')}>{dayTexts.closeIt}</Button>
  ) : undefined
  return (
    <NoticeBanner tone="warning" title={dayTexts.leftOpen(day.number, formatDate(day.date, 'ja'))} action={act}>
      {dayTexts.leftOpenWords}
    </NoticeBanner>
  )
}

/** What the time of day asks for first: posters before reception ends, the closing list when all are back. */
function nextAct(): string | null {
  const day = openDay()
  if (!day) return dayTexts.openFirst
  if (isLeftOpen(day)) return null
  const clock = clockOf(instantNow(), timeZone)
  const teams = store.all('team')
  const allBack = teams.length > 0 && teams.every(({ status }) => status === 'back' || status === 'disbanded')
  if (clock >= day.returnBy && allBack) return dayTexts.closeNext
  if (store.all('poster').length === 0 && clock < day.receptionClosesAt) return dayTexts.postersFirst
  const staff = store.all('staff').filter(({ status }) => status === 'active')
  return staff.length < 2 ? dayTexts.staffFirst : null
}

/** Kept while the panel is made anew, as it is when the center takes another form. */
const tab = signal<string>('day')
const choose = (key: string) => {
  tab.value = key
}

/** The lead: the day, the people at the desks, the posters at the entrance. */
export function LeadPanel() {
  const next = nextAct()
  return (
    <section class="panel" aria-labelledby="lead-panel-title">
      <header class="panel-head">
        <h2 id="lead-panel-title">{dayTexts.panel}</h2>
      </header>
      <div class="panel-body stack">
        {next && may('center.lead') ? (
          <NoticeBanner tone="information" title={dayTexts.nextTitle}>
            {next}
          </NoticeBanner>
        ) : null}
        <LeftOpen />
        {may('center.lead') ? <KeyOffer /> : null}
        {may('center.lead') ? <ManyLooksBanner onShow={() => choose('looks')} /> : null}
        <UndoFormChange />
        <Tabs label={dayTexts.panel} tabs={tabs} selected={tab.value} onSelect={choose}>
          {tab.value === 'day' ? <DaySection /> : null}
          {tab.value === 'staff' ? (
            <StaffSection desks={centerDesks().map((desk) => ({ value: desk.name, label: deskTitle(desk) }))} />
          ) : null}
          {tab.value === 'looks' ? <LookedUpSection /> : null}
          {tab.value === 'form' ? <FormSection /> : null}
          {tab.value === 'posters' ? <PosterSection /> : null}
          {tab.value === 'copies' ? <CopiesSection /> : null}
          {tab.value === 'key' ? <KeySection /> : null}
        </Tabs>
      </div>
    </section>
  )
}
