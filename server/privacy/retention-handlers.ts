import { CompiledQuery } from 'kysely'
import { countLooksBefore, forgetLooksBefore } from '#server/access/access-log.ts'
import { findOpenDay, getCenter, today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { refuseIfChanged } from '#server/core/refuse-if-written.ts'
import type { Change, UnitOfWork } from '#server/core/unit-of-work.ts'
import { eraseRest, eraseSubject } from '#server/privacy/erase-subject.ts'
import { forgetInputsOfDays } from '#server/privacy/other-tables.ts'
import { activationClosings, erasureNotices, retentionRules } from '#server/privacy/retention-tables.ts'
import { personalTables } from '#server/privacy/tables.ts'
import { notFound } from '#shared/core/problems.ts'
import {
  closeActivation,
  eraseDayOnly,
  eraseDue,
  forgetLooks,
  postponeErasure,
  reopenActivation,
  setRetention,
  stepErasure,
} from '#shared/privacy/commands.ts'
import { centerIsClosed } from '#shared/privacy/problems.ts'
import { closingProblem, postponingProblem, reopeningProblem } from '#shared/privacy/retention-rules.ts'

const openNeeds = `select count(*) as count from need where activation_id = ?
  and status not in ('completed', 'referred', 'declined', 'cancelled', 'merged')`

async function countOpenNeeds({ tx }: UnitOfWork, activationId: string): Promise<number> {
  const { rows } = await tx.executeQuery<{ count: number }>(CompiledQuery.raw(openNeeds, [activationId]))
  return Number(rows[0]?.count ?? 0)
}

async function requireOwn({ tx }: UnitOfWork, activationId: string): Promise<void> {
  if ((await getCenter(tx)).activationId !== activationId) throw notFound({ kind: 'activation' })
}

const setRetentionHandler = handle(setRetention, async (work, { basedOnSeq, ...times }) => {
  const { id } = await getCenter(work.tx)
  await refuseIfChanged(work, retentionRules, id, basedOnSeq)
  await retentionRules.save(work, { id, ...times })
  work.describe({ days: times.personalDays })
})

const closeActivationHandler = handle(closeActivation, async (work, { activationId }) => {
  await requireOwn(work, activationId)
  const openDay = (await findOpenDay(work.tx))?.date ?? null
  const stands = { openDay, openNeeds: await countOpenNeeds(work, activationId) }
  const problem = closingProblem(await activationClosings.find(work.tx, activationId), stands)
  if (problem) throw problem
  const closed = { closedOn: today(work), closedAt: work.now, closedBy: work.actorName, reopenedAt: null }
  await activationClosings.save(work, { id: activationId, ...closed })
})

const reopenActivationHandler = handle(reopenActivation, async (work, { activationId }) => {
  const closing = await activationClosings.find(work.tx, activationId)
  const problem = reopeningProblem(closing)
  if (problem || !closing) throw problem ?? notFound({ kind: 'activation' })
  await activationClosings.save(work, { ...closing, reopenedAt: work.now })
})

const postponeErasureHandler = handle(postponeErasure, async (work, { noticeId, to, because }) => {
  const notice = await erasureNotices.get(work.tx, noticeId)
  const problem = postponingProblem(notice, to, today(work))
  if (problem) throw problem
  await erasureNotices.save(work, { ...notice, postponedTo: to, because })
  work.describe({ to })
})

const stepErasureHandler = handle(stepErasure, async (work, { noticeId, what, step, eraseOn, people, households }) => {
  const on = today(work)
  work.describe({ step, what, people, households, on: eraseOn })
  if (step === 'announce') {
    const noted = { eraseOn: eraseOn ?? on, noticedOn: on, runningDays: 0, lastRunningOn: null }
    const fresh = { postponedTo: null, because: '', doneOn: null }
    return void (await erasureNotices.save(work, { id: noticeId, what, people, households, ...noted, ...fresh }))
  }
  const notice = await erasureNotices.get(work.tx, noticeId)
  if (step === 'countDay') {
    const runningDays = notice.runningDays + 1
    await erasureNotices.save(work, { ...notice, people, households, runningDays, lastRunningOn: on })
  } else await erasureNotices.save(work, { ...notice, doneOn: on })
})

const eraseDueHandler = handle(eraseDue, async (work, { subjects, rest }) => {
  for (const one of subjects) await eraseSubject(work, one, 'one of many')
  if (rest) await eraseRest(work)
  work.describe({ subjects: subjects.length })
})

const eraseDayOnlyHandler = handle(eraseDayOnly, async (work, { dayIds }) => {
  const { attendanceHealth } = personalTables
  for (const dayId of dayIds)
    for (const said of await attendanceHealth.where(work.tx, { dayId }))
      if (said.note !== '') await attendanceHealth.save(work, { ...said, note: '' })
  await forgetInputsOfDays(work, dayIds)
  work.describe({ days: dayIds.length })
})

const forgetLooksHandler = handle(forgetLooks, async (work, { until }) => {
  work.describe({ looks: await countLooksBefore(work.tx, until) })
  await forgetLooksBefore(work, until)
})

export const retentionHandlers = [
  setRetentionHandler,
  closeActivationHandler,
  reopenActivationHandler,
  postponeErasureHandler,
  stepErasureHandler,
  eraseDueHandler,
  eraseDayOnlyHandler,
  forgetLooksHandler,
]

/** A closed center opens no day: first its closing is taken back, so that nobody is erased while they work. */
export async function followOpenedDay(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  const opened = changes.some(({ kind, record }) => kind === 'day' && 'status' in record && record.status === 'open')
  if (!opened) return
  const closing = await activationClosings.find(work.tx, (await getCenter(work.tx)).activationId)
  if (closing?.reopenedAt === null) throw centerIsClosed({ on: closing.closedOn })
}
