import { useState } from 'preact/hooks'
import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { type IfFull, withoutName } from '#shared/groups/rules.ts'
import { openDay } from '#web/center/selectors.ts'
import type { Outcome } from '#web/core/send.ts'
import { groupDone, groupFormWords, groupNumber, groupWords, groupCardWords as words } from '#web/texts/groups.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { act, numberIn, tellDone } from './acts.ts'
import { groupFieldId } from './brought-fields.tsx'
import { ListEntry } from './list-entry.tsx'
import { ListPictures } from './list-pictures.tsx'
import { freePlaces, type Group } from './selectors.ts'
import { emptyList, fullChoices, readTypedList, toMend } from './typed-group.ts'

const empty = { ...emptyList, rest: 'keep', ifFull: 'refuse', unnamed: '' }

const choices = <V extends string>(values: readonly V[], names: Record<V, string>) =>
  values.map((value) => ({ value, label: names[value] }))

const countOf = (text: string) => {
  const digits = toHalfWidthDigits(text).trim()
  return /^\d{1,3}$/.test(digits) ? Number(digits) : 0
}

type Kind = 'names' | 'more'

/** What a list of this length would do to the group: how many are more than the places kept for it. */
function readNames({ people }: Group, kind: Kind, typed: typeof empty) {
  const list = readTypedList(typed, openDay()?.date ?? '')
  const members = list.rows.map(({ said }) => said)
  const places = withoutName(people).length
  const unnamed = kind === 'more' ? countOf(typed.unnamed) : 0
  const wanted = kind === 'more' ? members.length + unnamed : Math.max(0, members.length - places)
  const needsChoice = wanted > Math.max(0, freePlaces())
  const ifFull: IfFull = fullChoices.find((one) => one === typed.ifFull) ?? 'refuse'
  const isOpen = toMend(list, typed) > 0 || members.length + unnamed === 0 || (needsChoice && ifFull === 'refuse')
  return { members, places, unnamed, needsChoice, ifFull, isOpen }
}

/** What the desk is told when the names are in. */
function tellNamed(outcome: Outcome, kind: Kind): void {
  const number = (field: string) => numberIn(outcome, field)
  const added = number(kind === 'names' ? 'added' : 'people')
  const parts = [
    kind === 'names' ? groupDone.named(number('named'), number('left')) : '',
    added > 0 ? groupDone.added(added) : '',
    number('cancelled') > 0 ? groupDone.cancelledToo(number('cancelled')) : '',
  ]
  tellDone(parts.join(''))
}

function useNames(group: Group, kind: Kind, onDone: () => void) {
  const draft = useDraft(`group.${kind}.${group.visit.id}`, empty)
  const [tried, setTried] = useState(false)
  const typed = draft.value
  const read = readNames(group, kind, typed)
  const { members, unnamed, ifFull } = read
  const groupVisitId = group.visit.id
  const rest = typed.rest === 'cancel' ? 'cancel' : 'keep'
  const submit = async () => {
    setTried(true)
    if (read.isOpen) return
    const outcome = await (kind === 'names'
      ? act('groups.nameMembers', { groupVisitId, members, rest, ifFull })
      : act('groups.addToGroup', { groupVisitId, members, unnamed, ifFull }))
    if (outcome.kind === 'refused') return
    draft.clear()
    onDone()
    if (outcome.kind === 'done') tellNamed(outcome, kind)
  }
  return { ...read, draft, typed, tried, submit }
}

interface Part {
  names: ReturnType<typeof useNames>
}

/** Only where somebody may be missing, and only where the day has no room. */
function Choices({
  names: { draft, typed, places, members, needsChoice, ifFull, tried },
  kind,
}: Part & { kind: Kind }) {
  const left = places - members.length
  return (
    <>
      {kind === 'names' && left > 0 && members.length > 0 ? (
        <ChoiceField
          label={words.rest}
          value={typed.rest}
          options={choices(['keep', 'cancel'] as const, words.restChoices)}
          onChange={(rest) => draft.change({ rest })}
        />
      ) : null}
      {needsChoice ? (
        <ChoiceField
          label={groupFormWords.full(freePlaces())}
          id={groupFieldId('ifFull')}
          error={tried && ifFull === 'refuse' ? groupFormWords.mistakes.ifFull : null}
          value={typed.ifFull}
          options={choices(fullChoices, groupFormWords.ifFull)}
          onChange={(value) => draft.change({ ifFull: value })}
        />
      ) : null}
    </>
  )
}

/** The names that were to follow, or more people of a group that is here. */
export function NamesForm({ group, kind, onDone }: { group: Group; kind: Kind; onDone: () => void }) {
  const names = useNames(group, kind, onDone)
  const { draft, typed, members, unnamed, tried, submit } = names
  const count = members.length + unnamed
  const act = kind === 'names' ? words.addNames : words.addPeople
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>
        {groupNumber(group.visit.number)} {group.visit.name} {act}
      </h3>
      {kind === 'names' ? <ListPictures groupVisitId={group.visit.id} /> : null}
      <ListEntry
        typed={typed}
        change={draft.change}
        today={openDay()?.date ?? ''}
        error={tried && count === 0 ? groupFormWords.mistakes.list : null}
      />
      {kind === 'more' ? (
        <NumberField
          label={words.unnamedMore}
          unit={groupWords.person}
          value={typed.unnamed}
          onInput={(value) => draft.change({ unnamed: value })}
        />
      ) : null}
      <Choices names={names} kind={kind} />
      <div class="actions">
        <Button variant="next" type="submit" large shortcut="Ctrl+Enter">
          {kind === 'names' ? words.submitNames(count) : words.submitMore(count)}
        </Button>
        <Button onPress={onDone}>{groupFormWords.cancel}</Button>
      </div>
    </form>
  )
}
