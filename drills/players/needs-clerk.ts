import { type Drill, type StaffActor, wasRefused } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { idNamed, ringIdOf } from '#drills/core/named-ids.ts'
import type { Call, PartOf } from '#drills/core/scenario.ts'
import { needFormOf, needIdOf } from '#drills/players/call-sheet.ts'
import { OneAtATime } from '#drills/players/one-at-a-time.ts'
import { callScript, ring } from '#drills/players/ring.ts'

type OtherWay = NonNullable<Call['otherWay']>
type Hold = Extract<OtherWay, { way: 'hold' }>
type PassOn = Extract<OtherWay, { referredTo: string }>
type AddTo = Extract<OtherWay, { way: 'addTo' }>

const desk = { deskName: 'needs', needsScreen: true }

/** What is done about a call has its name: after a break it is not done again. */
const actId = (what: string, { name }: Call) => idNamed(`${what}-${name}`)

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
  for (const clerk of clerks) drill.every(2, drill.scenario.startsAt, async () => clerk.keyInSheets(), desk)
}

class NeedsClerk {
  private readonly drill: Drill
  private readonly actor: StaffActor
  private readonly device: DrillDevice
  private readonly minutesPerCall: number
  private readonly hands: OneAtATime
  /** Need sheets written by hand while screens were dark, each with the time at which somebody asked. */
  private readonly sheets: { call: Call; at: number }[] = []

  constructor(drill: Drill, actor: StaffActor, device: DrillDevice, minutesPerCall: number) {
    this.drill = drill
    this.actor = actor
    this.device = device
    this.minutesPerCall = minutesPerCall
    this.hands = new OneAtATime(drill, desk.deskName)
  }

  async answer(call: Call): Promise<void> {
    // After a break: what was taken down, by whomever, is not taken down again.
    if (this.drill.injectOf(ringIdOf(call.name))?.state === 'answered') return
    if (this.drill.isDone(actId('call', call)) || this.drill.isDone(actId('add', call))) return this.goOtherWay(call)
    const at = this.drill.instantOf(call.at)
    this.drill.facts.note('call', call.household.name, { at, of: call.name })
    if (this.drill.control.wasDarkAt(at) && !this.drill.isHuman(desk.deskName)) {
      this.sheets.push({ call, at })
      return
    }
    const told = { key: call.name, deskName: desk.deskName, title: '電話が鳴っています', script: callScript(call) }
    await this.hands.hear(
      this.minutesPerCall,
      () => this.takeDown(call),
      () => ring(this.drill, told),
    )
  }

  /** The sheets of the dark time are keyed in one by one, with their own times. */
  keyInSheets(): void {
    for (const { call, at } of this.sheets.splice(0))
      this.hands.take(this.minutesPerCall / 2, () => this.drill.asWritten(at, () => this.takeDown(call)))
  }

  private async takeDown(call: Call): Promise<void> {
    const { drill, actor } = this
    const reply = await drill.send(actor, 'needs.receiveNeed', needFormOf(call), { id: actId('call', call) })
    if (call.otherWay?.way === 'addTo') return this.addTo(call, call.otherWay)
    if (!wasRefused(reply)) this.goOtherWay(call)
  }

  private goOtherWay(call: Call): void {
    const { otherWay } = call
    if (!otherWay || otherWay.way === 'leave' || otherWay.way === 'addTo') return
    if (['hold', 'answer'].some((what) => this.drill.isDone(actId(what, call)))) return
    this.hands.take(this.minutesPerCall, () =>
      otherWay.way === 'hold' ? this.hold(call, otherWay) : this.passOn(call, otherWay),
    )
  }

  /** The form itself said that the household is known: the second caller's words go to the need that stands. */
  private async addTo(second: Call, { call, words }: AddTo): Promise<void> {
    const input = { needId: idNamed(`need-${call}`), words }
    await this.drill.send(this.actor, 'needs.addToNeed', input, { id: actId('add', second) })
  }

  private async hold(call: Call, { reason, reviewOn }: Hold): Promise<void> {
    const need = this.device.get('need', needIdOf(call))
    if (!need) return
    const input = { needId: need.id, from: need.status, reason, reviewOn }
    await this.drill.send(this.actor, 'needs.putOnHold', input, { id: actId('hold', call) })
  }

  private async passOn(call: Call, { way, reason, referredTo, answeredAfter }: PassOn): Promise<void> {
    const need = this.device.get('need', needIdOf(call))
    if (!need) return
    const input = { needId: need.id, from: need.status, reason, referredTo, answerBy: null }
    const command = way === 'refer' ? 'needs.referNeed' : 'needs.declineNeed'
    const reply = await this.drill.send(this.actor, command, input, { id: actId('pass', call) })
    if (wasRefused(reply) || answeredAfter === undefined) return
    const answer = async () => {
      await this.drill.send(this.actor, 'needs.answerRequester', { needId: need.id }, { id: actId('answer', call) })
    }
    this.drill.after(answeredAfter, () => this.drill.work.do(desk.deskName, answer))
  }
}
