import { useState } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { joinPhone } from '#shared/texts/join-phone.ts'
import { type WatchKey, watchListOf, watchPhone } from '#shared/texts/watch-lists.ts'
import { centerNow } from '#web/core/clock.ts'
import { forgetPicture } from '#web/core/outbox.ts'
import { KeptPicture, TakePicture } from '#web/photos/picture-panel.tsx'
import { noteDown } from '#web/practice/say.ts'
import { WaitingNotes } from '#web/practice/waiting-notes.tsx'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const marks = ['good', 'problem', 'note'] as const
type Mark = (typeof marks)[number]

type Noting = Omit<Parameters<typeof noteDown>[0], 'deskName'>

/** Sends one note, and says when it was kept, by the drill's time; true where it is or will be there. */
function useNote(deskName: string | null) {
  const { plain, language } = usePhoneWords(joinPhone)
  const [words, setWords] = useState('')
  const note = async (noting: Noting): Promise<boolean> => {
    const said = await noteDown({ deskName, ...noting })
    if (said === 'done') setWords(plain('saved', { clock: clockOf(centerNow(), timeZone) }))
    else setWords(said === 'waits' ? plain('keptHere') : drillProblemSentence(said, language))
    return typeof said === 'string'
  }
  return { words, note }
}

/** One line of the checklist: good or bad with one tap. What is written down is Japanese, for whoever reads the report. */
function Line({ deskName, line }: { deskName: string | null; line: WatchKey }) {
  const { t, plain } = usePhoneWords(joinPhone)
  const watch = usePhoneWords(watchPhone)
  const { words, note } = useNote(deskName)
  const press = (mark: Mark) => note({ mark, text: watchPhone[line].ja, checkKey: line, pictureId: '' })
  return (
    <li class="join-watch">
      <span>{watch.t(line)}</span>
      <span class="join-marks">
        {(['good', 'problem'] as const).map((mark) => (
          <Button key={mark} label={`${plain(mark)} ${watch.plain(line)}`} onPress={() => press(mark)}>
            {t(mark)}
          </Button>
        ))}
      </span>
      <span class="join-small" role="status">
        {words}
      </span>
    </li>
  )
}

/** The picture that goes with the note: it lies on this phone from the moment it is taken. */
function NotePicture({ pictureId, onChange }: { pictureId: string; onChange: (pictureId: string) => void }) {
  const { t, plain } = usePhoneWords(joinPhone)
  if (pictureId === '')
    return (
      <div class="join-picture">
        <TakePicture label={plain('takePhoto')} busyWord={plain('preparing')} onPicture={onChange} />
        <p class="join-small">{t('photoHint')}</p>
      </div>
    )
  const drop = () => {
    void forgetPicture(pictureId)
    onChange('')
  }
  return (
    <div class="join-picture">
      <KeptPicture id={pictureId} alt={plain('photo')} />
      <Button onPress={drop}>{t('dropPhoto')}</Button>
    </div>
  )
}

function NoteForm({ deskName }: { deskName: string | null }) {
  const { t, plain } = usePhoneWords(joinPhone)
  const draft = useDraft('drill.observe', { text: '', mark: 'note' as Mark, pictureId: '' })
  const { words, note } = useNote(deskName)
  const { text, mark, pictureId } = draft.value
  const press = async () => {
    if (text.trim() === '' && pictureId === '') return
    if (await note({ mark, text: text.trim(), checkKey: '', pictureId })) draft.clear()
  }
  return (
    <section class="form-part">
      <h2>{t('writeNote')}</h2>
      <TextArea
        id="drill-note"
        label={plain('note')}
        maxLength={500}
        value={text}
        onInput={(typed) => draft.change({ text: typed })}
      />
      <NotePicture pictureId={pictureId} onChange={(chosen) => draft.change({ pictureId: chosen })} />
      <ChoiceField
        label={plain('mark')}
        name="drill-mark"
        value={mark}
        onChange={(chosen) => draft.change({ mark: marks.find((one) => one === chosen) ?? 'note' })}
        options={marks.map((value) => ({ value, label: plain(value) }))}
      />
      <p role="status">{words}</p>
      <Button variant="next" wide onPress={press}>
        {t('saveNote')}
      </Button>
    </section>
  )
}

/** What an observer of a desk looks at, by the works that it does, and what they write down. */
export function ObserverNotes({ deskName, work }: { deskName: string | null; work: readonly string[] }) {
  const { t } = usePhoneWords(joinPhone)
  return (
    <>
      <NoteForm deskName={deskName} />
      <WaitingNotes />
      <section class="form-part">
        <h2>{t('watch')}</h2>
        <ul class="join-list">
          {watchListOf(work).map((line) => (
            <Line key={line} deskName={deskName} line={line} />
          ))}
        </ul>
      </section>
    </>
  )
}
