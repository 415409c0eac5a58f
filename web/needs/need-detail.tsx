import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Need, SiteSurvey } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { answerOverdue, isClosed, isGateOpen } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { placeText } from '#shared/places/place.ts'
import { choiceWords, fieldWords, surveyWords } from '#shared/texts/need-words.ts'
import { gateReasonWords } from '#shared/texts/needs-problems.ts'
import { RecordButtons } from '#web/center/record-buttons.tsx'
import { SuspectButton } from '#web/center/suspect-button.tsx'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { editingId, saidOf, showNeed } from '#web/needs/desk-view.ts'
import { EditForm } from '#web/needs/edit-form.tsx'
import { GateControl } from '#web/needs/gate-control.tsx'
import { NeedActions } from '#web/needs/need-actions.tsx'
import { ConsentOfNeed } from '#web/needs/need-consent.tsx'
import { type NotesAtHand, NotesButton, NotesShown, useNotes } from '#web/needs/notes-reveal.tsx'
import { PhoneReveal } from '#web/needs/phone-reveal.tsx'
import { PlaceReveal, type RevealedPlace } from '#web/needs/place-reveal.tsx'
import { centerToday, historyOf, type NeedRow } from '#web/needs/selectors.ts'
import { shortTime } from '#web/needs/short-time.ts'
import { NeedPhotos } from '#web/photos/need-photos-panel.tsx'
import { chronologySentence } from '#web/texts/chronology.ts'
import { suspectWords } from '#web/texts/doubles.ts'
import { needDetailWords } from '#web/texts/needs.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const words = needDetailWords

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** The conditions in one line: only what is known is said. */
function conditionsOf({ need }: NeedRow): string {
  const known = [
    need.occupancy === 'unknown' ? '' : choiceWords.occupancy[need.occupancy],
    ...(['electricity', 'water', 'parking'] as const).map((key) =>
      need[key] === 'unknown' ? '' : `${fieldWords[key]}${words.has[need[key]]}`,
    ),
    need.sticker === 'unknown' ? '' : words.stickerIs(choiceWords.sticker[need.sticker]),
    need.fallingObjectNotice ? words.fallingObjects : '',
    need.roofWork ? words.roofWork : '',
    need.livelihood ? words.livelihood : '',
  ]
  return known.filter((part) => part !== '').join('・')
}

function ContactFacts({ need, contact, household }: NeedRow) {
  if (!contact || !household) return null
  const caller = `${contact.requesterName || contact.requesterKana}（${choiceWords.relation[contact.relation]}）`
  return (
    <>
      <Fact name={words.facts.people}>
        <strong>{household.name}</strong> {household.nameKana}
      </Fact>
      <Fact name={words.contact}>
        {caller}
        {contact.replyTo === '' ? '' : `／${fieldWords.replyTo}: ${contact.replyTo}`}{' '}
        <PhoneReveal needId={need.id} hasPhone={contact.hasPhone || household.hasPhone} why="call" shortcut="t" />
      </Fact>
      <Fact name={words.facts.place}>
        {placeText(contact)} {contact.landmark === '' ? '' : `（${contact.landmark}）`}
        {need.hasPlace ? null : <Badge tone="warning">{words.noPlace}</Badge>}
        {household.addressWithheld ? <Badge tone="stop">{words.withheld}</Badge> : null}
      </Fact>
    </>
  )
}

function WorkFacts(row: NeedRow) {
  const { need } = row
  const conditions = conditionsOf(row)
  const categories = need.categories.map((category) => choiceWords.categories[category]).join('・')
  return (
    <>
      <Fact name={fieldWords.categories}>
        {categories} {need.work} {words.people(need.headcount)}
      </Fact>
      {need.tools.length > 0 ? <Fact name={words.facts.tools}>{need.tools.join('、')}</Fact> : null}
      {need.dangers === '' ? null : <Fact name={words.facts.dangers}>{need.dangers}</Fact>}
      {conditions === '' ? null : <Fact name={words.facts.conditions}>{conditions}</Fact>}
      {need.wishedDate || need.wishedTime ? (
        <Fact name={words.facts.wished}>
          {need.wishedDate} {need.wishedTime}
        </Fact>
      ) : null}
    </>
  )
}

function OutcomeFacts({ need }: Pick<NeedRow, 'need'>) {
  const { answerBy, answeredAt, reviewOn } = need.outcome
  const { reason, referredTo } = store.get('needReason', need.id) ?? { reason: '', referredTo: '' }
  const late = answerOverdue(need, centerToday())
  return (
    <>
      {reason === '' ? null : <Fact name={words.outcome.reason}>{reason}</Fact>}
      {referredTo === '' ? null : <Fact name={words.outcome.referredTo}>{referredTo}</Fact>}
      {answerBy === null ? null : (
        <Fact name={words.outcome.answerBy}>
          {answerBy} {late ? <Badge tone="stop">{words.outcome.overdue}</Badge> : null}
        </Fact>
      )}
      {answeredAt === null ? null : <Fact name={words.outcome.answeredAt}>{shortTime(answeredAt)}</Fact>}
      {reviewOn === null ? null : <Fact name={words.outcome.reviewOn}>{reviewOn}</Fact>}
    </>
  )
}

function GateBanner({ need }: Pick<NeedRow, 'need'>) {
  const { gate } = need
  if (gate.closedBy.length === 0 || isClosed(need.status)) return null
  const reasons = gate.closedBy.map((reason) => gateReasonWords[reason]).join('、')
  const open = isGateOpen(need)
  const said = open
    ? words.gate.opened(gate.openedBy ?? '', store.get('needReason', need.id)?.openedBecause ?? '')
    : reasons
  return (
    <NoticeBanner
      tone={open ? 'information' : 'warning'}
      title={open ? reasons : words.gate.closed}
      action={<GateControl need={need} />}
    >
      {said}
    </NoticeBanner>
  )
}

/** A need that was merged leads to the one that stands for it. */
function MergedBanner({ need }: Pick<NeedRow, 'need'>) {
  const kept = store.get('need', need.mergedInto)
  if (need.mergedInto === null) return null
  const number = kept ? needNumberText(kept.number) : ''
  return (
    <NoticeBanner
      tone="information"
      title={words.mergedInto(number)}
      action={kept ? <Button onPress={() => showNeed(kept.id)}>{words.openKept(number)}</Button> : undefined}
    />
  )
}

/** The requesters of what was merged into this need: each of them is still to be reached. */
function OtherRequesters({ merged }: { merged: readonly Need[] }) {
  return (
    <>
      {merged.flatMap((one) => {
        const contact = store.get('needContact', one.id)
        if (!contact) return []
        const { requesterName, requesterKana, hasPhone, relation } = contact
        return [
          <Fact key={one.id} name={words.alsoAsked(needNumberText(one.number))}>
            {requesterName || requesterKana}（{choiceWords.relation[relation]}）{' '}
            <PhoneReveal needId={one.id} hasPhone={hasPhone} why="call" />
            {one.work === '' ? '' : `／${one.work}`}
          </Fact>,
        ]
      })}
    </>
  )
}

/** What was said and what to mind, for whoever asks for it; nothing where nothing is written. */
function NotesFact({ row, merged, atHand }: { row: NeedRow; merged: readonly Need[]; atHand: NotesAtHand }) {
  const { contact, household } = row
  const others = merged.some(({ id }) => store.get('needContact', id)?.hasStory)
  if (!contact?.hasStory && !household?.hasNote && !others) return null
  return (
    <Fact name={words.story}>
      {atHand.notes ? <NotesShown notes={atHand.notes} merged={merged} /> : <NotesButton atHand={atHand} />}
    </Fact>
  )
}

/** The ways to 重複さがし, for whoever knows that this was taken down twice. */
function Suspects({ need }: Pick<NeedRow, 'need'>) {
  const label = needNumberText(need.number)
  return (
    <div class="actions">
      <SuspectButton of={{ kind: 'need', id: need.id, label }} />
      <SuspectButton of={{ kind: 'household', id: need.householdId, label: suspectWords.household(label) }} />
      <RecordButtons of={{ kind: 'household', id: need.householdId, label: suspectWords.household(label) }} />
    </div>
  )
}

/** What a second caller says, added with time and name. */
function AddWords({ needId }: { needId: string }) {
  const { value, change, clear } = useDraft(`needs.add.${needId}`, { words: '' })
  const [said, setSaid] = useState<string | null>(null)
  const add = async () => {
    const outcome = await send('needs.addToNeed', { needId, words: value.words })
    if (outcome.kind !== 'refused') clear()
    setSaid(saidOf(outcome))
  }
  const typed = value.words.trim()
  return (
    <div class="stack">
      <TextArea
        label={words.addWordsLabel}
        value={value.words}
        onInput={(next) => change({ words: next })}
        rows={2}
        maxLength={1000}
        error={said}
      />
      <Button onPress={add} disabledBecause={typed === '' ? words.noAddedWords : null}>
        {words.add}
      </Button>
    </div>
  )
}

export function SurveyRecords({ surveys }: { surveys: readonly SiteSurvey[] }) {
  if (surveys.length === 0) return <p class="quiet">{words.noSurveys}</p>
  return (
    <ul class="needs-records">
      {surveys.map((one) => (
        <li key={one.id}>
          <span class="number">{shortTime(one.at)}</span> {surveyWords.met(one.surveyedBy)}{' '}
          {one.met ? (
            <>
              <strong>{surveyWords.mayEnterWords[one.mayEnter]}</strong> {surveyWords.people(one.headcount)} {one.work}
              {one.dangers === '' ? '' : `／${one.dangers}`}
            </>
          ) : (
            <strong>{surveyWords.notMet}</strong>
          )}
          {one.note === '' ? '' : `／${one.note}`}
        </li>
      ))}
    </ul>
  )
}

function History({ numbers }: { numbers: readonly number[] }) {
  const entries = numbers
    .flatMap((number) => historyOf(number, store.all('logEntry')))
    .filter((entry, index, all) => all.indexOf(entry) === index)
    .sort((one, other) => other.seq - one.seq)
  if (entries.length === 0) return <p class="quiet">{words.noHistory}</p>
  return (
    <ul class="needs-records">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span class="number">{shortTime(entry.happenedAt ?? entry.at)}</span> {chronologySentence(entry)}{' '}
          <span class="quiet">{entry.actorName}</span>
        </li>
      ))}
    </ul>
  )
}

/** One need whole: what it is, what may be done with it now, and what happened so far. */
export function NeedDetail(held: NeedRow) {
  const { need } = held
  const [revealed, setRevealed] = useState<RevealedPlace | null>(null)
  const atHand = useNotes(need.id)
  const row = need.addressWithheld && revealed ? { need, ...revealed } : held
  const { contact, household } = row
  const surveys = store.all('siteSurvey').filter(({ needId }) => needId === need.id)
  const merged = store.all('need').filter(({ mergedInto }) => mergedInto === need.id)
  const editing = editingId.value === need.id && contact && household
  return (
    <article class="panel-body stack needs-detail" aria-label={needNumberText(need.number)}>
      <header class="need-card-head">
        <h3 class="need-card-number">{needNumberText(need.number)}</h3>
        <StatusMark {...statusMark(need.status)} large />
        <span class="quiet">{words.since(shortTime(need.statusAt), need.statusBy)}</span>
        <span class="quiet">{words.received(need.clerk, shortTime(need.receivedAt))}</span>
      </header>
      <MergedBanner need={need} />
      <GateBanner need={need} />
      {need.addressWithheld && !contact ? <PlaceReveal needId={need.id} onReveal={setRevealed} /> : null}
      {editing ? (
        <EditForm need={need} contact={contact} household={household} atHand={atHand} />
      ) : (
        <>
          <dl class="facts">
            <ContactFacts {...row} />
            <OtherRequesters merged={merged} />
            <WorkFacts {...row} />
            <OutcomeFacts need={need} />
            <NotesFact row={row} merged={merged} atHand={atHand} />
          </dl>
          <ConsentOfNeed need={need} />
          {need.mergedInto === null ? (
            <NeedActions need={need} surveys={surveys} editable={contact !== undefined} />
          ) : null}
          {need.mergedInto === null ? <Suspects need={need} /> : null}
          {may('needs.manage') && contact ? <AddWords needId={need.id} /> : null}
          {may('contacts.read') ? (
            <>
              <h4>{words.photos}</h4>
              <NeedPhotos needId={need.id} />
            </>
          ) : null}
          <h4>{words.surveys}</h4>
          <SurveyRecords surveys={surveys} />
          <h4>{words.history}</h4>
          <History numbers={[need, ...merged].map(({ number }) => number)} />
        </>
      )}
    </article>
  )
}
