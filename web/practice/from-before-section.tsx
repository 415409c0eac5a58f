import type { OpenIssue } from '#shared/readiness/open-issue.ts'
import { issueSource } from '#shared/texts/readiness-words.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/practice/acts.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { CheckField } from '#web/ui/check-field.tsx'

async function mark({ id: issueId, text, doneAt }: OpenIssue): Promise<void> {
  const reopen = () => act('readiness.reopenIssue', { issueId })
  if (doneAt === null) await act('readiness.settleIssue', { issueId }, { message: words.issueDone(text), run: reopen })
  else await reopen()
}

/** 前回からの課題: what was open before this drill, and whether it has been dealt with. */
export function FromBeforeSection() {
  const issues = store.all('openIssue').filter(({ fromBefore }) => fromBefore)
  if (issues.length === 0) return null
  return (
    <section class="form-part" aria-labelledby="drill-from-before">
      <h3 id="drill-from-before">{words.fromBefore}</h3>
      <p class="quiet">{words.fromBeforeWords}</p>
      {issues.map((issue) => (
        <CheckField
          key={issue.id}
          label={issue.text}
          hint={issueSource(issue)}
          checked={issue.doneAt !== null}
          onChange={() => void mark(issue)}
        />
      ))}
    </section>
  )
}
