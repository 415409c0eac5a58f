import { leadsOf } from '#server/access/leads.ts'
import { kinOf } from '#server/access/makers.ts'
import { Proofs } from '#server/access/proofs.ts'
import { getStaff } from '#server/access/staff.ts'
import { isOpen, waitingActs } from '#server/access/waiting-acts.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { hashToken } from '#server/core/secret.ts'
import {
  actRefused,
  actWaits,
  notAnotherLead,
  ownAct,
  secondPersonNeeded,
  tooNewToConsent,
} from '#shared/access/problems.ts'
import type { Envelope } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import { notAllowed, notFound } from '#shared/core/problems.ts'

type StaffActor = Extract<Actor, { kind: 'staff' }>

/** Acts that wait for a second person at a desk, at most; whoever is forgotten is asked again. */
const mostAsked = 200

/** Another lead's consent: to one act of one session, with what stood in it when it was asked for. */
export class SecondPerson {
  private readonly center: Center
  private readonly consents: Proofs
  private readonly asked = new Map<string, { act: string; type: string; body: string }>()

  constructor(center: Center, elapsed: () => number) {
    this.center = center
    this.consents = new Proofs(elapsed)
  }

  /** Refuses an act that takes two until another lead has consented to this very one. */
  async require(actor: StaffActor, { id, type, input }: Envelope): Promise<void> {
    const put = await this.center.read((tx) => waitingActs.find(tx, id))
    if (put?.status === 'refused') throw actRefused({ by: put.answeredBy })
    if (put && isOpen(put)) throw actWaits({})
    // It was carried out under its own id: the door has its answer, and refuses another body.
    if (put?.status === 'done') return
    const body = JSON.stringify(input) ?? 'null'
    const act = hashToken(JSON.stringify([actor.sessionId, id, type, body]))
    if (this.consents.isFresh(act)) return
    if (this.asked.size > mostAsked) this.asked.clear()
    this.asked.set(`${actor.sessionId} ${id}`, { act, type, body })
    throw secondPersonNeeded({ others: await this.others(actor) })
  }

  /** Somebody has shown at this desk who they are, and consents. */
  async consent(actor: StaffActor, staffId: string, { actId, device }: { actId: string; device: string }) {
    const leads = await this.center.read(leadsOf)
    if (staffId === actor.staffId) throw ownAct({})
    if (leads.every(({ id }) => id !== staffId)) throw notAnotherLead({})
    if ((await this.kin(actor)).has(staffId)) {
      const { name } = await this.center.read((tx) => getStaff(tx, staffId))
      throw tooNewToConsent({ name })
    }
    const input = { actId, staffId, forStaffId: actor.staffId }
    await this.center.execute({ kind: 'system' }, { id: newId(), type: 'access.consentToAct', input, device })
    this.consents.prove(this.asked.get(`${actor.sessionId} ${actId}`)?.act ?? '')
  }

  /** Puts an act down to wait for another lead at their own desk, or for a day to pass. */
  async defer(actor: StaffActor, { actId, device }: { actId: string; device: string }): Promise<void> {
    const key = `${actor.sessionId} ${actId}`
    const asked = this.asked.get(key)
    if (!asked) throw notFound({ kind: 'act' })
    // What carries a PIN lies nowhere, and cannot wait.
    if (this.center.handlers.get(asked.type)?.command.secret.length !== 0) throw notAllowed({})
    const input = { actId, type: asked.type, body: asked.body, forStaffId: actor.staffId }
    await this.center.execute({ kind: 'system' }, { id: newId(), type: 'access.deferAct', input, device })
    this.asked.delete(key)
  }

  private kin({ staffId }: StaffActor): Promise<ReadonlySet<string>> {
    return this.center.read((tx) => kinOf(tx, staffId, this.center.clock.now()))
  }

  /** How many there are who could consent. */
  private async others(actor: StaffActor): Promise<number> {
    const kin = await this.kin(actor)
    return (await this.center.read(leadsOf)).filter(({ id }) => !kin.has(id)).length
  }
}
