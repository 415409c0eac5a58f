import { useState } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { drillPhone } from '#shared/texts/drill-phone.ts'
import { watchListOf } from '#shared/texts/watch-lists.ts'
import { centerNow } from '#web/core/clock.ts'
import { say } from '#web/practice/own-part.ts'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const marks = ['good', 'problem', 'note'] as const
type Mark = (typeof marks)[number]

/** Sends one note, and says when it was kept, by the drill's time. */
function useNote(deskName: string | null) {
  const { plain, language } = usePhoneWords(drillPhone)
  const [said, setSaid] = useState('')
  const note = async (mark: Mark, text: string, checkKey: string): Promise<boolean> => {
    const problem = await say({ type: 'practice.observe', deskName, mark, text, checkKey })
    setSaid(
      problem ? drillProblemSentence(problem, language) : plain('saved', { clock: clockOf(centerNow(), timeZone) }),
    )
    return problem === null
  }
  return { said, note }
}

/** One line of the checklist: good or bad with one tap. */
function Line({ deskName, line }: { deskName: string | null; line: { key: string; text: string } }) {
  const { t, plain } = usePhoneWords(drillPhone)
  const { said, note } = useNote(deskName)
  return (
    <li class="join-watch">
      <span>{line.text}</span>
      <span class="join-marks">
        {(['good', 'problem'] as const).map((mark) => (
          <Button key={mark} label={`${plain(mark)} ${line.text}`} onPress={() => note(mark, line.text, line.key)}>
            {t(mark)}
          </Button>
        ))}
      </span>
      <span class="join-small" role="status">
        {said}
      </span>
    </li>
  )
}

/** What an observer of a desk looks at, and what they write down. */
export function ObserverNotes({ deskName }: { deskName: string | null }) {
  const { t, plain } = usePhoneWords(drillPhone)
  const draft = useDraft('drill.observe', { text: '', mark: 'note' as Mark })
  const { said, note } = useNote(deskName)
  const { text, mark } = draft.value
  const press = async () => {
    if (text.trim() !== '' && (await note(mark, text.trim(), ''))) draft.clear()
  }
  return (
    <>
      <section class="form-part">
        <h2>{t('note')}</h2>
        <TextArea
          id="drill-note"
          label={plain('note')}
          maxLength={500}
          value={text}
          onInput={(typed) => draft.change({ text: typed })}
        />
        <ChoiceField
          label={plain('mark')}
          name="drill-mark"
          value={mark}
          onChange={(chosen) => draft.change({ mark: marks.find((one) => one === chosen) ?? 'note' })}
          options={marks.map((value) => ({ value, label: plain(value) }))}
        />
        <p role="status">{said}</p>
        <Button variant="next" wide onPress={press}>
          {t('saveNote')}
        </Button>
      </section>
      <section class="form-part">
        <h2>{t('watch')}</h2>
        <ul class="join-list" lang="ja">
          {watchListOf(deskName === null ? [] : [deskName]).map((line) => (
            <Line key={line.key} deskName={deskName} line={line} />
          ))}
        </ul>
      </section>
    </>
  )
}
