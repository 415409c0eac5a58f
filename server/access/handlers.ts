import { enrol, withdrawBadge } from '#server/access/badges.ts'
import { hashPin, type PinCost } from '#server/access/credentials.ts'
import { leadsOf } from '#server/access/leads.ts'
import { noteMaker } from '#server/access/makers.ts'
import { closeSessionsOf, revokeCredentials, savePinHash } from '#server/access/sessions.ts'
import { activeStaff, getStaff, staff } from '#server/access/staff.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { LockedKey } from '#server/keeping/locked-key.ts'
import {
  addStaff,
  assignDesks,
  changePin,
  closeSession,
  consentToAct,
  openSession,
  retireStaff,
} from '#shared/access/commands.ts'
import { lastLead, nameTaken, unknownDesk } from '#shared/access/problems.ts'
import { notAllowed } from '#shared/core/problems.ts'

/** Replaces the PIN by its hash before the door, for hashing takes long on purpose. */
export const withHashedPin =
  (cost: PinCost) =>
  async <I extends { pin: string }>(input: I): Promise<I> => ({ ...input, pin: await hashPin(input.pin, cost) })

function requireKnownDesks(work: UnitOfWork, deskNames: readonly string[]): void {
  const unknown = deskNames.find((desk) => work.profile.desks.every(({ name }) => name !== desk))
  if (unknown !== undefined) throw unknownDesk({ desk: unknown })
}

/** A center without a lead could open no day and let nobody in. */
async function requireAnotherLead(work: UnitOfWork, staffId: string): Promise<void> {
  const leads = work.profile.desks.filter(({ capabilities }) => capabilities.includes('center.lead'))
  const others = (await activeStaff(work.tx)).filter(({ id }) => id !== staffId)
  const remains = others.some(({ deskNames }) => leads.some(({ name }) => deskNames.includes(name)))
  if (!remains) throw lastLead({ name: (await getStaff(work.tx, staffId)).name })
}

const addStaffHandler = (pinCost: PinCost) =>
  handle(
    addStaff,
    async (work, { staffId, name, pin, deskNames }) => {
      requireKnownDesks(work, deskNames)
      const sameName = (await activeStaff(work.tx)).some((other) => other.name === name)
      if (sameName) throw nameTaken({ name })
      await staff.add(work, { id: staffId, name, deskNames, status: 'active' })
      await savePinHash(work.tx, work.commandId, staffId, pin, work.now)
      await noteMaker(work, staffId)
      work.describe({ staff: name })
    },
    { prepare: withHashedPin(pinCost) },
  )

const changePinHandler = (pinCost: PinCost) =>
  handle(
    changePin,
    async (work, { staffId, pin }) => {
      const person = await getStaff(work.tx, staffId)
      await savePinHash(work.tx, work.commandId, staffId, pin, work.now)
      await noteMaker(work, staffId)
      // Whoever sits elsewhere under the old PIN is asked for the new one; who changes their own stays where they are.
      await closeSessionsOf(work.tx, staffId, work.now, work.actor.kind === 'staff' ? work.actor.sessionId : '')
      work.describe({ staff: person.name })
    },
    { prepare: withHashedPin(pinCost) },
  )

const handlersWithoutPin = [
  handle(assignDesks, async (work, { staffId, deskNames }) => {
    requireKnownDesks(work, deskNames)
    const person = await getStaff(work.tx, staffId)
    const leads = work.profile.desks.filter(({ capabilities }) => capabilities.includes('center.lead'))
    if (!leads.some(({ name }) => deskNames.includes(name))) await requireAnotherLead(work, staffId)
    const led = (await leadsOf(work.tx, work.profile)).some(({ id }) => id === staffId)
    await staff.save(work, { ...person, deskNames })
    if (!led) await noteMaker(work, staffId)
    work.describe({ staff: person.name })
  }),

  handle(openSession, async (work, { sessionId, staffId, tokenHash, device, expiresAt, enrol: seen }) => {
    const person = await getStaff(work.tx, staffId)
    const row = {
      id: sessionId,
      token_hash: tokenHash,
      staff_id: staffId,
      device,
      opened_at: work.now,
      expires_at: expiresAt,
      closed_at: null,
    }
    await work.tx.insertInto('session').values(row).execute()
    if (seen) await enrol(work.tx, { ...seen, staffId, now: work.now })
    work.describe({ staff: person.name })
  }),

  handle(consentToAct, async (work, { staffId, forStaffId }) => {
    const [consents, acts] = [await getStaff(work.tx, staffId), await getStaff(work.tx, forStaffId)]
    work.describe({ staff: consents.name, for: acts.name })
  }),

  handle(closeSession, async (work, { sessionId }) => {
    if (work.actor.kind === 'staff' && work.actor.sessionId !== sessionId) throw notAllowed({})
    await work.tx.updateTable('session').set({ closed_at: work.now }).where('id', '=', sessionId).execute()
    work.describe({ staff: work.actorName })
  }),
]

/** @param lockedKey is told of a withdrawn badge once that is durable */
const retireHandler = (lockedKey: LockedKey) =>
  handle(retireStaff, async (work, { staffId }) => {
    const person = await getStaff(work.tx, staffId)
    await requireAnotherLead(work, staffId)
    await staff.save(work, { ...person, status: 'retired' })
    await withdrawBadge(work.tx, staffId, work.now)
    await revokeCredentials(work.tx, staffId, 'pin', work.now)
    await closeSessionsOf(work.tx, staffId, work.now)
    work.afterCommit(() => lockedKey.badgeWithdrawn(staffId))
    work.describe({ staff: person.name })
  })

export const accessHandlers = (pinCost: PinCost, lockedKey: LockedKey) => [
  addStaffHandler(pinCost),
  changePinHandler(pinCost),
  retireHandler(lockedKey),
  ...handlersWithoutPin,
]
