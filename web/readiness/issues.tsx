import type { OpenIssue } from '#shared/readiness/open-issue.ts'
import { issueSource } from '#shared/texts/readiness-words.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { act, mayEdit, momentWord, today } from '#web/readiness/acts.ts'
import { Mark } from '#web/readiness/mark.tsx'
import type { FormField } from '#web/readiness/record-form.tsx'
import { ChangeButton, WritingPart, writtenHere } from '#web/readiness/writing-part.tsx'
import { checkListWords, issueWords as words } from '#web/texts/readiness.ts'
import { Badge } from '#web/ui/badge.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'

type Field = keyof typeof words.fields

const fields: readonly FormField<Field>[] = [
  { key: 'text', label: words.fields.text, kind: 'area', max: 400, required: true },
  { key: 'source', label: words.fields.source, max: 80, hint: words.sourceHint },
  { key: 'who', label: words.fields.who, max: 40 },
  { key: 'until', label: words.fields.until, kind: 'date' },
]

const written = writtenHere<'openIssue', Field>({
  kind: 'openIssue',
  titles: { fresh: words.newIssue, change: words.changeIssue },
  fields,
  blank: { text: '', source: '', who: '', until: '' },
  typedOf: ({ text, source, who, until }) => ({ text, source, who, until: until ?? '' }),
  save(issueId, typed, basedOnSeq) {
    const said = { ...typed, until: typed.until || null, issueId }
    const isNew = store.get('openIssue', issueId) === undefined
    return isNew ? send('readiness.addIssue', said) : send('readiness.changeIssue', { ...said, basedOnSeq })
  },
})

async function toggle({ id: issueId, doneAt }: OpenIssue): Promise<void> {
  const reopen = () => act('readiness.reopenIssue', { issueId })
  if (doneAt === null) await act('readiness.settleIssue', { issueId }, { message: words.settled, run: reopen })
  else await reopen()
}

function Issue({ issue, withEdit }: { issue: OpenIssue; withEdit: boolean }) {
  const { id, text, who, until, doneAt, doneBy, fromBefore } = issue
  // A drill's clock tells the date of its scenario: by that one nothing from outside is late.
  const late = !fromBefore && doneAt === null && until !== null && until < today()
  return (
    <li class="set-up-item">
      <Mark
        text={text}
        done={doneAt !== null}
        onToggle={() => void toggle(issue)}
        more={<span class="set-up-asks">{issueSource(issue)}</span>}
        side={
          doneAt === null ? (
            <>
              {who} {until ? words.until(until) : ''} {late ? <Badge tone="warning">{words.late}</Badge> : null}
            </>
          ) : (
            <span class="number">{checkListWords.doneBy(momentWord(doneAt), doneBy)}</span>
          )
        }
      />
      {withEdit ? <ChangeButton about={text} onPress={() => (written.recordId.value = id)} /> : null}
    </li>
  )
}

const byDate = (one: OpenIssue, other: OpenIssue) =>
  (one.until ?? '9').localeCompare(other.until ?? '9') || one.addedAt.localeCompare(other.addedAt)

export const openIssues = () => store.all('openIssue').filter(({ doneAt }) => doneAt === null)

/** A part of the list under its own heading; nothing where it is empty. */
function IssueList({ id, title, count, issues, withEdit = false }: IssuesShown) {
  if (issues.length === 0) return null
  const open = issues.filter(({ doneAt }) => doneAt === null)
  return (
    <section class={open.length > 0 ? 'set-up-list set-up-issues' : 'set-up-list'} aria-labelledby={id}>
      <h3 id={id}>
        {title} <span class="number quiet">{count ?? issues.length}</span>
      </h3>
      <ul class="set-up-items">
        {issues.map((issue) => (
          <Issue key={issue.id} issue={issue} withEdit={withEdit && mayEdit()} />
        ))}
      </ul>
    </section>
  )
}

interface IssuesShown {
  id: string
  title: string
  /** How many, where that is more than their number. */
  count?: string
  issues: readonly OpenIssue[]
  withEdit?: boolean
}

/** What a drill began with, done or not: at its end the mark goes back to the center that holds it. */
function FromBefore() {
  const issues = store.all('openIssue').filter(({ fromBefore }) => fromBefore)
  const done = issues.filter(({ doneAt }) => doneAt !== null)
  return (
    <IssueList
      id="issues-from-before"
      title={checkListWords.fromBefore}
      count={checkListWords.done(done.length, issues.length)}
      issues={issues.toSorted(byDate)}
    />
  )
}

/** What is still open; on the lists of the next drill what was open before comes first. */
export function OpenIssues({ onLists }: { onLists: boolean }) {
  const open = openIssues().filter(({ fromBefore }) => !fromBefore)
  const inDrill = store.all('center')[0]?.kind === 'drill'
  const title = inDrill ? checkListWords.issuesOfDrill : checkListWords.issues
  return (
    <>
      <FromBefore />
      <IssueList id="open-issues" title={title} issues={open.toSorted(byDate)} withEdit={!onLists} />
    </>
  )
}

/** 課題: what drills and days have shown, until it is done. */
export function Issues() {
  const own = store.all('openIssue').filter(({ doneAt, fromBefore }) => doneAt !== null && !fromBefore)
  return (
    <WritingPart written={written} add={words.add}>
      {openIssues().length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneMore}</p>
        </EmptyState>
      ) : null}
      <OpenIssues onLists={false} />
      <IssueList id="done-issues" title={words.done} issues={own} />
    </WritingPart>
  )
}
