import { papersSince, writeLook } from '#server/access/access-log.ts'
import { handle } from '#server/core/handlers.ts'
import { answerRead } from '#server/core/reads.ts'
import { refuseIfChanged } from '#server/core/refuse-if-written.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber, readCounter } from '#server/database/counters.ts'
import { recordTable } from '#server/database/record-table.ts'
import { countPapers, openSheet, setLookRule } from '#shared/access/commands.ts'
import { isNumbered } from '#shared/access/paper.ts'
import { countingProblem } from '#shared/access/paper-rules.ts'
import { papersOfToday } from '#shared/access/reads.ts'
import { dateOf, type Instant, instantAt, timeZone } from '#shared/core/time.ts'

export const lookRules = recordTable('lookRule', { id: 'plain', manyLooks: 'plain' })

export const paperCounts = recordTable('paperCount', {
  id: 'plain',
  date: 'plain',
  printed: 'plain',
  back: 'plain',
  missing: 'json',
  countedBy: 'plain',
  countedAt: 'plain',
})

/** Lists are printed on days on which nobody works, too: the number is one of the calendar's day. */
const counterOf = (date: string) => `paper ${date}`
const dayOf = (at: Instant) => dateOf(at, timeZone)

/** The next number of today; the same page printed once more is another paper, and gets another. */
export const takePaperNumber = (work: UnitOfWork) => nextNumber(work.tx, counterOf(dayOf(work.now)))

export const paperHandlers = [
  handle(openSheet, async (work, { sheet, recordId, people }) => {
    const paper = isNumbered(sheet) ? await takePaperNumber(work) : null
    const what = paper === null ? 'list' : 'paper'
    await writeLook(work, { id: work.commandId, what, recordKind: sheet, recordId, why: 'work', people, paper })
    work.describe({ sheet, people, paper })
    return paper
  }),

  handle(countPapers, async (work, { date, back, missing, basedOnSeq }) => {
    const printed = await readCounter(work.tx, counterOf(date))
    const problem = countingProblem({ back, missing }, printed)
    if (problem) throw problem
    const [before] = await paperCounts.where(work.tx, { date })
    if (before) await refuseIfChanged(work, paperCounts, before.id, basedOnSeq)
    const counted = { countedBy: work.actorName, countedAt: work.now }
    await paperCounts.save(work, { id: before?.id ?? work.commandId, date, printed, back, missing, ...counted })
    work.describe({ date, printed, back, missing: missing.join('、') })
  }),

  handle(setLookRule, async (work, { manyLooks, basedOnSeq }) => {
    const [before] = await lookRules.where(work.tx, {})
    if (before) await refuseIfChanged(work, lookRules, before.id, basedOnSeq)
    await lookRules.save(work, { id: before?.id ?? work.commandId, manyLooks })
    work.describe({ looks: manyLooks })
  }),
]

export const papersOfTodayReader = answerRead(papersOfToday, async ({ tx, now }) => {
  const date = dayOf(now)
  return {
    date,
    printed: await readCounter(tx, counterOf(date)),
    papers: await papersSince(tx, instantAt(date, '00:00', timeZone)),
  }
})
