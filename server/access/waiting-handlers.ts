import { ageMakers, kinOf } from '#server/access/makers.ts'
import { getStaff } from '#server/access/staff.ts'
import { isOpen, waitingActs } from '#server/access/waiting-acts.ts'
import { handle } from '#server/core/handlers.ts'
import { hashToken } from '#server/core/secret.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { approveAct, countHour, deferAct, endAct, refuseAct } from '#shared/access/commands.ts'
import { actRefused, notAnotherLead, ownAct, tooNewToConsent } from '#shared/access/problems.ts'
import type { WaitingAct } from '#shared/access/waiting-act.ts'

/** Writes how it ended; what stood in it is not kept any longer. */
async function end(work: UnitOfWork, act: WaitingAct, status: WaitingAct['status'], problem: string | null) {
  const answeredBy = work.actorName || act.answeredBy
  await waitingActs.save(work, { ...act, status, answeredBy, endedAt: work.now, problem })
  await work.tx.deleteFrom('waiting_act_body').where('id', '=', act.id).execute()
  work.describe({ for: act.forName, act: act.type, problem })
}

/** @param look is called once an approval is durable */
export const waitingHandlers = (look: () => void) => [
  handle(deferAct, async (work, { actId, type, body, forStaffId }) => {
    const { name } = await getStaff(work.tx, forStaffId)
    if (await waitingActs.find(work.tx, actId)) return
    const asked = { id: actId, type, forId: forStaffId, forName: name, askedAt: work.now, ranHours: 0 }
    const open = { status: 'waiting', answeredBy: '', endedAt: null, problem: null } as const
    await waitingActs.save(work, { ...asked, ...open })
    await work.tx
      .insertInto('waiting_act_body')
      .values({ id: actId, body, body_hash: hashToken(body) })
      .execute()
    work.describe({ for: name, act: type })
  }),

  handle(approveAct, async (work, { actId }) => {
    const act = await waitingActs.get(work.tx, actId)
    const { actor } = work
    if (actor.kind !== 'staff') throw notAnotherLead({})
    if (actor.staffId === act.forId) throw ownAct({})
    if ((await kinOf(work.tx, act.forId, work.now)).has(actor.staffId)) throw tooNewToConsent({ name: actor.name })
    if (act.status === 'refused') throw actRefused({ by: act.answeredBy })
    if (act.status === 'waiting')
      await waitingActs.save(work, { ...act, status: 'approved', answeredBy: work.actorName })
    work.describe({ for: act.forName, act: act.type })
    work.afterCommit(look)
  }),

  handle(refuseAct, async (work, { actId }) => {
    const act = await waitingActs.get(work.tx, actId)
    if (act.status === 'refused') throw actRefused({ by: act.answeredBy })
    if (isOpen(act)) await end(work, act, 'refused', null)
  }),

  handle(countHour, async (work) => {
    await ageMakers(work)
    for (const act of await waitingActs.where(work.tx, { status: 'waiting' }))
      await waitingActs.save(work, { ...act, ranHours: act.ranHours + 1 })
  }),

  handle(endAct, async (work, { actId, problem }) => {
    const act = await waitingActs.get(work.tx, actId)
    if (isOpen(act)) await end(work, act, problem === null ? 'done' : 'failed', problem)
  }),
]
