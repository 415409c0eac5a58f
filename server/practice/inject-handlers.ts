import { writerOf } from '#server/core/event-log.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { drillStates, injects, participantOf } from '#server/practice/drill-tables.ts'
import { requireDrill } from '#server/practice/require-drill.ts'
import { teamFor } from '#server/practice/team-of-inject.ts'
import { whenSaid } from '#server/practice/when-said.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { addMinutes } from '#shared/core/time.ts'
import {
  addInject,
  answerAsParticipant,
  answerInject,
  delayInject,
  fireInject,
  putBackInject,
  seeAsParticipant,
  skipInject,
} from '#shared/practice/commands.ts'
import { type Inject, untouchedInject } from '#shared/practice/inject.ts'
import { injectMoved } from '#shared/practice/problems.ts'

/** The inject as it stands, where it stands in one of these states; whoever comes second is told who was first. */
export async function injectIn(work: UnitOfWork, injectId: string, ...states: Inject['state'][]): Promise<Inject> {
  await requireDrill(work)
  const inject = await injects.get(work.tx, injectId)
  work.describe({ title: inject.title })
  if (states.includes(inject.state)) return inject
  throw injectMoved({ title: inject.title, state: inject.state, ...(await whoWasFirst(work, inject)) })
}

/** A phone that has shown it, or a team that came back, has written it since: who gave or answered it stands in it. */
async function whoWasFirst({ tx }: UnitOfWork, inject: Inject): Promise<{ by: string; at: string }> {
  const { id, state, firedBy, firedAt, answeredBy, answeredAt } = inject
  if (state === 'fired' && firedAt) return { by: firedBy, at: firedAt }
  if (state === 'answered' && answeredAt) return { by: answeredBy, at: answeredAt }
  const { name, at } = await writerOf(tx, await injects.changedSeqOf(tx, id))
  return { by: name, at }
}

/** Phones hold no inject; by the drill's own record, which every page holds, they hear that there is something to ask for. */
async function tellPhones(work: UnitOfWork, { recipient }: Pick<Inject, 'recipient'>): Promise<void> {
  if (recipient.kind !== 'phone') return
  const drill = await requireDrill(work)
  await drillStates.save(work, { ...drill, toldPhones: drill.toldPhones + 1 })
}

const fireInjectHandler = handle(fireInject, async (work, { injectId, teamId }) => {
  const inject = await injectIn(work, injectId, 'waiting', 'skipped')
  const team = inject.recipient.kind === 'team' ? await teamFor(work, teamId) : {}
  await injects.save(work, { ...inject, ...team, state: 'fired', firedAt: work.now, firedBy: work.actorName })
  await tellPhones(work, inject)
})

const addInjectHandler = handle(addInject, async (work, added) => {
  await requireDrill(work)
  const given = { state: 'fired', firedAt: work.now, dueAt: null, condition: '' } as const
  await injects.add(work, { ...untouchedInject, ...added, ...given })
  await tellPhones(work, added)
  work.describe({ title: added.title })
})

const delayInjectHandler = handle(delayInject, async (work, { injectId, minutes }) => {
  const inject = await injectIn(work, injectId, 'waiting')
  await injects.save(work, { ...inject, dueAt: addMinutes(inject.dueAt ?? work.now, minutes) })
})

const skipInjectHandler = handle(skipInject, async (work, { injectId }) => {
  const inject = await injectIn(work, injectId, 'waiting')
  await injects.save(work, { ...inject, state: 'skipped' })
})

const putBackInjectHandler = handle(putBackInject, async (work, { injectId, dueAt }) => {
  const inject = await injectIn(work, injectId, 'waiting', 'skipped', 'fired')
  await injects.save(work, { ...inject, ...untouchedInject, dueAt })
  await tellPhones(work, inject)
})

/** The first phone that shows it is the one that counts; later ones write nothing. */
export async function saveAsSeen(work: UnitOfWork, inject: Inject): Promise<void> {
  await requireDrill(work, 'anyTime')
  work.describe({ title: inject.title })
  if (inject.state === 'fired' && inject.seenAt === null) await injects.save(work, { ...inject, seenAt: work.now })
}

type Answer = Pick<Inject, 'answeredAt' | 'answeredBy' | 'answer'>

export async function answerBy(work: UnitOfWork, inject: Inject, answer: Answer): Promise<void> {
  await injects.save(work, { ...inject, state: 'answered', ...answer })
  await tellPhones(work, inject)
}

const answerInjectHandler = handle(answerInject, async (work, { injectId, answer }) => {
  const answered = { answeredAt: work.happenedAt, answeredBy: work.actorName, answer }
  await answerBy(work, await injectIn(work, injectId, 'fired'), answered)
})

const answerAsParticipantHandler = handle(answerAsParticipant, async (work, { injectId, answer, saidAt, ownToken }) => {
  const inject = await injectIn(work, injectId, 'fired')
  const { role, name } = await participantOf(work.tx, ownToken)
  if (inject.recipient.kind !== 'phone' || inject.recipient.role !== role) throw notAllowed({})
  const answeredAt = whenSaid(work, saidAt, inject.firedAt)
  await answerBy(work, inject, { answeredAt, answeredBy: name, answer })
})

const seeAsParticipantHandler = handle(seeAsParticipant, async (work, { injectId, ownToken }) => {
  const { role } = await participantOf(work.tx, ownToken)
  const inject = await injects.get(work.tx, injectId)
  if (inject.recipient.kind !== 'phone' || inject.recipient.role !== role) throw notAllowed({})
  await saveAsSeen(work, inject)
})

export const injectHandlers = [
  fireInjectHandler,
  addInjectHandler,
  delayInjectHandler,
  skipInjectHandler,
  putBackInjectHandler,
  answerInjectHandler,
  answerAsParticipantHandler,
  seeAsParticipantHandler,
]
