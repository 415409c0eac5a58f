import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { reachProblem } from '#shared/needs/rules.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { editingId, saidOf, sentenceOf } from '#web/needs/desk-view.ts'
import { changeInput, draftMistakes, draftOf, type NeedDraft } from '#web/needs/need-draft.ts'
import type { SheetPart } from '#web/needs/need-fields.tsx'
import { type NotesAtHand, NotesButton } from '#web/needs/notes-reveal.tsx'
import { PinMap } from '#web/needs/pin-map.tsx'
import { type NeedRow, needsPolicyOf, townNameOf } from '#web/needs/selectors.ts'
import {
  AskedPart,
  CallerPart,
  ConditionsPart,
  DecisionPart,
  HouseholdPart,
  PlacePart,
  SafetyPart,
} from '#web/needs/sheet-parts.tsx'
import { theirTexts } from '#web/needs/their-texts.ts'
import { needDetailWords, revealWords } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

interface Standing {
  need: NonNullable<NeedRow['need']>
  contact: NonNullable<NeedRow['contact']>
  household: NonNullable<NeedRow['household']>
  atHand: NotesAtHand
}

const notesOf = (notes: NotesAtHand['notes']): NeedDraft['seenNotes'] =>
  notes && { story: notes.story.story, considerations: notes.note.considerations }

/** Where nothing is written, there is nothing to ask for first. */
const nothingWritten = ({ contact, household }: Pick<Standing, 'contact' | 'household'>): NeedDraft['seenNotes'] =>
  contact.hasStory || household.hasNote ? null : { story: '', considerations: '' }

/** What is not shown here is no text of theirs to lay beside one's own. */
const closedNotes = ({ story, considerations }: NeedDraft) => ({ story, considerations })

/** The sheet; the notes first have to be asked for. */
function Parts({ part, atHand }: { part: SheetPart; atHand: NotesAtHand }) {
  const { draft, change } = part
  return (
    <>
      {draft.seenNotes ? null : (
        <div class="toolbar">
          <p class="quiet">{revealWords.notesClosed}</p>
          <NotesButton atHand={atHand} onShow={(notes) => change({ ...notesOf(notes), seenNotes: notesOf(notes) })} />
        </div>
      )}
      <AskedPart {...part} />
      <PlacePart {...part} />
      <PinMap draft={draft} change={change} alike={[]} height="240px" />
      <CallerPart {...part} />
      <HouseholdPart {...part} />
      <SafetyPart {...part} />
      <ConditionsPart {...part} />
      <DecisionPart {...part} />
    </>
  )
}

/** Why it was not saved. The button stands at the end of a long sheet; without being led here nobody would see it. */
function Refused({ said, attempt }: { said: string; attempt: number }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [said, attempt])
  return (
    <div ref={place}>
      <NoticeBanner tone="warning" live>
        {said}
      </NoticeBanner>
    </div>
  )
}

/** A need that stands, written anew; whoever is second sees the first one's text beside their own. */
export function EditForm({ need, contact, household, atHand }: Standing) {
  const policy = needsPolicyOf(store.all('center')[0])
  const notesNow = notesOf(atHand.notes) ?? nothingWritten({ contact, household })
  const now = draftOf(need, { contact, household, townName: townNameOf(contact.townId) }, notesNow)
  // The version on which this draft began; it moves on once the other's text has been shown.
  const initial = useMemo(() => ({ sheet: now, version: need.version }), [need.id])
  const { value, change, clear } = useDraft(`needs.edit.${need.id}`, initial)
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const draft = value.sheet
  const changeSheet = (part: Partial<NeedDraft>) => change({ sheet: { ...value.sheet, ...part } })
  const mistakes = attempt > 0 ? draftMistakes(draft) : []
  const isSecond = refusal !== null || need.version !== value.version
  const theirs = isSecond ? theirTexts(draft, notesNow ? now : { ...now, ...closedNotes(draft) }) : {}
  const errors = { ...theirs, ...Object.fromEntries(mistakes.map(({ fieldId, message }) => [fieldId, message])) }
  const part: SheetPart = { draft, change: changeSheet, policy, errors, isNew: false }
  const leave = () => {
    clear()
    editingId.value = null
  }
  const save = async () => {
    setAttempt(attempt + 1)
    if (draftMistakes(draft).length > 0) return
    const outcome = await send('needs.changeNeed', changeInput(draft, need.id, value.version))
    if (outcome.kind !== 'refused') return leave()
    setRefusal(saidOf(outcome))
    if (outcome.problem.code === 'needs.changedMeanwhile') {
      // Whoever writes over another's notes sees them first; without a line the next try is refused as well.
      if (draft.seenNotes && (contact.hasStory || household.hasNote) && !(await atHand.reveal())) return
      change({ version: store.get('need', need.id)?.version ?? need.version })
    }
  }
  const { requesterPhone, ...said } = changeInput(draft, need.id, 1).contact
  const problem = reachProblem({ ...said, hasPhone: contact.hasPhone || requesterPhone !== null })
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      {refusal ? <Refused said={refusal} attempt={attempt} /> : null}
      <ErrorSummary errors={mistakes} attempt={attempt} />
      <Parts part={part} atHand={atHand} />
      <div class="actions">
        <Button variant="next" shortcut="Ctrl+Enter" onPress={save} disabledBecause={sentenceOf(problem)}>
          {needDetailWords.saveEdit}
        </Button>
        <Button onPress={leave}>{needDetailWords.cancelEdit}</Button>
      </div>
    </form>
  )
}
