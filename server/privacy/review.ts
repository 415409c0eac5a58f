import { findCenter } from '#server/center/centers.ts'
import type { OpenCenter } from '#server/core/open-center.ts'
import { daysDue, dueOfActivation, dueOfRoster, looksDue } from '#server/privacy/due.ts'
import type { ErasedBook } from '#server/privacy/erased-book.ts'
import { erasureNotices } from '#server/privacy/retention-tables.ts'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { retentionStep, type Step } from '#shared/privacy/retention-rules.ts'

type DueSubjects = Awaited<ReturnType<typeof dueOfActivation>>

/** How many are erased in one act: the desks that work meanwhile wait for none of it. */
const atOnce = 20

const send = (center: OpenCenter, type: CommandName, input: unknown) =>
  center.execute({ kind: 'system' }, { id: newId(), type, input, device: 'server' })

async function eraseAll(center: OpenCenter, book: ErasedBook, { subjects, what }: DueSubjects): Promise<void> {
  for (let from = 0; from < subjects.length; from += atOnce) {
    const some = subjects.slice(from, from + atOnce)
    await send(center, 'privacy.eraseDue', { subjects: some, rest: false })
    await book.add(some)
  }
  if (what === 'activation') await send(center, 'privacy.eraseDue', { subjects: [], rest: true })
}

async function take(center: OpenCenter, book: ErasedBook, due: DueSubjects, step: Step): Promise<void> {
  if (step.step === 'nothing') return
  if (step.step === 'erase') await eraseAll(center, book, due)
  const people = due.subjects.filter(({ kind }) => kind !== 'household').length
  const counted = { people, households: due.subjects.length - people }
  const { noticeId, what } = due
  const eraseOn = step.step === 'announce' ? step.eraseOn : null
  const said = step.step === 'erase' ? 'done' : step.step
  await send(center, 'privacy.stepErasure', { noticeId, what, step: said, eraseOn, ...counted })
}

/** What the server does by itself, every hour: the rules say what, and one step at a time is taken. */
export async function reviewRetention(center: OpenCenter, book: ErasedBook, ranForAnHour: boolean): Promise<void> {
  const now = center.clock.now()
  const today = dateOf(now, timeZone)
  if (!(await center.read(findCenter))) return
  const dues = await center.read(async (tx) => [await dueOfActivation(tx), await dueOfRoster(tx, today)])
  for (const due of dues) {
    const notice = await center.read((tx) => erasureNotices.find(tx, due.noticeId))
    const people = due.subjects.length
    await take(center, book, due, retentionStep({ on: due.on, people, households: 0 }, notice, { today, ranForAnHour }))
  }
  const dayIds = ranForAnHour ? await center.read((tx) => daysDue(tx, now)) : []
  if (dayIds.length > 0) await send(center, 'privacy.eraseDayOnly', { dayIds })
  const until = ranForAnHour ? await center.read((tx) => looksDue(tx, today)) : null
  if (until !== null) await send(center, 'privacy.forgetLooks', { until })
}
