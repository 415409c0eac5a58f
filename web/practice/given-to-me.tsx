import { useEffect, useState } from 'preact/hooks'
import { drillPhone } from '#shared/texts/drill-phone.ts'
import { type OwnPart, say } from '#web/practice/own-part.ts'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

type Given = OwnPart['injects'][number]

function Answer({ given: { id } }: { given: Given }) {
  const { t, plain, language } = usePhoneWords(drillPhone)
  const draft = useDraft(`drill.answer.${id}`, { answer: '' })
  const [refused, setRefused] = useState('')
  const press = async () => {
    const answer = draft.value.answer.trim()
    if (answer === '') return
    const problem = await say({ type: 'practice.answerAsParticipant', injectId: id, answer })
    setRefused(problem ? drillProblemSentence(problem, language) : '')
    if (problem === null) draft.clear()
  }
  return (
    <>
      <TextArea
        id={`answer-${id}`}
        label={plain('answer')}
        rows={2}
        maxLength={500}
        value={draft.value.answer}
        onInput={(answer) => draft.change({ answer })}
      />
      {refused === '' ? null : <p role="alert">{refused}</p>}
      <Button variant="next" wide onPress={press}>
        {t('sendAnswer')}
      </Button>
    </>
  )
}

/** What was given to this phone's owner: it rings once, and stays. */
export function GivenToMe({ injects }: { injects: readonly Given[] }) {
  const { t } = usePhoneWords(drillPhone)
  const newest = injects.toSorted((one, other) => ((one.firedAt ?? '') < (other.firedAt ?? '') ? 1 : -1))
  const first = newest[0]?.id
  useEffect(() => {
    if (first) ring('news')
  }, [first])
  return (
    <>
      {newest.map((given) => (
        <section key={given.id} class="form-part join-given" aria-live="polite">
          <h2>
            {t('given')}: {given.title}
          </h2>
          <p class="phone-lines">{given.text}</p>
          {given.script === '' ? null : <p class="phone-lines join-says">{given.script}</p>}
          {given.state === 'answered' ? (
            <p>{t('answered', { answer: given.answer })}</p>
          ) : (
            <>
              {given.answerWithin === null ? null : <p>{t('within', { minutes: given.answerWithin })}</p>}
              <Answer given={given} />
            </>
          )}
        </section>
      ))}
    </>
  )
}
