import './dispatch.css'
import { signal } from '@preact/signals'
import { needNumberText } from '#shared/needs/need-number.ts'
import { attendanceStatusTexts } from '#shared/texts/attendance-status.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { openDay } from '#web/center/selectors.ts'
import { store } from '#web/core/store.ts'
import { focusFirst, moveFocus } from '#web/dispatch/arrow-keys.ts'
import {
  chosenIds,
  chosenPeople,
  chosenSentence,
  clearChosen,
  dropTaken,
  formSentence,
  formTeamFor,
  toggleChosen,
} from '#web/dispatch/chosen-people.ts'
import { GroupNotes } from '#web/dispatch/group-notes.tsx'
import { dragType } from '#web/dispatch/need-card.tsx'
import { badgesOf, groupBadge, narrowPeople, settingNow, waitingPeople } from '#web/dispatch/selectors.ts'
import { Glance } from '#web/dispatch/team-block.tsx'
import { selectedNeed } from '#web/dispatch/wall-view.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { mergedWords } from '#web/texts/reception.ts'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { Button } from '#web/ui/button.tsx'
import { ChoicesField } from '#web/ui/choice-field.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { PersonToken } from '#web/ui/person-token.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { useShortcut } from '#web/ui/use-shortcut.ts'
import { standingOfNumber } from '#web/volunteers/selectors.ts'

const filter = signal<{ words: string; marks: readonly string[] }>({ words: '', marks: [] })

const tokens = '.people-panel button.token'

/** What to narrow by: the fixed traits, and the skills that somebody who waits has. */
function markOptions(people: readonly Attendance[]) {
  const skills = [...new Set(people.flatMap((one) => one.skills))].slice(0, 8)
  const fixed = Object.entries(t.peopleFilter).map(([value, label]) => ({ value, label }))
  return [...fixed, ...skills.map((skill) => ({ value: skill, label: skill }))]
}

function Person({ person }: { person: Attendance }) {
  const setting = settingNow(store)
  const onDragStart = (event: DragEvent) => {
    if (!chosenIds.value.includes(person.id)) toggleChosen(person.id)
    event.dataTransfer?.setData(dragType, String(person.number))
  }
  const age = t.ageBands[person.ageBand]
  return (
    <PersonToken
      number={person.number}
      name={person.name}
      badges={[
        ...groupBadge(store, person),
        ...(person.ageBand === 'under18' ? [] : [{ mark: age, word: age }]),
        ...badgesOf(person, setting),
      ]}
      selected={chosenIds.value.includes(person.id)}
      draggable
      onDragStart={onDragStart}
      onPress={() => toggleChosen(person.id)}
    />
  )
}

/** The people picked: what they bring together, and the act that makes them a team. */
function Chosen() {
  const people = chosenPeople()
  if (people.length === 0) return null
  const need = selectedNeed()
  const taken = people.some(({ status }) => status !== 'waiting')
  return (
    <div class="panel-foot chosen">
      <div class="chosen-head">
        <strong>{t.chosen(people.length)}</strong>
        <span class="quiet">{people.map(({ number }) => t.numberOf(number)).join('・')}</span>
        <Button shortcut="Escape" onPress={clearChosen}>
          {t.clearChosen}
        </Button>
      </div>
      <Glance people={people} />
      <div class="actions">
        {need ? (
          <Button variant="next" shortcut="F6" disabledBecause={formSentence(need)} onPress={() => formTeamFor(need)}>
            {t.formFor(needNumberText(need.number), people.length)}
          </Button>
        ) : (
          <p>{t.chooseNeed}</p>
        )}
        <Button disabledBecause={need ? null : chosenSentence()} onPress={() => formTeamFor(undefined)}>
          {t.formLoose}
        </Button>
        {taken ? <Button onPress={dropTaken}>{t.dropTaken}</Button> : null}
      </div>
    </div>
  )
}

/** A number that was merged into another is said, wherever the one who has it stands. */
function MergedNumber({ typed }: { typed: string }) {
  const number = Number(typed.normalize('NFKC').trim())
  const standing = standingOfNumber(openDay()?.id, number)
  if (!standing || standing.number === number) return null
  const { name, status } = standing
  return (
    <p class="quiet" role="status">
      {mergedWords.hasNoMore(number, standing.number, name)} {attendanceStatusTexts[status].ja}
    </p>
  )
}

/** Waiting people as name notes: picked by click, by Space or by dragging onto a card. */
export function PeoplePanel() {
  const waiting = waitingPeople(store)
  const found = narrowPeople(waiting, filter.value)
  const { shown, left, onMore } = useBounded(found)
  useShortcut('p', () => focusFirst(tokens))
  return (
    <section class="panel people-panel" aria-label={t.people}>
      <header class="panel-head">
        <h2>
          {t.people} <span class="number">{waiting.length}</span>
        </h2>
        <SearchField
          label={t.search}
          hideLabel
          placeholder={t.search}
          value={filter.value.words}
          onInput={(words) => (filter.value = { ...filter.value, words })}
          found={found.length === waiting.length ? null : t.found(found.length, waiting.length)}
          onDown={() => focusFirst(tokens)}
        />
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move the focus among the notes inside */}
      <div class="panel-body" onKeyDown={(event) => moveFocus(event, 'button.token')}>
        <ChoicesField
          label={t.people}
          hideLabel
          values={[...filter.value.marks]}
          options={markOptions(waiting)}
          onChange={(marks) => (filter.value = { ...filter.value, marks })}
        />
        {waiting.length === 0 ? <EmptyState title={t.peopleEmpty} /> : null}
        <MergedNumber typed={filter.value.words} />
        <GroupNotes waiting={found} />
        <ul class="token-list">
          {shown.map((person) => (
            <li key={person.id}>
              <Person person={person} />
            </li>
          ))}
        </ul>
        <MoreRows left={left} onMore={onMore} />
      </div>
      <Chosen />
    </section>
  )
}
