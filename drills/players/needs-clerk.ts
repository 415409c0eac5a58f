import { type Drill, type StaffActor, wasRefused } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Call, PartOf } from '#drills/core/scenario.ts'
import { needFormOf, needIdOf } from '#drills/players/call-sheet.ts'
import { OneAtATime } from '#drills/players/one-at-a-time.ts'

type OtherWay = NonNullable<Call['otherWay']>
type Hold = Extract<OtherWay, { way: 'hold' }>
type PassOn = Extract<OtherWay, { referredTo: string }>
type AddTo = Extract<OtherWay, { way: 'addTo' }>

/** Takes the calls down one after the other, and passes on what no team can take. Calls are shared among the clerks. */
export async function playNeedsClerks(drill: Drill, parts: readonly PartOf<'needs'>[]): Promise<void> {
  const clerks: NeedsClerk[] = []
  for (const part of parts) {
    const actor = drill.atDesk(part.staff)
    clerks.push(new NeedsClerk(drill, actor, await drill.device(actor), part.minutesPerCall))
  }
  for (const [index, call] of drill.calls.entries()) {
    const clerk = clerks[index % clerks.length]
    if (clerk) drill.at(call.at, () => clerk.answer(call))
  }
  for (const clerk of clerks) drill.every(2, drill.scenario.startsAt, async () => clerk.keyInSheets())
}

class NeedsClerk {
  private readonly drill: Drill
  private readonly actor: StaffActor
  private readonly device: DrillDevice
  private readonly minutesPerCall: number
  private readonly hands: OneAtATime
  /** Need sheets written by hand while screens were dark, each with the time at which somebody asked. */
  private readonly sheets: { call: Call; happenedAt: string }[] = []

  constructor(drill: Drill, actor: StaffActor, device: DrillDevice, minutesPerCall: number) {
    this.drill = drill
    this.actor = actor
    this.device = device
    this.minutesPerCall = minutesPerCall
    this.hands = new OneAtATime(drill)
  }

  async answer(call: Call): Promise<void> {
    const happenedAt = this.drill.clock.now()
    if (this.drill.control.isDark) {
      await this.drill.noteFact('call', call.household.name)
      this.sheets.push({ call, happenedAt })
    } else this.hands.take(this.minutesPerCall, () => this.takeDown(call))
  }

  /** The sheets of the dark time are keyed in one by one, with their own times. */
  keyInSheets(): void {
    if (this.drill.control.isDark) return
    for (const { call, happenedAt } of this.sheets.splice(0))
      this.hands.take(this.minutesPerCall / 2, () => this.takeDown(call, { happenedAt }))
  }

  private async takeDown(call: Call, extra: { happenedAt?: string } = {}): Promise<void> {
    const reply = await this.drill.send(this.actor, 'needs.receiveNeed', needFormOf(call), extra)
    const { otherWay } = call
    if (otherWay?.way === 'addTo') return this.addTo(otherWay)
    if (wasRefused(reply) || !otherWay || otherWay.way === 'leave') return
    this.hands.take(this.minutesPerCall, () =>
      otherWay.way === 'hold' ? this.hold(call, otherWay) : this.passOn(call, otherWay),
    )
  }

  /** The form itself said that the household is known: the second caller's words go to the need that stands. */
  private async addTo({ call, words }: AddTo): Promise<void> {
    await this.drill.send(this.actor, 'needs.addToNeed', { needId: idNamed(`need-${call}`), words })
  }

  private async hold(call: Call, { reason, reviewOn }: Hold): Promise<void> {
    const need = this.device.get('need', needIdOf(call))
    if (need)
      await this.drill.send(this.actor, 'needs.putOnHold', { needId: need.id, from: need.status, reason, reviewOn })
  }

  private async passOn(call: Call, { way, reason, referredTo, answeredAfter }: PassOn): Promise<void> {
    const need = this.device.get('need', needIdOf(call))
    if (!need) return
    const input = { needId: need.id, from: need.status, reason, referredTo, answerBy: null }
    const command = way === 'refer' ? 'needs.referNeed' : 'needs.declineNeed'
    const reply = await this.drill.send(this.actor, command, input)
    if (wasRefused(reply) || answeredAfter === undefined) return
    this.drill.after(answeredAfter, async () => {
      await this.drill.send(this.actor, 'needs.answerRequester', { needId: need.id })
    })
  }
}
