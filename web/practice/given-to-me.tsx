import { useEffect, useState } from 'preact/hooks'
import { joinPhone } from '#shared/texts/join-phone.ts'
import { textIn } from '#web/core/form-acts.ts'
import { unsent } from '#web/core/send.ts'
import type { OwnPart } from '#web/practice/own-part.ts'
import { answerGiven } from '#web/practice/say.ts'
import { darkSince } from '#web/practice/selectors.ts'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

type Given = OwnPart['injects'][number]

/** The answer that lies on this phone for want of a line; undefined where there is none. */
function waitingAnswer(injectId: string): string | undefined {
  const kept = unsent.value.find(
    ({ type, input }) => type === 'practice.answerAsParticipant' && textIn(input, 'injectId') === injectId,
  )
  return kept && textIn(kept.input, 'answer')
}

function Answer({ given: { id } }: { given: Given }) {
  const { t, plain, language } = usePhoneWords(joinPhone)
  const draft = useDraft(`drill.answer.${id}`, { answer: '' })
  const [refused, setRefused] = useState('')
  const press = async () => {
    const answer = draft.value.answer.trim()
    if (answer === '') return
    const said = await answerGiven(id, answer)
    const isRefused = typeof said !== 'string'
    setRefused(isRefused ? drillProblemSentence(said, language) : '')
    if (!isRefused) draft.clear()
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

function Card({ given }: { given: Given }) {
  const { t } = usePhoneWords(joinPhone)
  const waiting = waitingAnswer(given.id)
  const isOpen = given.state !== 'answered' && waiting === undefined
  return (
    <section id={`given-${given.id}`} class={isOpen ? 'form-part join-given join-open' : 'form-part join-given'}>
      <h2 class="join-title">
        <span class="join-small">{t('given')}</span> <span lang="ja">{given.title}</span>
      </h2>
      <p class="phone-lines" lang="ja">
        {given.text}
      </p>
      {given.script === '' ? null : (
        <p class="phone-lines join-says" lang="ja">
          {given.script}
        </p>
      )}
      {given.state === 'answered' ? <p>{t('answered', { answer: given.answer })}</p> : null}
      {given.state !== 'answered' && waiting !== undefined ? (
        <p class="kept-here" role="status">
          {t('answerWaits', { answer: waiting })}
        </p>
      ) : null}
      {isOpen && given.answerWithin !== null ? <p>{t('within', { minutes: given.answerWithin })}</p> : null}
      {isOpen ? <Answer given={given} /> : null}
    </section>
  )
}

/** What was given to this phone's owner: it rings once, stays, and is called out from wherever they read. */
export function GivenToMe({ injects }: { injects: readonly Given[] }) {
  const { t } = usePhoneWords(joinPhone)
  const newest = injects.toSorted((one, other) => ((one.firedAt ?? '') < (other.firedAt ?? '') ? 1 : -1))
  const open = newest.find(({ id, state }) => state !== 'answered' && waitingAnswer(id) === undefined)
  const rings = darkSince() === null ? open?.id : undefined
  useEffect(() => {
    if (rings) ring('news')
  }, [rings])
  return (
    <>
      <div class="join-ringing" role="status">
        {open ? <a href={`#given-${open.id}`}>{t('ringing', { title: open.title })}</a> : null}
      </div>
      {newest.map((given) => (
        <Card key={given.id} given={given} />
      ))}
    </>
  )
}
