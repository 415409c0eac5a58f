import type { Inject } from '#shared/practice/inject.ts'
import { useSaying } from '#web/practice/use-saying.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** What was done about something that was given: typed beside it, and kept until it is sent. */
export function InjectAnswer({ inject: { id }, label = words.answer }: { inject: Pick<Inject, 'id'>; label?: string }) {
  const draft = useDraft(`inject.${id}`, { answer: '' })
  const { act, said } = useSaying()
  const answer = draft.value.answer.trim()
  const press = async () => {
    if (await act('practice.answerInject', { injectId: id, answer })) draft.clear()
  }
  return (
    <form class="inject-card-answer" noValidate onSubmit={(event) => event.preventDefault()}>
      <TextArea
        id={`answer-${id}`}
        label={label}
        rows={1}
        maxLength={500}
        value={draft.value.answer}
        onInput={(typed) => draft.change({ answer: typed })}
      />
      {said === '' ? null : <p role="alert">{said}</p>}
      <Button type="submit" variant="next" onPress={press} disabledBecause={answer === '' ? words.answerFirst : null}>
        {words.sendAnswer}
      </Button>
    </form>
  )
}
