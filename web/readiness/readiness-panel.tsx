import './readiness.css'
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { stands, stockNumberIn } from '#shared/readiness/rules.ts'
import { wantedThere } from '#web/center/go-to-panel.ts'
import { store } from '#web/core/store.ts'
import { said, takeBack, undoable } from '#web/readiness/acts.ts'
import { Calendar, comingEvents } from '#web/readiness/calendar.tsx'
import { CheckLists } from '#web/readiness/check-lists.tsx'
import { Decisions } from '#web/readiness/decisions.tsx'
import { Issues, openIssues } from '#web/readiness/issues.tsx'
import { OpeningFigure } from '#web/readiness/opening-figure.tsx'
import { arriveAtStock, dueStock, Stock } from '#web/readiness/stock.tsx'
import { readinessWords as words } from '#web/texts/readiness.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'

const parts = {
  lists: CheckLists,
  decisions: Decisions,
  stock: Stock,
  calendar: Calendar,
  issues: Issues,
} as const satisfies Record<string, ComponentType>
type Part = keyof typeof parts

const part = signal<Part>('lists')

/** What each tab still holds to be done. */
const counts: Readonly<Record<Part, () => number>> = {
  lists: () => store.all('checkItem').filter((item) => stands(item) && item.doneAt === null).length,
  decisions: () => store.all('openingDecision').filter(({ withdrawnAt }) => withdrawnAt === null).length,
  stock: () => dueStock().length,
  calendar: () => comingEvents().length,
  issues: () => openIssues().length,
}

const isPart = (name: string): name is Part => Object.hasOwn(parts, name)
const partNames = Object.keys(parts).filter(isPart)

/** A label that was scanned leads to its thing, once the records are there. */
function useScannedLabel(): void {
  const wanted = wantedThere.value
  const held = store.all('stockItem').length
  useEffect(() => {
    const number = wanted?.panel === 'readiness' ? stockNumberIn(wanted.about) : null
    if (number === null || held === 0) return
    wantedThere.value = null
    part.value = 'stock'
    arriveAtStock(number)
  }, [wanted, held])
}

/** 開設準備: all that is done before a center can receive anybody, and what is kept ready for it. */
export function ReadinessPanel() {
  useScannedLabel()
  const Shown = parts[part.value]
  return (
    <section class="panel readiness-panel" aria-label={words.panel}>
      <header class="panel-head">
        <h2>{words.panel}</h2>
        <OpeningFigure />
      </header>
      {said.value ? (
        <NoticeBanner tone={said.value.tone} onClose={() => (said.value = null)} live>
          {said.value.text}
        </NoticeBanner>
      ) : null}
      <div class="panel-body">
        <Tabs
          label={words.tabs}
          tabs={partNames.map((key) => ({ key, label: words[key], count: counts[key]() }))}
          selected={part.value}
          onSelect={(key) => {
            // What was said belongs to the part that was left.
            said.value = null
            if (isPart(key)) part.value = key
          }}
        >
          <Shown />
        </Tabs>
      </div>
      <UndoBar undoable={undoable.value} onUndo={takeBack} onGone={() => (undoable.value = null)} />
    </section>
  )
}
