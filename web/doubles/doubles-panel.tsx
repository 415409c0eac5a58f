import './doubles.css'
import { useEffect } from 'preact/hooks'
import { clockOf } from '#shared/core/time.ts'
import type { MergeKind } from '#shared/doubles/merge.ts'
import type { DoublePair } from '#shared/doubles/reads.ts'
import { type Suspect, suspect } from '#web/center/go-to-panel.ts'
import { store } from '#web/core/store.ts'
import { ByNumber } from '#web/doubles/by-number.tsx'
import { found, kind, look, looking, myKinds, openPair, said, undo, unmerge } from '#web/doubles/desk.ts'
import { OtherRecord } from '#web/doubles/other-record.tsx'
import { PairView, Signs } from '#web/doubles/pair-view.tsx'
import { sideLabel } from '#web/doubles/side-rows.ts'
import { suspectWords, doublesWords as words } from '#web/texts/doubles.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'

const timeZone = 'Asia/Tokyo'

function PairCard({ pair }: { pair: DoublePair }) {
  const isOpen = openPair.value?.one.id === pair.one.id && openPair.value.other.id === pair.other.id
  return (
    <li>
      <button
        type="button"
        class="doubles-card"
        aria-pressed={isOpen}
        onClick={() => {
          openPair.value = pair
        }}
      >
        <span class="doubles-names">
          <strong>{sideLabel(pair.one)}</strong> ／ <strong>{sideLabel(pair.other)}</strong>
          <span class="quiet number"> {words.score(pair.score)}</span>
        </span>
        <Signs pair={pair} />
      </button>
    </li>
  )
}

function Found() {
  const { value } = found
  if (looking.value || !value) return <p role="status">{words.looking}</p>
  if (value.pairs.length === 0 && suspect.value) return <p class="quiet">{suspectWords.none}</p>
  if (value.pairs.length === 0) return <EmptyState title={words.none}>{words.noneMore}</EmptyState>
  return (
    <ul class="card-list" aria-label={words.list}>
      {value.pairs.map((pair) => (
        <PairCard key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
      ))}
    </ul>
  )
}

/** What was merged today, each with its way back. */
function Todays({ of }: { of: readonly MergeKind[] }) {
  const merges = store.all('merge').filter((merge) => of.includes(merge.kind))
  return (
    <section class="stack" aria-labelledby="todays-merges">
      <h3 id="todays-merges">{words.todays}</h3>
      {merges.length === 0 ? <p class="quiet">{words.todaysNone}</p> : null}
      <ul class="doubles-todays">
        {merges
          .toSorted((one, other) => other.at.localeCompare(one.at))
          .map(({ id, at, byName, keptLabel, mergedLabel, undoneAt, undoneBy, kind: what }) => (
            <li key={id}>
              <span class="number">{clockOf(at, timeZone)}</span> {words.kinds[what]}{' '}
              {words.todaysLine(mergedLabel, keptLabel)} <span class="quiet">{byName}</span>{' '}
              {undoneAt === null ? (
                <Button label={`${mergedLabel}: ${words.undo}`} onPress={() => unmerge(id, mergedLabel)}>
                  {words.undo}
                </Button>
              ) : (
                <span class="quiet">{words.wasUndone(undoneBy)}</span>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}

function Kinds({ kinds, now }: { kinds: readonly MergeKind[]; now: MergeKind }) {
  const choose = (one: MergeKind) => {
    openPair.value = null
    void look(one)
  }
  return (
    <div class="toolbar">
      {kinds.map((one) => (
        <Button key={one} pressed={one === now} onPress={() => choose(one)}>
          {words.kinds[one]}
        </Button>
      ))}
      <Button onPress={() => look(now)}>{words.lookAgain}</Button>
      {found.value && !looking.value ? (
        <span class="quiet" role="status">
          {words.found(found.value.pairs.length, found.value.total)}
        </span>
      ) : null}
    </div>
  )
}

/** Whoever came from a record sees what is like it, and can find the other one by hand. */
function OfOne({ of }: { of: Suspect }) {
  return (
    <section class="stack" aria-labelledby="suspect">
      <div class="toolbar">
        <h3 id="suspect">{suspectWords.title(of.label)}</h3>
        <Button onPress={() => (suspect.value = null)}>{suspectWords.leave}</Button>
      </div>
      <Found />
      <OtherRecord of={of} />
    </section>
  )
}

/** The list of all that are likely, of one kind. */
function OfAll({ kinds, now }: { kinds: readonly MergeKind[]; now: MergeKind }) {
  return (
    <>
      <Kinds kinds={kinds} now={now} />
      <Found />
      <ByNumber key={now} kind={now} />
    </>
  )
}

async function takeBack(): Promise<void> {
  const last = undo.value
  undo.value = null
  await last?.run()
}

/** 重複さがし: likely doubles for the quiet hours, side by side, merged and taken back. */
export function DoublesPanel() {
  const kinds = myKinds()
  const of = suspect.value && kinds.includes(suspect.value.kind) ? suspect.value : null
  const last = kind.value && kinds.includes(kind.value) ? kind.value : (kinds[0] ?? 'need')
  const now = of?.kind ?? last
  useEffect(() => {
    openPair.value = null
    void look(now)
  }, [of?.id])
  const pair = openPair.value
  return (
    <section class="panel doubles-panel" aria-label={words.panel}>
      <h2 class="visually-hidden">{words.panel}</h2>
      <div class="doubles-columns">
        <div class="panel-body stack">
          {said.value ? (
            <NoticeBanner tone={said.value.tone} onClose={() => (said.value = null)} live>
              {said.value.text}
            </NoticeBanner>
          ) : null}
          {of ? <OfOne key={of.id} of={of} /> : <OfAll kinds={kinds} now={now} />}
          <Todays of={kinds} />
        </div>
        <div class="doubles-side">
          {pair ? (
            <PairView key={`${pair.one.id} ${pair.other.id} ${pair.one.seq} ${pair.other.seq}`} pair={pair} />
          ) : (
            <EmptyState title={of ? suspectWords.choose : words.choose} />
          )}
        </div>
      </div>
      <UndoBar undoable={undo.value} onUndo={takeBack} onGone={() => (undo.value = null)} />
    </section>
  )
}
