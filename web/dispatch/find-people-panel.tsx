import { useState } from 'preact/hooks'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { isGateOpen } from '#shared/needs/rules.ts'
import { townById } from '#shared/places/towns.ts'
import { store } from '#web/core/store.ts'
import { AgainDialog } from '#web/dispatch/again-dialog.tsx'
import { HelperList } from '#web/dispatch/helper-list.tsx'
import { findPeopleTexts as t } from '#web/texts/find-people.ts'
import { EmptyState } from '#web/ui/empty-state.tsx'

const handsWanted: readonly Need['status'][] = ['ready', 'toBeContinued', 'assigned']

/** What waits for hands: a team may go there, and fewer are on it than it asks for. */
function needsOfHands(): Need[] {
  return store
    .all('need')
    .filter((need) => handsWanted.includes(need.status) && isGateOpen(need))
    .filter(({ assignedCount, headcount }) => assignedCount < headcount)
    .sort((one, other) => Number(other.urgent) - Number(one.urgent) || one.number - other.number)
}

interface NeedChoiceProps {
  need: Need
  current: boolean
  onChoose: () => void
}

function NeedChoice({ need, current, onChoose }: NeedChoiceProps) {
  const { number, townId, work, assignedCount, headcount } = need
  return (
    <button type="button" class="button find-people-need" aria-pressed={current} onClick={onChoose}>
      <span>
        <strong class="number">{needNumberText(number)}</strong> {townById(townId ?? '')?.name ?? ''}
      </span>
      <span>{work}</span>
      <span class="quiet">{t.people(assignedCount, headcount)}</span>
    </button>
  )
}

/** 人をさがす: under a small form, people are found in the roster for a need, called, and put to work from one screen. */
export function FindPeoplePanel() {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const needs = needsOfHands()
  // The need stays in sight once it has enough people, with the word of what became of it.
  const chosen = store.get('need', chosenId)
  return (
    <section class="panel" aria-labelledby="find-people-title">
      <header class="panel-head">
        <h2 id="find-people-title">{t.title}</h2>
      </header>
      <div class="panel-body find-people">
        {needs.length === 0 && !chosen ? (
          <EmptyState title={t.noNeeds}>{t.noNeedsWords}</EmptyState>
        ) : (
          <nav class="find-people-needs" aria-label={t.need}>
            <h3>{t.need}</h3>
            {needs.map((need) => (
              <NeedChoice
                key={need.id}
                need={need}
                current={need.id === chosenId}
                onChoose={() => setChosenId(need.id)}
              />
            ))}
          </nav>
        )}
        {needs.length > 0 && !chosen ? <p class="quiet">{t.chooseNeed}</p> : null}
        {chosen ? <HelperList key={chosen.id} need={chosen} /> : null}
      </div>
      <AgainDialog />
    </section>
  )
}
