import { useState } from 'preact/hooks'
import type { DrillEnd, StartedDrill } from '#shared/practice/drill-room.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'
import type { IssuesOfDrill } from '#shared/readiness/rules.ts'
import { type Outcome, send } from '#web/core/send.ts'
import { endDrill } from '#web/practice/drill-room.ts'
import { drillsTexts as words } from '#web/texts/drills.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

interface Choice {
  title: string
  issues: readonly OpenIssue[]
  left: readonly string[]
  onChoose: (id: string) => void
}

function Choices({ title, issues, left, onChoose }: Choice) {
  if (issues.length === 0) return null
  return (
    <fieldset class="form-part">
      <legend>{title}</legend>
      {issues.map(({ id, text, who, until }) => (
        <CheckField
          key={id}
          label={text}
          hint={[who, until].filter(Boolean).join('・')}
          checked={!left.includes(id)}
          onChange={() => onChoose(id)}
        />
      ))}
    </fieldset>
  )
}

/** Sends what was chosen as one act; each issue keeps its id, so that a second time nothing is there twice. */
function takeOver({ title, heldOn }: StartedDrill, { fresh, dealtWith }: IssuesOfDrill): Promise<Outcome> {
  return send('readiness.takeOverIssues', {
    drill: { title, heldOn },
    issues: fresh.map(({ id: issueId, text, source, who, until }) => ({ issueId, text, source, who, until })),
    dealtWith: dealtWith.map(({ id }) => id),
  })
}

/** Why a drill does not end yet: what it showed has to be on the list before its records go. */
function inTheWay(outcome: Outcome): string | null {
  if (outcome.kind === 'refused') return problemSentence(outcome.problem, 'ja')
  return outcome.kind === 'kept' ? words.issuesKept : null
}

interface DialogShown {
  drill: StartedDrill
  how: DrillEnd
  issues: IssuesOfDrill | null
  onClose: () => void
}

const none: IssuesOfDrill = { fresh: [], dealtWith: [] }

/** Before a drill is kept, sealed or erased: which of its issues come to this center's list. All of them, as it opens. */
export function DrillIssuesDialog({ drill, how, issues, onClose }: DialogShown) {
  const [left, setLeft] = useState<readonly string[]>([])
  const [said, setSaid] = useState(issues === null ? words.issuesUnread : '')
  const { fresh, dealtWith } = issues ?? none
  const choose = (id: string) => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id])
  const chosen = (some: readonly OpenIssue[]) => some.filter(({ id }) => !left.includes(id))
  const taken = { fresh: chosen(fresh), dealtWith: chosen(dealtWith) }
  const count = taken.fresh.length + taken.dealtWith.length
  const end = async () => {
    const reason = count === 0 ? null : inTheWay(await takeOver(drill, taken))
    if (reason !== null) return setSaid(reason)
    await endDrill(how)
    return onClose()
  }
  const any = fresh.length + dealtWith.length > 0
  return (
    <Dialog
      open
      title={how === 'erase' ? words.eraseTitle : words.issuesTitle}
      onClose={onClose}
      closeLabel={words.cancel}
      actions={
        <Button variant={how === 'erase' ? 'danger' : 'next'} onPress={end}>
          {any ? words.endWith(words.how[how], count) : words.how[how]}
        </Button>
      }
    >
      <div class="stack">
        {said === '' ? null : <NoticeBanner tone="warning" title={said} live />}
        {how === 'erase' ? <p>{words.eraseWords(drill.title)}</p> : null}
        {any ? <p>{words.issuesWords}</p> : null}
        <Choices title={words.fresh} issues={fresh} left={left} onChoose={choose} />
        <Choices title={words.dealtWith} issues={dealtWith} left={left} onChoose={choose} />
      </div>
    </Dialog>
  )
}
