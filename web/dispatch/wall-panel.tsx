import './dispatch.css'
import { useMemo } from 'preact/hooks'
import type { Need } from '#shared/needs/need.ts'
import { waitsForTeam } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { choiceWords } from '#shared/texts/need-words.ts'
import { store } from '#web/core/store.ts'
import { takeBack, undo, word } from '#web/dispatch/acts.ts'
import { AgainDialog } from '#web/dispatch/again-dialog.tsx'
import { focusFirst, moveFocus } from '#web/dispatch/arrow-keys.ts'
import { NeedCard } from '#web/dispatch/need-card.tsx'
import { districtsOf, passes, sorted, teamsAt } from '#web/dispatch/selectors.ts'
import { TeamBlock } from '#web/dispatch/team-block.tsx'
import {
  changeFilter,
  isFiltering,
  resetFilter,
  selectedNeed,
  wallFilter,
  wallSorts,
  wallStates,
} from '#web/dispatch/wall-view.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'
import { useShortcut } from '#web/ui/use-shortcut.ts'

const categoryOptions = Object.entries(choiceWords.categories).map(([value, label]) => ({ value, label }))
const stateOptions = wallStates.map((value) => ({ value, label: t.sections[value] }))
const sortOptions = wallSorts.map((value) => ({ value, label: t.sort[value] }))

function Filters({ needs }: { needs: readonly Need[] }) {
  const filter = wallFilter.value
  const towns = useMemo(() => districtsOf(needs).map((value) => ({ value, label: value })), [needs])
  const all = t.filter.all
  return (
    <div class="wall-filters">
      <SelectField
        label={t.filter.town}
        value={filter.town}
        emptyLabel={all}
        options={towns}
        onChange={(town) => changeFilter({ town })}
      />
      <SelectField
        label={t.filter.category}
        value={filter.category}
        emptyLabel={all}
        options={categoryOptions}
        onChange={(category) => changeFilter({ category })}
      />
      <SelectField
        label={t.filter.state}
        value={filter.state}
        emptyLabel={all}
        options={stateOptions}
        onChange={(state) => changeFilter({ state })}
      />
      <SelectField
        label={t.sort.label}
        value={filter.sort}
        options={sortOptions}
        onChange={(sort) => changeFilter({ sort: wallSorts.find((one) => one === sort) ?? 'urgency' })}
      />
      <Button pressed={filter.urgent} onPress={() => changeFilter({ urgent: !filter.urgent })}>
        {t.filter.urgent}
      </Button>
    </div>
  )
}

function Section({ state, needs }: { state: (typeof wallStates)[number]; needs: readonly Need[] }) {
  const chosen = selectedNeed()
  const { shown, left, onMore } = useBounded(needs)
  if (needs.length === 0) return null
  // What was chosen on the map stands on the wall, however far down its place is.
  const beyond = chosen && !shown.includes(chosen) && needs.includes(chosen) ? [chosen] : []
  return (
    <section aria-label={t.sections[state]}>
      <h3 class="wall-section">
        <StatusMark {...statusMark(state)} word={t.sections[state]} /> <span class="number">{needs.length}</span>
      </h3>
      <ul class="card-list">
        {[...shown, ...beyond].map((need) => (
          <li key={need.id}>
            <NeedCard need={need} selected={need.id === chosen?.id} />
          </li>
        ))}
      </ul>
      <MoreRows left={left} onMore={onMore} />
    </section>
  )
}

/** Teams without work: formed ahead, waiting for a card. */
function LooseTeams() {
  const teams = teamsAt(store, null)
  if (teams.length === 0) return null
  return (
    <section aria-label={t.loose}>
      <h3 class="wall-section">{t.loose}</h3>
      {teams.map((team) => (
        <TeamBlock key={team.id} team={team} />
      ))}
    </section>
  )
}

function WallBody({ needs }: { needs: readonly Need[] }) {
  const shown = sorted(
    needs.filter((need) => passes(need, wallFilter.value)),
    wallFilter.value.sort,
  )
  const hidden = needs.length - shown.length
  if (needs.length === 0) return <EmptyState title={t.empty} />
  return (
    <>
      {wallStates.map((state) => (
        <Section key={state} state={state} needs={shown.filter(({ status }) => status === state)} />
      ))}
      {hidden > 0 && isFiltering(wallFilter.value) ? (
        <p class="wall-hidden">
          {t.filteredOut(hidden)} <Button onPress={resetFilter}>{t.filter.reset}</Button>
        </p>
      ) : null}
    </>
  )
}

function Keys() {
  return (
    <p class="wall-keys">
      {t.keys.map(([keys, meaning]) => (
        <span key={keys}>
          <KeyHint keys={keys} /> {meaning}
        </span>
      ))}
    </p>
  )
}

/** What the desk is told after an act, and what it can take back; drawn once per screen. */
export function Words() {
  const last = undo.value
  return (
    <>
      {word.value ? (
        <NoticeBanner tone={word.value.tone} onClose={() => (word.value = null)} live>
          {word.value.text}
        </NoticeBanner>
      ) : null}
      <UndoBar
        undoable={last && { id: last.id, message: last.message }}
        onUndo={takeBack}
        onGone={() => (undo.value = null)}
      />
    </>
  )
}

/** The wall of needs (field guide 1.4): sheets with slots that fill with people, on every dispatch desk alike. */
export function WallPanel() {
  const all = store.all('need')
  const needs = useMemo(() => all.filter(({ status }) => waitsForTeam(status)), [all])
  const toWall = () => focusFirst('.need-card-selected [data-need-card]', '[data-need-card]')
  useShortcut('w', toWall)
  return (
    <section class="panel wall-panel" aria-label={t.wall}>
      <header class="panel-head">
        <h2>
          {t.wall} <span class="number">{needs.length}</span>
        </h2>
      </header>
      <Words />
      <AgainDialog />
      <Filters needs={needs} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move the focus among the buttons inside */}
      <div class="panel-body wall-body" onKeyDown={(event) => moveFocus(event, '[data-need-card]')}>
        <Keys />
        <LooseTeams />
        <WallBody needs={needs} />
      </div>
    </section>
  )
}
