import { writeLook } from '#server/access/access-log.ts'
import { takePaperNumber } from '#server/access/papers.ts'
import { findShownDay } from '#server/center/centers.ts'
import { logBug } from '#server/core/bug.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { eraseSubject } from '#server/privacy/erase-subject.ts'
import { erasedAmong } from '#server/privacy/erased.ts'
import type { ErasedBook } from '#server/privacy/erased-book.ts'
import { tableOf, personalTables as tables } from '#server/privacy/tables.ts'
import { erase, eraseAgain, showRecord } from '#shared/privacy/commands.ts'
import type { Subject } from '#shared/privacy/erasure.ts'
import { erasedBefore } from '#shared/privacy/problems.ts'
import { eraseHouseholdProblem, erasePersonProblem } from '#shared/privacy/rules.ts'

async function problemOf({ tx }: UnitOfWork, { kind, id }: Subject) {
  if (kind === 'household') {
    await tables.household.get(tx, id)
    return eraseHouseholdProblem(await tables.need.where(tx, { householdId: id }))
  }
  if (kind === 'group') {
    await tables.registeredGroup.get(tx, id)
    return null
  }
  await tables.person.get(tx, id)
  const day = await findShownDay(tx)
  const isOpen = day?.status === 'open'
  return erasePersonProblem(isOpen ? await tables.attendance.where(tx, { personId: id, dayId: day.id }) : [])
}

/** Writes the ids into the book once the act is durable; the next start writes what a crash kept from it. */
function enter(work: UnitOfWork, book: ErasedBook, subjects: readonly Subject[]): void {
  work.afterCommit(() => {
    book.add(subjects).catch((error: unknown) => logBug('the book of erasures', error))
  })
}

export const privacyHandlers = (book: ErasedBook) => [
  handle(erase, async (work, { kind, id, because }) => {
    if ((await erasedAmong(work.tx, [id])).length > 0) throw erasedBefore({})
    const problem = await problemOf(work, { kind, id })
    if (problem) throw problem
    const { own, records } = await eraseSubject(work, { kind, id })
    enter(
      work,
      book,
      [...own].map((one) => ({ kind, id: one })),
    )
    work.describe({ kind, because, records: records.length })
  }),
  handle(showRecord, async (work, { kind, id }) => {
    await tableOf(kind === 'group' ? 'registeredGroup' : kind).get(work.tx, id)
    const paper = await takePaperNumber(work)
    const look = { id: work.commandId, what: 'record', recordKind: kind, recordId: id, why: 'work', paper } as const
    await writeLook(work, look)
    work.describe({ kind, paper })
    return paper
  }),
  handle(eraseAgain, async (work, { subjects }) => {
    for (const one of subjects) await eraseSubject(work, one)
    work.describe({ subjects: subjects.length })
  }),
]
