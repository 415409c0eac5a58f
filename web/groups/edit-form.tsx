import { useState } from 'preact/hooks'
import { tidyText } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import { vehicleWords } from '#shared/groups/brought.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { wasSecond } from '#web/center/differences.ts'
import { store } from '#web/core/store.ts'
import { groupCardWords, groupFormWords } from '#web/texts/groups.ts'
import { Button } from '#web/ui/button.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { act } from './acts.ts'
import { BroughtFields, groupFieldId, sentenceOf } from './brought-fields.tsx'
import type { Group } from './selectors.ts'
import { type GroupMistake, readBrought } from './typed-group.ts'

/** What stands in the form at first: the group as this desk knows it, and the state that is. */
function stored({ visit }: Group) {
  const contact = store.get('groupVisitContact', visit.id)
  return {
    name: visit.name,
    leaderPhone: contact?.leaderPhone ?? '',
    onDayContact: contact?.onDayContact ?? '',
    vehicles: visit.vehicles.map(({ kind, count, seats, mayMoveOnSite }) => ({
      kind,
      count: String(count),
      seats: String(seats),
      onSite: mayMoveOnSite ? 'yes' : '',
    })),
    tools: visit.tools.map(({ name, count }) => `${name} ${count}`).join('\n'),
    wishes: visit.wishes,
    basedOnSeq: store.seqOf('groupVisit', visit.id),
  }
}

function readEdit(typed: ReturnType<typeof stored>) {
  const brought = readBrought(typed)
  const name = tidyText(typed.name)
  const leaderPhone = typed.leaderPhone.trim() === '' ? '' : normalisePhone(typed.leaderPhone)
  const wrong: GroupMistake[] = [
    ...(name === '' || name.length > 60 ? [{ field: 'name', reason: 'name' as const }] : []),
    ...(leaderPhone === null ? [{ field: 'leaderPhone', reason: 'leaderPhone' as const }] : []),
    ...brought.mistakes,
  ]
  return { said: { name, leaderPhone: leaderPhone ?? '', ...brought.said }, wrong }
}

const { name, leaderPhone, vehicles, tools, onDayContact, wishes } = groupFormWords
const labels = { name, leaderPhone, vehicles, tools, onDayContact, wishes }

/** 内容を直す: name, contacts, vehicles and tools of a group that is here. */
export function EditForm({ group, onDone }: { group: Group; onDone: () => void }) {
  const draft = useDraft(`group.edit.${group.visit.id}`, stored(group))
  const [mistakes, setMistakes] = useState<readonly GroupMistake[]>([])
  const [second, setSecond] = useState(false)
  const typed = draft.value
  const cancel = () => {
    draft.clear()
    onDone()
  }
  const submit = async () => {
    const { said, wrong } = readEdit(typed)
    setMistakes(wrong)
    if (wrong.length > 0) return
    const { basedOnSeq } = typed
    const input = { groupVisitId: group.visit.id, ...said, basedOnSeq }
    const outcome = await act('groups.changeGroupVisit', input)
    setSecond(wasSecond(outcome))
    // What was typed stays; a second try is made on the state that the desk has been shown since.
    if (outcome.kind === 'refused') draft.change({ basedOnSeq: store.seqOf('groupVisit', group.visit.id) })
    else cancel()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>{groupCardWords.edit}</h3>
      {second && (
        <BothTexts mine={typed} theirs={stored(group)} labels={labels} values={vehicleWords} take={draft.change} />
      )}
      <TextField
        label={groupFormWords.name}
        id={groupFieldId('name')}
        required
        autoFocus
        maxLength={60}
        value={typed.name}
        error={sentenceOf(mistakes, 'name')}
        onInput={(name) => draft.change({ name })}
      />
      <TelField
        label={groupFormWords.leaderPhone}
        id={groupFieldId('leaderPhone')}
        value={typed.leaderPhone}
        error={sentenceOf(mistakes, 'leaderPhone')}
        onInput={(leaderPhone) => draft.change({ leaderPhone })}
      />
      <BroughtFields typed={typed} change={draft.change} mistakes={mistakes} />
      <div class="actions">
        <Button variant="next" type="submit" large shortcut="Ctrl+Enter">
          {groupCardWords.save}
        </Button>
        <Button onPress={cancel}>{groupFormWords.cancel}</Button>
      </div>
    </form>
  )
}
