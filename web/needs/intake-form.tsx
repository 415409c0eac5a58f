import { useRef, useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { likelyDouble } from '#shared/needs/problems.ts'
import { reachProblem } from '#shared/needs/rules.ts'
import { soughtOf } from '#shared/needs/sought.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { centerNow } from '#web/core/clock.ts'
import { type Outcome, send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { AlikeList } from '#web/needs/alike-list.tsx'
import { useCallers } from '#web/needs/callers.ts'
import { speaksForOthers } from '#web/needs/consent-draft.ts'
import { ConsentFields } from '#web/needs/consent-fields.tsx'
import { editingId, saidOf, sentenceOf, showNeed } from '#web/needs/desk-view.ts'
import { draftMistakes, emptyDraft, type NeedDraft, paperInstant, receiveInput } from '#web/needs/need-draft.ts'
import type { SheetPart } from '#web/needs/need-fields.tsx'
import { needShelves, searchHouseholds, useOlderNeeds } from '#web/needs/older-needs.ts'
import { PinMap } from '#web/needs/pin-map.tsx'
import { type AlikeHousehold, alikeHouseholds, needsPolicyOf } from '#web/needs/selectors.ts'
import {
  AskedPart,
  CallerPart,
  ConditionsPart,
  DecisionPart,
  HouseholdPart,
  PlacePart,
  SafetyPart,
} from '#web/needs/sheet-parts.tsx'
import { consentWords, needsWords, say } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { useShortcut } from '#web/ui/use-shortcut.ts'

const mostAlike = 12

function useAlike(draft: NeedDraft): AlikeHousehold[] {
  const { household, contact } = receiveInput({ ...draft, householdId: '' }, '', '')
  const sought = household ? soughtOf(household, contact) : null
  // One word that leads to older records: the phone says most, then the reading.
  useOlderNeeds(draft.requesterPhone || draft.householdPhone || draft.requesterKana || draft.householdKana)
  const callers = useCallers(sought?.phones ?? [])
  return sought ? alikeHouseholds(sought, needShelves(), mostAlike, callers) : []
}

/** The same rule as the server's: what is surely alike must be looked at first. */
function doubleProblem(draft: NeedDraft, alike: readonly AlikeHousehold[]) {
  if (draft.householdId !== '') return null
  const unseen = alike.filter(({ household, likeness }) => likeness.strong && !draft.lookedAt.includes(household.id))
  if (unseen.length === 0) return null
  return likelyDouble({
    householdIds: unseen.map(({ household }) => household.id),
    needNumbers: unseen.flatMap(({ needs }) => needs.map(({ number }) => number)),
  })
}

interface Received {
  needId: string
  sentence: string
}

/** Sending, and what came of it. */
function useSending(draft: NeedDraft, change: SheetPart['change'], clear: () => void) {
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [received, setReceived] = useState<Received | null>(null)
  const save = async () => {
    setAttempt(attempt + 1)
    if (draftMistakes(draft).length > 0) return
    const needId = newId()
    const happenedAt = paperInstant(draft, dateOf(centerNow(), timeZone))
    const input = receiveInput(draft, needId, newId())
    const outcome = await send('needs.receiveNeed', input, happenedAt === undefined ? {} : { happenedAt })
    if (outcome.kind === 'refused') {
      if (outcome.problem.code === 'needs.likelyDouble') {
        await searchHouseholds(idsOf(outcome))
        // 住所非開示 shows no card to press: the sentence names its number, and the next press goes on.
        const shown = needShelves().households.map(({ id }) => id)
        change({ lookedAt: [...draft.lookedAt, ...idsOf(outcome).filter((id) => !shown.includes(id))] })
      }
      return setRefusal(saidOf(outcome))
    }
    setRefusal(null)
    setAttempt(0)
    setReceived({ needId, sentence: saidOf(outcome) ?? receivedSentence(outcome) })
    clear()
    // The next call begins where this one did.
    document.getElementById('requesterPhone')?.focus()
  }
  return { attempt, refusal, setRefusal, received, setReceived, save }
}

function idsOf(outcome: Extract<Outcome, { kind: 'refused' }>): string[] {
  const { householdIds } = outcome.problem.details
  return Array.isArray(householdIds) ? householdIds.map(String) : []
}

function receivedSentence(outcome: Outcome): string {
  if (outcome.kind !== 'done') return ''
  const answer: { number: number; status: Parameters<typeof statusMark>[0] } = readOwnJson(
    JSON.stringify(outcome.answer),
  )
  return needsWords.received(needNumberText(answer.number), statusMark(answer.status).word)
}

function ReceivedBanner({ received, onClose }: { received: Received; onClose: () => void }) {
  const write = () => {
    editingId.value = received.needId
    showNeed(received.needId)
  }
  return (
    <NoticeBanner
      tone="information"
      live
      onClose={onClose}
      action={<Button onPress={write}>{needsWords.keepWriting}</Button>}
    >
      {received.sentence}
    </NoticeBanner>
  )
}

function IntakeFoot(props: {
  problem: string | null
  refusal: string | null
  onSave: () => unknown
  onClear: () => void
}) {
  const { problem, refusal } = props
  return (
    <footer class="panel-foot stack">
      {refusal ? (
        <NoticeBanner tone="warning" live>
          {refusal}
        </NoticeBanner>
      ) : null}
      <div class="toolbar needs-foot">
        <Button
          variant="next"
          shortcut="Ctrl+Enter"
          disabledBecause={problem}
          onPress={props.onSave}
          busyWord={needsWords.saving}
        >
          {needsWords.save}
        </Button>
        <Button onPress={props.onClear}>{needsWords.clear}</Button>
      </div>
    </footer>
  )
}

/** Asked of whoever is on the line; who answered is who called. */
function ConsentPart({ draft, change }: SheetPart) {
  return (
    <section class="form-part">
      <h3>{consentWords.title}</h3>
      <ConsentFields
        said={draft.consent}
        change={(said) => change({ consent: { ...draft.consent, ...said } })}
        proxy={speaksForOthers(draft.relation)}
      />
    </section>
  )
}

/** The phone desk: left the sheet, right who may be the same, the small map beneath. */
export function IntakeForm() {
  const policy = needsPolicyOf(store.all('center')[0])
  const { value: draft, change, clear, restored } = useDraft<NeedDraft>('needs.intake', emptyDraft(policy))
  const alike = useAlike(draft)
  const sending = useSending(draft, change, clear)
  const mistakes = sending.attempt > 0 ? draftMistakes(draft) : []
  const errors = Object.fromEntries(mistakes.map(({ fieldId, message }) => [fieldId, message]))
  const part: SheetPart = { draft, change, policy, errors, isNew: true }
  const side = useRef<HTMLDivElement>(null)
  useShortcut('Alt+0', () => side.current?.querySelector<HTMLElement>('#alike-list button')?.focus())
  const { contact } = receiveInput(draft, '', '')
  const problem = reachProblem({ ...contact, hasPhone: contact.requesterPhone !== '' }) ?? doubleProblem(draft, alike)
  const addTo = async (needId: string) => {
    const outcome = await send('needs.addToNeed', { needId, words: draft.story.trim() || draft.requesterPhone })
    if (outcome.kind === 'refused') return sending.setRefusal(saidOf(outcome))
    clear()
    showNeed(needId)
  }
  return (
    <div class="needs-intake">
      <div class="needs-sheet">
        <div class="panel-body stack">
          {sending.received ? (
            <ReceivedBanner received={sending.received} onClose={() => sending.setReceived(null)} />
          ) : null}
          {restored ? <p class="quiet">{needsWords.restored}</p> : null}
          <ErrorSummary errors={mistakes} attempt={sending.attempt} />
          <CallerPart {...part} />
          <AskedPart {...part} />
          <PlacePart {...part} />
          <HouseholdPart {...part} />
          <SafetyPart {...part} />
          <ConditionsPart {...part} />
          <DecisionPart {...part} />
          <ConsentPart {...part} />
          <p class="say">{say.closing}</p>
        </div>
        <IntakeFoot
          problem={sentenceOf(problem)}
          refusal={sending.refusal}
          onSave={sending.save}
          onClear={() => {
            clear()
            sending.setRefusal(null)
          }}
        />
      </div>
      <div class="needs-side" ref={side}>
        <AlikeList alike={alike} draft={draft} change={change} onOpen={showNeed} onAddTo={addTo} />
        <PinMap draft={draft} change={change} alike={alike} height="280px" />
      </div>
    </div>
  )
}
