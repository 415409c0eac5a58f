import { participantRoles } from '#shared/practice/roles.ts'
import type { OutlinedCard, ScenarioOutline, WrittenCard } from '#shared/practice/scenario-desk.ts'
import { draftOf, fieldOf, writtenOf } from '#web/practice/card-draft.ts'
import { EditForm, type FormParts } from '#web/practice/edit-form.tsx'
import { Entries, type EntryPartProps } from '#web/practice/entries.tsx'
import { useOpenForm } from '#web/practice/open-form.ts'
import { edit, workRefused } from '#web/practice/scenario-work.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { partTexts as t } from '#web/texts/scenario-parts.ts'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const lengths = { who: 300, whatHappened: 500, knows: 500, doesNotKnow: 500, saysFirst: 300 } as const
const texts = ['who', 'whatHappened', 'knows', 'doesNotKnow', 'saysFirst'] as const

function Fields({ draft, faults, change }: FormParts<WrittenCard>) {
  return (
    <>
      <div class="form-grid">
        <SelectField
          label={t.role}
          value={draft.role}
          emptyLabel=""
          error={faults.role}
          onChange={(chosen) => change({ role: participantRoles.find((role) => role === chosen) ?? 'survivor' })}
          options={participantRoles.map((value) => ({ value, label: t.roles[value] }))}
        />
        <TextField
          id="card-title"
          label={t.cardTitle}
          maxLength={60}
          value={draft.title}
          error={faults.title}
          onInput={(title) => change({ title })}
        />
      </div>
      {texts.map((field) => (
        <TextArea
          key={field}
          id={`card-${field}`}
          rows={2}
          label={t[field]}
          maxLength={lengths[field]}
          value={draft[field]}
          error={faults[field]}
          onInput={(typed) => change({ [field]: typed })}
        />
      ))}
    </>
  )
}

function CardForm({ card, onClose, say }: { card: OutlinedCard | undefined; onClose: () => void; say: Say }) {
  return (
    <EditForm
      form={`card.${card?.key ?? ''}`}
      initial={draftOf(card)}
      title={card ? words.changeTitle(card.title) : t.addCard}
      press={card ? words.changeIt : words.addIt}
      read={writtenOf}
      fieldOf={fieldOf}
      onClose={onClose}
      onDone={async (done) => {
        const refusal = await edit([
          card ? { edit: 'changeCard', key: card.key, card: done } : { edit: 'addCard', card: done },
        ])
        if (refusal === null) say(card ? words.changed(done.title) : words.added(done.title))
        return refusal
      }}
    >
      {(parts) => <Fields {...parts} />}
    </EditForm>
  )
}

type Say = EntryPartProps['say']

/** 役割カード: who they are, what happened, what they know and don't, and what they say first. */
export function CardsPart({ outline: { cards }, problems, say }: EntryPartProps & { outline: ScenarioOutline }) {
  const [open, show] = useOpenForm('card')
  const card = cards.find(({ key }) => key === open)
  const remove = async ({ key, title }: OutlinedCard) => {
    if ((await edit([{ edit: 'removeCard', key }])) === null) say(words.removed(title))
  }
  return (
    <Entries
      id="cards"
      title={t.cards(cards.length)}
      about={t.cardsWords}
      add={t.addCard}
      onAdd={() => show('')}
      problems={problems}
      entries={cards.map((one) => ({
        index: one.index,
        head: t.roles[one.role],
        title: one.title || words.untitled,
        lines: [one.who, one.whatHappened],
        says: one.saysFirst,
        onChange: one.key === '' ? null : () => show(one.key),
        onRemove: one.key === '' ? null : () => remove(one),
      }))}
    >
      {open === '' || card ? (
        <CardForm
          card={card}
          say={say}
          onClose={() => {
            show(null)
            workRefused.value = null
          }}
        />
      ) : null}
    </Entries>
  )
}
