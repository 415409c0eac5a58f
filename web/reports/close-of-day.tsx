import { useState } from 'preact/hooks'
import type { Day } from '#shared/center/center.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { closeDayProblem, isConfirmedByHand, type OpenItem, openItems } from '#shared/reports/close-of-day.ts'
import { explanationLength, type OpenMatter, openMatters } from '#shared/reports/limits.ts'
import { openMatterNames } from '#shared/texts/close-of-day.ts'
import { goTo, mayGoTo } from '#web/center/go-to-panel.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { showNeedAtDesk } from '#web/needs/needs-panel.tsx'
import { ActMessage } from '#web/reports/act-message.tsx'
import { choose } from '#web/reports/chosen.ts'
import { SummaryLinks } from '#web/reports/summary-links.tsx'
import { useAct } from '#web/reports/use-act.ts'
import { clearedBy, homeTexts as words } from '#web/texts/close-of-day.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

type Explanations = Record<OpenMatter, string>

const noWords = Object.fromEntries(openMatters.map((matter) => [matter, ''])) as Explanations

function itemsOf(day: Day): OpenItem[] {
  const ofDay = <R extends { dayId: string }>(all: readonly R[]) => all.filter(({ dayId }) => dayId === day.id)
  return openItems({
    teams: ofDay(store.all('team')),
    attendances: ofDay(store.all('attendance')),
    reports: ofDay(store.all('report')),
    needs: store.all('need').filter(({ activationId }) => activationId === day.activationId),
  })
}

/** Leads to a need on the needs desk, for whoever has that desk too. */
function toNeed(needId: string): (() => void) | null {
  if (!mayGoTo('needs')) return null
  return () => {
    showNeedAtDesk(needId)
    goTo('needs')
  }
}

function EntryLinks({ item }: { item: OpenItem }) {
  const leads = may('return.manage')
  return (
    <ul class="home-entries">
      {item.entries.slice(0, 40).map(({ kind, id, number }) => {
        const text = kind === 'need' ? needNumberText(number) : `${number}${words.entrySuffix[kind]}`
        const open = kind === 'need' ? toNeed(id) : leads ? () => choose({ kind, id }) : null
        return (
          <li key={id}>
            {open ? (
              <button type="button" class="home-entry number" onClick={open}>
                {text}
              </button>
            ) : (
              <span class="number">{text}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function ItemLine({ item, word, onWord }: { item: OpenItem; word: string; onWord: (text: string) => void }) {
  const { matter, entries, stops } = item
  const name = openMatterNames[matter]
  if (isConfirmedByHand(matter)) {
    return (
      <li class="home-item">
        <CheckField
          label={name}
          checked={word === words.confirmed}
          onChange={(checked) => onWord(checked ? words.confirmed : '')}
        />
        {word !== words.confirmed && (
          <TextField
            label={`${name}: ${words.why}`}
            hideLabel
            placeholder={words.why}
            value={word}
            onInput={onWord}
            maxLength={explanationLength}
          />
        )}
      </li>
    )
  }
  return (
    <li class={stops ? 'home-item home-item-stops' : 'home-item'}>
      <p>
        <strong>{name}</strong> <span class="number">{entries.length}</span>{' '}
        <span class="quiet">{clearedBy[matter]}</span>
      </p>
      <EntryLinks item={item} />
      {stops ? (
        <p class="home-stops">{words.stops}</p>
      ) : (
        <TextField
          label={`${name}: ${words.why}`}
          hideLabel
          placeholder={words.whyHint}
          value={word}
          onInput={onWord}
          maxLength={explanationLength}
        />
      )}
    </li>
  )
}

function Reopen({ day }: { day: Day }) {
  const [reason, setReason] = useState('')
  const { act, refused, kept } = useAct()
  return (
    <div class="stack">
      <TextField label={words.reopenReason} value={reason} onInput={setReason} maxLength={explanationLength} />
      <ActMessage refused={refused} kept={kept} />
      <Button
        onPress={() => act('reports.reopenDay', { dayId: day.id, reason })}
        disabledBecause={reason.trim() === '' ? words.reopenMissing : null}
      >
        {words.reopen}
      </Button>
    </div>
  )
}

function Closed({ day }: { day: Day }) {
  return (
    <section class="stack" aria-labelledby="day-title">
      <h3 id="day-title">{words.dayTitle}</h3>
      <p>{words.closedAt(day.closedAt ? clockOf(day.closedAt, timeZone) : '')}</p>
      <SummaryLinks day={day} />
      {may('center.lead') && <Reopen day={day} />}
    </section>
  )
}

/** Only words for what is still open are sent: what has been cleared meanwhile needs none. */
function wordsFor(items: readonly OpenItem[], explanations: Explanations): Partial<Explanations> {
  return Object.fromEntries(
    items.flatMap(({ matter }) => (explanations[matter].trim() ? [[matter, explanations[matter]]] : [])),
  )
}

function Closing({ day }: { day: Day }) {
  const draft = useDraft<Explanations>(`close.${day.id}`, noWords)
  const [asking, setAsking] = useState(false)
  const { act, refused, kept } = useAct()
  const items = itemsOf(day)
  const problem = closeDayProblem(items, draft.value)
  const blocked = may('center.lead')
    ? problem && problemSentence({ code: problem.code, details: { ...problem.details } }, 'ja')
    : words.onlyLead
  const close = async () => {
    setAsking(false)
    if (await act('reports.closeDay', { dayId: day.id, explanations: wordsFor(items, draft.value) })) draft.clear()
  }
  return (
    <section class="stack" aria-labelledby="day-title">
      <h3 id="day-title">{words.dayTitle}</h3>
      <ul class="home-items">
        {items.map((item) => (
          <ItemLine
            key={item.matter}
            item={item}
            word={draft.value[item.matter]}
            onWord={(text) => draft.change({ [item.matter]: text })}
          />
        ))}
      </ul>
      <ActMessage refused={refused} kept={kept} />
      <div class="actions">
        <Button variant="next" large onPress={() => setAsking(true)} disabledBecause={blocked}>
          {words.close(day.number)}
        </Button>
        <SummaryLinks day={day} />
      </div>
      <Dialog
        open={asking}
        title={words.closeTitle}
        onClose={() => setAsking(false)}
        actions={
          <Button variant="danger" onPress={close}>
            {words.close(day.number)}
          </Button>
        }
      >
        <p>{words.closeWarning}</p>
      </Dialog>
    </section>
  )
}

/** What is open at the end of the day, and the button that ends it, with the reasons beneath while it cannot. */
export function CloseOfDay({ day }: { day: Day }) {
  return day.status === 'closed' ? <Closed day={day} /> : <Closing day={day} />
}
