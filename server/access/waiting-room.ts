import { leadsOf, onDuty } from '#server/access/leads.ts'
import { kinOf, somebodyIsNew } from '#server/access/makers.ts'
import { activeStaff } from '#server/access/staff.ts'
import { openActs } from '#server/access/waiting-acts.ts'
import type { OpenCenter } from '#server/core/open-center.ts'
import { hashToken } from '#server/core/secret.ts'
import { SteadyHour } from '#server/core/steady-hour.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import { whileOpen } from '#server/core/while-open.ts'
import { notAnotherLead } from '#shared/access/problems.ts'
import type { WaitingAct } from '#shared/access/waiting-act.ts'
import { dayHasPassed } from '#shared/access/waiting-rules.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import { capabilitiesOf } from '#shared/center/profiles.ts'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { Problem } from '#shared/core/problem.ts'
import { malformed } from '#shared/core/problems.ts'

const everyMs = 60_000

/** Whether nobody need be waited for any longer: another lead approved, or a day passed with no other on duty. */
async function mayRun(tx: WorkTx, profile: CenterProfile, act: WaitingAct, now: string): Promise<boolean> {
  if (act.status === 'approved') return true
  if (!dayHasPassed({ at: act.askedAt, ranHours: act.ranHours }, now)) return false
  const kin = await kinOf(tx, act.forId, now)
  const others = (await leadsOf(tx, profile)).map(({ id }) => id).filter((id) => !kin.has(id))
  return (await onDuty(tx, others, now)).length === 0
}

/** Acts for two people that wait: the server itself looks after them, and carries out those whose time has come. */
export class WaitingRoom {
  private center: OpenCenter | undefined

  /** @param keeps whether it goes on by itself; a drill and a center in memory only look when somebody approves */
  watch(center: OpenCenter, elapsed: () => number, keeps: boolean): void {
    this.center = center
    if (!keeps) return
    let hour = new SteadyHour(elapsed)
    const review = async () => {
      if (!(await this.somethingWaits(center))) hour = new SteadyHour(elapsed)
      if (hour.hasPassed(center.clock.now())) {
        hour = new SteadyHour(elapsed)
        hour.hasPassed(center.clock.now())
        await this.send(center, 'access.countHour', {})
      }
      await this.look()
    }
    whileOpen(center, everyMs, 'the acts that wait', review)
  }

  /** Carries out what may be carried out now. */
  async look(): Promise<void> {
    const { center } = this
    if (!center) return
    const now = center.clock.now()
    const due = await center.read(async (tx, profile) => {
      const acts: WaitingAct[] = []
      for (const act of await openActs(tx)) if (await mayRun(tx, profile, act, now)) acts.push(act)
      return acts
    })
    for (const act of due) {
      const problem = await this.carryOut(center, act)
      await this.send(center, 'access.endAct', { actId: act.id, problem })
    }
  }

  private somethingWaits(center: OpenCenter): Promise<boolean> {
    const now = center.clock.now()
    return center.read(async (tx) => (await openActs(tx)).length > 0 || somebodyIsNew(tx, now))
  }

  /** In the name of whoever asked for it, if they still may, and under its own id: a crash in between doubles nothing. */
  private async carryOut(center: OpenCenter, act: WaitingAct): Promise<string | null> {
    const { row, author, held } = await center.read(async (tx, profile) => {
      const asker = (await activeStaff(tx)).find(({ id }) => id === act.forId)
      const kept = tx.selectFrom('waiting_act_body').selectAll().where('id', '=', act.id)
      return {
        row: await kept.executeTakeFirst(),
        author: asker,
        held: capabilitiesOf(profile, asker?.deskNames ?? []),
      }
    })
    if (!author) return notAnotherLead({}).code
    if (!row || hashToken(row.body) !== row.body_hash) return malformed({}).code
    const actor = {
      kind: 'staff',
      staffId: author.id,
      sessionId: act.id,
      name: author.name,
      capabilities: held,
    } as const
    try {
      const input: unknown = JSON.parse(row.body)
      await center.execute(actor, { id: act.id, type: act.type, input, device: 'server' })
      return null
    } catch (error) {
      if (error instanceof Problem) return error.code
      throw error
    }
  }

  private send(center: OpenCenter, type: CommandName, input: unknown) {
    return center.execute({ kind: 'system' }, { id: newId(), type, input, device: 'server' })
  }
}
