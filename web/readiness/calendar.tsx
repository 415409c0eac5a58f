import { weekdayOf } from '#shared/core/time.ts'
import { eventKinds } from '#shared/readiness/limits.ts'
import type { PlannedEvent } from '#shared/readiness/planned-event.ts'
import { stands } from '#shared/readiness/rules.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { mayEdit, remove, today } from '#web/readiness/acts.ts'
import type { FormField } from '#web/readiness/record-form.tsx'
import { ChangeButton, WritingPart, writtenHere } from '#web/readiness/writing-part.tsx'
import { readinessWords, calendarWords as words } from '#web/texts/readiness.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'

type Field = keyof typeof words.fields

const fields: readonly FormField<Field>[] = [
  { key: 'title', label: words.fields.title, max: 60, required: true },
  { key: 'kind', label: words.fields.kind, kind: 'select', options: words.kinds },
  { key: 'date', label: words.fields.date, kind: 'date', required: true },
  { key: 'startsAt', label: words.fields.startsAt, kind: 'time' },
  { key: 'place', label: words.fields.place, max: 60 },
  { key: 'note', label: words.fields.note, max: 200 },
]

const written = writtenHere<'plannedEvent', Field>({
  kind: 'plannedEvent',
  titles: { fresh: words.newEvent, change: words.changeEvent },
  fields,
  blank: { title: '', kind: 'drill', date: '', startsAt: '', place: '', note: '' },
  typedOf: ({ title, kind, date, startsAt, place, note }) => ({
    title,
    kind,
    date,
    place,
    note,
    startsAt: startsAt ?? '',
  }),
  save: (eventId, typed, basedOnSeq) =>
    send('readiness.planEvent', {
      ...typed,
      kind: eventKinds.find((one) => one === typed.kind) ?? 'drill',
      startsAt: typed.startsAt || null,
      eventId,
      basedOnSeq,
    }),
})

function Event({ event }: { event: PlannedEvent }) {
  const { id, kind, title, date, startsAt, place, note } = event
  return (
    <li class="set-up-event">
      <span class="number">
        {date}（{weekdayOf(date, 'ja')}） {startsAt}
      </span>
      <span class="set-up-words">
        <span>
          <Badge>{words.kinds[kind]}</Badge> <strong>{title}</strong>
        </span>
        <span class="quiet">{[place, note].filter(Boolean).join('・')}</span>
      </span>
      {mayEdit() ? (
        <span class="toolbar">
          <ChangeButton about={title} onPress={() => (written.recordId.value = id)} />
          <Button
            label={`${title}: ${readinessWords.remove}`}
            onPress={() => remove({ kind: 'plannedEvent', id }, title)}
          >
            {readinessWords.remove}
          </Button>
        </span>
      ) : null}
    </li>
  )
}

function Events({ title, events }: { title: string; events: readonly PlannedEvent[] }) {
  if (events.length === 0) return null
  return (
    <section class="set-up-list" aria-label={title}>
      <h3>{title}</h3>
      <ul class="set-up-items">
        {events.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ul>
    </section>
  )
}

const planned = () =>
  store
    .all('plannedEvent')
    .filter(stands)
    .toSorted((one, other) => one.date.localeCompare(other.date))

export const comingEvents = () => planned().filter(({ date }) => date >= today())

/** Drills, courses and meetings, what comes first. */
export function Calendar() {
  const past = planned()
    .filter(({ date }) => date < today())
    .toReversed()
  const coming = comingEvents()
  return (
    <WritingPart written={written} add={words.add}>
      {past.length + coming.length === 0 ? <EmptyState title={words.none} /> : null}
      <Events title={words.coming} events={coming} />
      <Events title={words.past} events={past} />
    </WritingPart>
  )
}
