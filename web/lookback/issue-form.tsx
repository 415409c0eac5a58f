import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { send } from '#web/core/send.ts'
import { lookbackTexts as t } from '#web/texts/lookback.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const longest = 400

/** What is to change becomes an item of the set-up room's list, with where it came from. */
export function IssueForm({ source }: { source: string }) {
  const [text, setText] = useState('')
  const [who, setWho] = useState('')
  const [said, setSaid] = useState('')
  const add = async () => {
    const outcome = await send('readiness.addIssue', { issueId: newId(), text, who, source, until: null })
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setSaid(t.issueAdded(text))
    setText('')
    return setWho('')
  }
  return (
    <section aria-label={t.issues} class="stack no-print">
      <h3>{t.issues}</h3>
      <p class="quiet">{t.issueWords}</p>
      <div class="issue-form">
        <TextField label={t.issue} value={text} onInput={setText} maxLength={longest} />
        <TextField label={t.issueWho} value={who} onInput={setWho} maxLength={40} />
        <Button onPress={add} disabledBecause={text.trim() === '' ? t.issueMissing : null}>
          {t.addIssue}
        </Button>
      </div>
      <p role="status">{said}</p>
    </section>
  )
}
