import { newId } from '#shared/core/ids.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Observation } from '#shared/practice/observation.ts'
import { deskTitleNamed } from '#web/center/desks.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/practice/acts.ts'
import { markWords, practiceTexts as words } from '#web/texts/practice.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

type Mark = Observation['mark']
const marks: readonly Mark[] = ['note', 'good', 'problem']

function NoteForm() {
  const draft = useDraft('drill.note', { text: '', mark: 'note' as Mark })
  const { text, mark } = draft.value
  const save = async () => {
    if (text.trim() === '') return
    const said = { deskName: null, mark, text: text.trim(), checkKey: '', photoIds: [] }
    if (await act('practice.writeObservation', { observationId: newId(), ...said })) draft.clear()
  }
  return (
    <>
      <TextField
        id="drill-note"
        label={words.note}
        hint={words.noteHint}
        maxLength={500}
        value={text}
        onInput={(typed) => draft.change({ text: typed })}
        onEnter={() => void save()}
      />
      <ChoiceField
        label={words.mark}
        name="drill-mark"
        value={mark}
        onChange={(chosen) => draft.change({ mark: marks.find((one) => one === chosen) ?? 'note' })}
        options={marks.map((value) => ({ value, label: markWords[value] }))}
      />
      <Button onPress={save}>{words.saveNote}</Button>
    </>
  )
}

/** What the controller and the observers noticed, with the drill's time. */
export function NotesSection() {
  const notes = store.all('observation').toSorted((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <section class="form-part" aria-labelledby="drill-notes">
      <h3 id="drill-notes">{words.notes}</h3>
      <NoteForm />
      {notes.length === 0 ? <p class="quiet">{words.noNotes}</p> : null}
      <ul class="controller-list">
        {notes.map(({ id, at, mark, text, byName, deskName, photoIds }) => (
          <li key={id} class="controller-given">
            <span class="number">{clockOf(at, timeZone)}</span> <strong>{markWords[mark]}</strong> {text}{' '}
            <span class="quiet">
              {byName}
              {deskName ? ` ${deskTitleNamed(deskName)}` : ''}
            </span>
            {photoIds.map((photoId) => (
              <a
                key={photoId}
                class="controller-photo"
                href={`/drill-photos/${photoId}`}
                target="_blank"
                rel="noreferrer"
              >
                <img src={`/drill-photos/${photoId}/preview`} alt={words.photo} loading="lazy" />
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
