import { handle } from '#server/core/handlers.ts'
import { refuseIfChanged } from '#server/core/refuse-if-written.ts'
import { checkItems, openIssues, plannedEvents, stockItems } from '#server/readiness/readiness-tables.ts'
import {
  addIssue,
  bringBack,
  changeIssue,
  putAway,
  reopenIssue,
  settleIssue,
  takeOverIssues,
} from '#shared/readiness/commands.ts'
import { issueOpen, issueSettled, notPutAway, putAwayAlready } from '#shared/readiness/problems.ts'

const addIssueHandler = handle(addIssue, async (work, { issueId, ...said }) => {
  const written = { addedAt: work.now, addedBy: work.actorName, doneAt: null, doneBy: '' }
  await openIssues.add(work, { id: issueId, ...said, ...written })
})

const takeOverIssuesHandler = handle(takeOverIssues, async (work, { drill, issues, dealtWith }) => {
  const added = { drill, fromBefore: false, addedAt: work.now, addedBy: work.actorName, doneAt: null, doneBy: '' }
  let [taken, settled] = [0, 0]
  for (const { issueId, ...said } of issues) {
    // Taken over before: it may have been changed or settled since, and stays as it is.
    if (await openIssues.find(work.tx, issueId)) continue
    await openIssues.add(work, { id: issueId, ...said, ...added })
    taken++
  }
  for (const issueId of dealtWith) {
    const issue = await openIssues.get(work.tx, issueId)
    if (issue.doneAt !== null) continue
    await openIssues.save(work, { ...issue, doneAt: work.now, doneBy: work.actorName })
    settled++
  }
  work.describe({ title: drill.title, taken, settled })
})

const changeIssueHandler = handle(changeIssue, async (work, { issueId, basedOnSeq, ...said }) => {
  await refuseIfChanged(work, openIssues, issueId, basedOnSeq)
  await openIssues.save(work, { ...(await openIssues.get(work.tx, issueId)), ...said })
})

const settleIssueHandler = handle(settleIssue, async (work, { issueId }) => {
  const issue = await openIssues.get(work.tx, issueId)
  if (issue.doneAt !== null) throw issueSettled({}, ['openIssue', issueId])
  await openIssues.save(work, { ...issue, doneAt: work.now, doneBy: work.actorName })
})

const reopenIssueHandler = handle(reopenIssue, async (work, { issueId }) => {
  const issue = await openIssues.get(work.tx, issueId)
  if (issue.doneAt === null) throw issueOpen({}, ['openIssue', issueId])
  await openIssues.save(work, { ...issue, doneAt: null, doneBy: '' })
})

const removables = { checkItem: checkItems, stockItem: stockItems, plannedEvent: plannedEvents }
type Removable = keyof typeof removables

/** One record of any of these kinds, out of sight or back. */
const put =
  (away: boolean) =>
  async (work: Parameters<typeof checkItems.save>[0] & { now: string }, kind: Removable, id: string) => {
    // Each table writes its own kind; the compiler cannot follow the kind through the union.
    const table = removables[kind] as typeof checkItems
    const record = await table.get(work.tx, id)
    if (away && record.removedAt !== null) throw putAwayAlready({}, [kind, id])
    if (!away && record.removedAt === null) throw notPutAway({}, [kind, id])
    await table.save(work, { ...record, removedAt: away ? work.now : null })
  }

const putAwayHandler = handle(putAway, async (work, { kind, id }) => {
  await put(true)(work, kind, id)
  work.describe({ kind })
})

const bringBackHandler = handle(bringBack, async (work, { kind, id }) => {
  await put(false)(work, kind, id)
  work.describe({ kind })
})

export const issueHandlers = [
  addIssueHandler,
  takeOverIssuesHandler,
  changeIssueHandler,
  settleIssueHandler,
  reopenIssueHandler,
  putAwayHandler,
  bringBackHandler,
]
