import './given-card.css'
import { useState } from 'preact/hooks'
import type { CommandName } from '#shared/commands.ts'
import type { Language } from '#shared/core/language.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { givenPhone } from '#shared/texts/given-phone.ts'
import { textIn } from '#web/core/form-acts.ts'
import type { Refusal } from '#web/core/request.ts'
import { unsent } from '#web/core/send.ts'
import type { Said } from '#web/practice/said.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

export type Given = Pick<
  Inject,
  'id' | 'title' | 'text' | 'script' | 'answerWithin' | 'state' | 'firedAt' | 'answer' | 'answeredBy' | 'seenAt'
>

/** By which act this page answers, and how it says why one was refused. */
export interface Answering {
  act: CommandName
  /** As whom its owner answers: what somebody else answered is told as theirs. */
  as: string
  send: (injectId: string, answer: string) => Promise<Said>
  sentence: (problem: Refusal, language: Language) => string
}

/** The answer that lies on this phone for want of a line; undefined where there is none. */
function waitingAnswer(act: CommandName, injectId: string): string | undefined {
  const kept = unsent.value.find(({ type, input }) => type === act && textIn(input, 'injectId') === injectId)
  return kept && textIn(kept.input, 'answer')
}

/** Whether something still asks its reader for an answer. */
export const asksFor = ({ id, state }: Given, { act }: Pick<Answering, 'act'>): boolean =>
  state !== 'answered' && waitingAnswer(act, id) === undefined

function Answer({ given: { id }, answering }: { given: Given; answering: Answering }) {
  const { t, plain, language } = usePhoneWords(givenPhone)
  const draft = useDraft(`drill.answer.${id}`, { answer: '' })
  const [refused, setRefused] = useState('')
  const press = async () => {
    const answer = draft.value.answer.trim()
    if (answer === '') return setRefused(plain('answerFirst'))
    const said = await answering.send(id, answer)
    const isRefused = typeof said !== 'string'
    setRefused(isRefused ? answering.sentence(said, language) : '')
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

interface CardProps {
  given: Given
  word: 'given' | 'toTeam'
  answering: Answering
}

/** One thing that happened: it stays, with what was answered, or that the answer waits for the line. */
export function GivenCard({ given, word, answering }: CardProps) {
  const { t } = usePhoneWords(givenPhone)
  const waiting = waitingAnswer(answering.act, given.id)
  const isOpen = asksFor(given, answering)
  return (
    <section id={`given-${given.id}`} class={isOpen ? 'form-part join-given join-open' : 'form-part join-given'}>
      <h2 class="join-title">
        <span class="join-small">{t(word)}</span> <span lang="ja">{given.title}</span>
      </h2>
      <p class="phone-lines" lang="ja">
        {given.text}
      </p>
      {given.script === '' ? null : (
        <p class="phone-lines join-says" lang="ja">
          {given.script}
        </p>
      )}
      {given.state === 'answered' ? (
        <p>
          {t(given.answeredBy === answering.as ? 'answered' : 'answeredBy', {
            answer: given.answer,
            by: given.answeredBy,
          })}
        </p>
      ) : null}
      {given.state !== 'answered' && waiting !== undefined ? (
        <p class="kept-here" role="status">
          {t('answerWaits', { answer: waiting })}
        </p>
      ) : null}
      {isOpen && word === 'toTeam' ? <p class="join-small">{t('teamHow')}</p> : null}
      {isOpen && given.answerWithin !== null ? <p>{t('within', { minutes: given.answerWithin })}</p> : null}
      {isOpen ? <Answer given={given} answering={answering} /> : null}
    </section>
  )
}
