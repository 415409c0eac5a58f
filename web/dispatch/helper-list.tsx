import { useEffect, useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { clockOf, weekdayOf } from '#shared/core/time.ts'
import type { CallOut } from '#shared/dispatch/call-out.ts'
import { callOutAnswers } from '#shared/dispatch/call-out-answers.ts'
import type { Helper, HelperReason } from '#shared/dispatch/reads.ts'
import type { Need } from '#shared/needs/need.ts'
import { type DaySlot, daySlots } from '#shared/roster/day-slots.ts'
import { openDay } from '#web/center/selectors.ts'
import { ask } from '#web/core/ask.ts'
import { centerNow } from '#web/core/clock.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { ComingSection } from '#web/dispatch/coming-section.tsx'
import { findPeopleTexts as t } from '#web/texts/find-people.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const zone = 'Asia/Tokyo'

/** A half of the day that is open, as the roster names it. */
function slotOf(half: string): DaySlot | null {
  const date = openDay()?.date
  if (date === undefined) return null
  const wanted = `${weekdayOf(date, 'en').toLowerCase()}.${half}`
  return daySlots.find((slot) => slot === wanted) ?? null
}

/** The half that is still to come, for the first look. */
const halfNow = () => (clockOf(centerNow(), zone) < '12:00' ? 'am' : 'pm')

const slotOptions = [
  { value: 'am', label: t.halves.am },
  { value: 'pm', label: t.halves.pm },
  { value: 'any', label: t.anySlot },
]

/** What each person said last, when they were called for this need today. */
function lastCalls(needId: string): Map<string, CallOut> {
  const calls = store.all('callOut').filter((one) => one.needId === needId && one.dayId === openDay()?.id)
  return new Map(calls.sort((one, other) => (one.at < other.at ? -1 : 1)).map((one) => [one.personId, one]))
}

function reasonWords(reason: HelperReason): string {
  const { reasons } = t
  if (reason.why === 'near') return reasons.near(reason.metres)
  if (reason.why === 'tools') return reasons.tools(reason.tools.join('・'))
  return reason.why === 'skills' ? reasons.skills(reason.skills.join('・')) : reasons[reason.why]
}

function Reasons({ reasons }: Pick<Helper, 'reasons'>) {
  return (
    <span class="find-people-reasons">
      {reasons.map((reason) => (
        <Badge key={reason.why} tone={reason.why === 'notRenewed' ? 'warning' : 'plain'}>
          {reasonWords(reason)}
        </Badge>
      ))}
    </span>
  )
}

function Answers({ helper, call, needId }: { helper: Helper; call: CallOut | undefined; needId: string }) {
  const [said, setSaid] = useState('')
  const [note, setNote] = useState(call?.note ?? '')
  const record = async (answer: CallOut['answer']) => {
    const input = { callOutId: newId(), needId, personId: helper.personId, answer, note: note.trim() }
    const outcome = await send('dispatch.recordCallOut', input)
    setSaid(outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : '')
  }
  return (
    <span class="actions">
      <TextField
        label={t.note}
        id={`call-note-${helper.personId}`}
        value={note}
        maxLength={200}
        placeholder={t.noteExample}
        onInput={setNote}
        onEnter={() => void (call && record(call.answer))}
      />
      {callOutAnswers.map((answer) => (
        <Button
          key={answer}
          pressed={call?.answer === answer}
          label={t.answerOf(helper.name, t.answers[answer])}
          onPress={() => record(answer)}
        >
          {t.answers[answer]}
        </Button>
      ))}
      {call ? (
        <span class="quiet">{t.said(t.answers[call.answer], clockOf(call.at, zone), call.calledBy, call.note)}</span>
      ) : null}
      {said ? <span role="status">{said}</span> : null}
    </span>
  )
}

function columnsFor(needId: string, calls: ReadonlyMap<string, CallOut>): Column<Helper>[] {
  const { columns } = t
  return [
    {
      key: 'person',
      header: columns.person,
      cell: ({ name, nameKana }) => (
        <>
          <strong>{name}</strong>
          <span class="staff-desks">{nameKana}</span>
        </>
      ),
    },
    {
      key: 'phone',
      header: columns.phone,
      cell: ({ phone }) =>
        phone ? (
          <a class="number find-people-phone" href={`tel:${phone}`}>
            {phone}
          </a>
        ) : (
          t.noPhone
        ),
    },
    { key: 'reasons', header: columns.reasons, cell: ({ reasons }) => <Reasons reasons={reasons} /> },
    {
      key: 'answer',
      header: columns.answer,
      cell: (helper) => <Answers helper={helper} call={calls.get(helper.personId)} needId={needId} />,
    },
  ]
}

type Found = { helpers: readonly Helper[]; total: number } | 'searching' | 'noLine'

/** What the server finds; asked again when the wishes change, and never shown for other wishes than these. */
function useHelpers(needId: string, slot: DaySlot | null, withVehicle: boolean): Found {
  const [found, setFound] = useState<Found>('searching')
  useEffect(() => {
    let current = true
    setFound('searching')
    const load = async () => {
      const reply = await ask('dispatch.findHelpers', { needId, slot, withVehicle })
      if (current) setFound(reply.kind === 'done' ? reply.body : 'noLine')
    }
    void load()
    return () => {
      current = false
    }
  }, [needId, slot, withVehicle])
  return found
}

function Helpers({ found, need, calls }: { found: Found; need: Need; calls: ReadonlyMap<string, CallOut> }) {
  if (found === 'searching') return <Progress word={t.searching} />
  if (found === 'noLine') return <p role="status">{t.noLine}</p>
  if (found.helpers.length === 0) return <EmptyState title={t.nobody}>{t.nobodyWords}</EmptyState>
  return (
    <>
      <p class="quiet" role="status">
        {t.found(found.helpers.length, found.total)}
      </p>
      <DataTable
        caption={t.title}
        hideCaption
        columns={columnsFor(need.id, calls)}
        rows={found.helpers}
        rowKey={({ personId }) => personId}
        empty={t.nobody}
      />
    </>
  )
}

/** The people who fit a need, to be called one after the other; who can come is put to work beneath. */
export function HelperList({ need }: { need: Need }) {
  const [half, setHalf] = useState<string>(halfNow)
  const [withVehicle, setWithVehicle] = useState(false)
  const [known, setKnown] = useState<readonly Helper[]>([])
  const found = useHelpers(need.id, half === 'any' ? null : slotOf(half), withVehicle)
  const helpers = typeof found === 'string' ? [] : found.helpers
  // Who said yes stays chosen, also when the list is asked for another half-day.
  useEffect(() => {
    if (helpers.length > 0)
      setKnown((before) => [...new Map([...before, ...helpers].map((one) => [one.personId, one])).values()])
  }, [helpers])
  const calls = lastCalls(need.id)
  const here = new Set(store.all('attendance').map(({ personId, status }) => (status === 'cancelled' ? '' : personId)))
  const coming = known.filter(({ personId }) => calls.get(personId)?.answer === 'comes' && !here.has(personId))
  return (
    <div class="find-people-list stack">
      <div class="toolbar">
        <ChoiceField label={t.slot} value={half} options={slotOptions} onChange={setHalf} />
        <CheckField label={t.vehicle} checked={withVehicle} onChange={setWithVehicle} />
      </div>
      <Helpers found={found} need={need} calls={calls} />
      <ComingSection need={need} coming={coming} />
    </div>
  )
}
