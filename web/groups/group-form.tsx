import { useState } from 'preact/hooks'
import { profileNamed } from '#shared/center/profiles.ts'
import { newId } from '#shared/core/ids.ts'
import { consentWordings } from '#shared/texts/reception-consent.ts'
import { openDay } from '#web/center/selectors.ts'
import type { Outcome } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { groupWords, groupFormWords as words } from '#web/texts/groups.ts'
import { planWords } from '#web/texts/reception.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { act, numberIn, tellDone } from './acts.ts'
import { BroughtFields, groupFieldId, sentenceOf } from './brought-fields.tsx'
import { KnownGroups } from './known-groups.tsx'
import { ListEntry } from './list-entry.tsx'
import { freePlaces } from './selectors.ts'
import {
  emptyGroup,
  fullChoices,
  type GroupMistake,
  minorChoices,
  plans,
  readGroup,
  type TypedGroup,
} from './typed-group.ts'

interface Fields {
  typed: TypedGroup
  change: (part: Partial<TypedGroup>) => void
  mistakes: readonly GroupMistake[]
}

type LineName = { [K in keyof TypedGroup]: TypedGroup[K] extends string ? K : never }[keyof TypedGroup]

function lineOf({ typed, change, mistakes }: Fields, name: LineName) {
  return {
    id: groupFieldId(name),
    value: typed[name],
    error: sentenceOf(mistakes, name),
    onInput: (value: string) => change({ [name]: value }),
  }
}

const choices = <V extends string>(values: readonly V[], names: Record<V, string>) =>
  values.map((value) => ({ value, label: names[value] }))

/** The leader first: whoever steps out of the bus. */
function LeaderFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextField label={words.name} required autoFocus maxLength={60} {...lineOf(fields, 'name')} />
      <KnownGroups typed={fields.typed} change={fields.change} />
      <div class="form-grid">
        <TextField label={words.leaderName} required maxLength={60} {...lineOf(fields, 'leaderName')} />
        <TelField label={words.leaderPhone} required {...lineOf(fields, 'leaderPhone')} />
        <TextField label={words.leaderKana} maxLength={60} {...lineOf(fields, 'leaderKana')} />
        <DateField label={words.leaderBirthDate} {...lineOf(fields, 'leaderBirthDate')} />
      </div>
    </>
  )
}

/** The count that is called out at the door of the bus, in large figures and large buttons. */
function Headcount({ fields, counted }: { fields: Fields; counted: number }) {
  const step = (by: number) => fields.change({ headcount: String(Math.min(200, Math.max(1, counted + by))) })
  return (
    <div class="group-count">
      <Button label={words.fewer} large onPress={() => step(-1)}>
        −1
      </Button>
      <NumberField label={words.headcount} unit={groupWords.person} required {...lineOf(fields, 'headcount')} />
      <Button label={words.more} large onPress={() => step(1)}>
        +1
      </Button>
      <Button label={words.tenMore} large onPress={() => step(10)}>
        +10
      </Button>
    </div>
  )
}

function PeopleFields({ fields, counted, unnamed }: { fields: Fields; counted: number; unnamed: number }) {
  const { typed, change, mistakes } = fields
  return (
    <>
      <Headcount fields={fields} counted={counted} />
      <ChoiceField
        label={words.when}
        value={typed.when}
        options={[
          { value: 'later', label: words.later },
          { value: 'now', label: words.now },
        ]}
        onChange={(when) => change({ when })}
      />
      {typed.when === 'now' ? (
        <>
          <ListEntry typed={typed} change={change} today={openDay()?.date ?? ''} error={sentenceOf(mistakes, 'text')} />
          <p>{words.unnamed(Math.max(0, unnamed))}</p>
        </>
      ) : null}
    </>
  )
}

/** What is asked once for everybody: insurance, and whether there are minors. */
function ForAllFields({ fields }: { fields: Fields }) {
  const { typed, change, mistakes } = fields
  return (
    <>
      <ChoiceField
        label={words.insurance}
        id={groupFieldId('insurance')}
        hint={words.insuranceHint}
        required
        error={sentenceOf(mistakes, 'insurance')}
        value={typed.insurance}
        options={choices(plans, planWords)}
        onChange={(insurance) => change({ insurance })}
      />
      {typed.insurance !== '' && typed.insurance !== 'none' ? (
        <>
          <DateField label={words.joinedOn} {...lineOf(fields, 'joinedOn')} />
          <CheckField
            label={words.seen}
            checked={typed.seen !== ''}
            onChange={(seen) => change({ seen: seen ? 'yes' : '' })}
          />
        </>
      ) : null}
      <ChoiceField
        label={words.minors}
        value={typed.minors}
        options={choices(minorChoices, words.minorChoices)}
        onChange={(minors) => change({ minors })}
      />
      <CheckField
        label={words.mixed}
        hint={words.mixedHint}
        checked={typed.mixed !== ''}
        onChange={(mixed) => change({ mixed: mixed ? 'yes' : '' })}
      />
    </>
  )
}

function ConsentField({ fields: { typed, change, mistakes } }: { fields: Fields }) {
  const [center] = store.all('center')
  const version = center ? profileNamed(center.profileName).reception.consentVersion : ''
  return (
    <>
      <details class="reception-more">
        <summary>{words.readConsent}</summary>
        <ol>
          {consentWordings[version]?.ja.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      <CheckField
        label={words.consent}
        id={groupFieldId('consent')}
        required
        error={sentenceOf(mistakes, 'consent')}
        checked={typed.consent !== ''}
        onChange={(consent) => change({ consent: consent ? 'yes' : '' })}
      />
    </>
  )
}

/** What the desk is told when the group is in. */
function tellReceived(outcome: Outcome): void {
  const number = (field: string) => numberIn(outcome, field)
  const [known, joined] = [number('known'), number('joined')]
  const parts = [
    words.done(number('group'), number('people'), number('listed')),
    known > 0 ? words.recognised(known) : '',
    joined > 0 ? words.joined(joined) : '',
  ]
  tellDone(parts.join(''))
}

/** The way from what was typed to a group that is here. */
function useGroupForm(onDone: (groupVisitId: string) => void) {
  const draft = useDraft('group', emptyGroup)
  const [tried, setTried] = useState(0)
  const day = openDay()
  const [center] = store.all('center')
  const free = freePlaces(Number(draft.value.reservedFor))
  const { said, headcount, mistakes } = readGroup(draft.value, day?.date ?? '', free)
  const submit = async () => {
    setTried(tried + 1)
    if (!day || !center || mistakes.length > 0) return
    const groupVisitId = newId()
    const { consentVersion } = profileNamed(center.profileName).reception
    const outcome = await act('groups.checkInGroup', { ...said, groupVisitId, consentVersion })
    if (outcome.kind === 'refused') return
    draft.clear()
    if (outcome.kind === 'done') tellReceived(outcome)
    onDone(groupVisitId)
  }
  // Before the first try nothing is called a mistake.
  return { draft, free, said, headcount, mistakes: tried > 0 ? mistakes : [], tried, submit }
}

/** 団体の当日受付: a short form that begins with the leader and the count; the rest can follow. */
export function GroupForm(props: { onDone: (groupVisitId: string) => void; onCancel: () => void }) {
  const { draft, free, said, headcount, mistakes, tried, submit } = useGroupForm(props.onDone)
  const fields = { typed: draft.value, change: draft.change, mistakes }
  const isFull = headcount > free
  const cancel = () => {
    draft.clear()
    props.onCancel()
  }
  return (
    <form
      class="stack group-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>{words.title}</h3>
      <p class="say">{words.say}</p>
      <LeaderFields fields={fields} />
      <PeopleFields fields={fields} counted={headcount} unnamed={said.unnamed} />
      {isFull ? (
        <ChoiceField
          label={words.full(free)}
          id={groupFieldId('ifFull')}
          required
          error={sentenceOf(mistakes, 'ifFull')}
          value={draft.value.ifFull}
          options={choices(fullChoices, words.ifFull)}
          onChange={(ifFull) => draft.change({ ifFull })}
        />
      ) : null}
      <ForAllFields fields={fields} />
      <details class="reception-more">
        <summary>{words.brought}</summary>
        <div class="stack">
          <BroughtFields {...fields} />
        </div>
      </details>
      <ConsentField fields={fields} />
      <ErrorSummary
        attempt={tried}
        errors={mistakes.map(({ field, reason }) => ({
          fieldId: groupFieldId(field),
          message: words.mistakes[reason],
        }))}
      />
      <div class="actions">
        <Button variant="next" type="submit" large shortcut="Ctrl+Enter">
          {words.submit(headcount)}
        </Button>
        <Button onPress={cancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}
