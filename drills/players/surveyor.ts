import { minutesPerPaper } from '#drills/core/desk-work.ts'
import { type Drill, type StaffActor, wasRefused } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { ringIdOf } from '#drills/core/named-ids.ts'
import type { Call, PartOf } from '#drills/core/scenario.ts'
import { needIdOf } from '#drills/players/call-sheet.ts'
import { OneAtATime } from '#drills/players/one-at-a-time.ts'
import { ring, surveyScript } from '#drills/players/ring.ts'
import { addMinutes, clockOf, timeZone } from '#shared/core/time.ts'
import type { Need } from '#shared/needs/need.ts'

const waitsForVisit = (status: Need['status']) => status === 'surveyPending' || status === 'surveyScheduled'

type Finding = NonNullable<Call['survey']>

/** Visits what waits for a survey, the urgent first, one house after the other. */
export async function playSurveyors(drill: Drill, parts: readonly PartOf<'survey'>[]): Promise<void> {
  const shared = { taken: new Set<string>(), keyedIn: new Set<string>() }
  for (const part of parts) {
    const actor = drill.atDesk(part.staff)
    const surveyor = new Surveyor(drill, actor, await drill.device(actor), part, shared)
    drill.every(4, part.from, () => surveyor.lookAround(), { deskName: 'survey', needsScreen: false })
    drill.every(4, part.from, () => surveyor.tellFindings())
  }
}

/** What all surveyors know of each other. */
interface Shared {
  /** Houses on somebody's way. */
  taken: Set<string>
  /** Sheets of the dark time that somebody has keyed in, by house and time. */
  keyedIn: Set<string>
}

class Surveyor {
  private readonly drill: Drill
  private readonly actor: StaffActor
  private readonly device: DrillDevice
  private readonly part: PartOf<'survey'>
  private readonly shared: Shared
  private readonly findings: ReadonlyMap<string, Finding>
  private readonly hands: OneAtATime

  constructor(drill: Drill, actor: StaffActor, device: DrillDevice, part: PartOf<'survey'>, shared: Shared) {
    this.drill = drill
    this.actor = actor
    this.device = device
    this.part = part
    this.shared = shared
    this.hands = new OneAtATime(drill, 'survey')
    const surveyed = drill.calls.flatMap((call) => (call.survey ? [[needIdOf(call), call.survey] as const] : []))
    this.findings = new Map(surveyed)
  }

  /** While screens are dark they go where the list of that morning sends them, and write down what they find. */
  async lookAround(): Promise<void> {
    if (!this.drill.control.isDark) {
      this.keyIn()
      await this.decideDoubtful()
    }
    if (!this.hands.isFree) return
    const onPaper = new Set(this.sheetsLeft().map(({ key }) => key))
    const next = this.device
      .all('need')
      .filter(({ id, status }) => waitsForVisit(status) && this.findings.has(id))
      .filter(({ id }) => !this.shared.taken.has(id) && !onPaper.has(id))
      .toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || a.number - b.number)
      .at(0)
    if (next) await this.goTo(next)
  }

  /** While people sit at the desk, they are told what they find at a house once they have made an appointment. */
  async tellFindings(): Promise<void> {
    if (!this.drill.isHuman('survey')) return
    for (const { id, status, number } of this.device.all('need')) {
      const finding = this.findings.get(id)
      const key = `survey-${id}`
      if (status !== 'surveyScheduled' || !finding || this.drill.injectOf(ringIdOf(key))) continue
      const told = { key, deskName: 'survey', title: `依頼${number}の家に着きました`, script: surveyScript(finding) }
      await ring(this.drill, told)
    }
  }

  /** 判断できない is for the survey desk to decide: better one visit too many. */
  private async decideDoubtful(): Promise<void> {
    for (const { id, status, survey } of this.device.all('need')) {
      if (status !== 'received' || survey !== 'unsure' || !this.findings.has(id)) continue
      await this.drill.send(this.actor, 'needs.decideSurvey', { needId: id, from: status, decision: 'needed' })
    }
  }

  /** Sheets of visits that are not on the screens yet. */
  private sheetsLeft() {
    const known = new Set(this.device.all('siteSurvey').map(({ needId, at }) => `${needId} ${Date.parse(at)}`))
    return this.drill.facts.papers('survey').filter(({ key, at }) => !known.has(`${key} ${at}`))
  }

  /** What was written at the houses while screens were dark, each visit with its own time. */
  private keyIn(): void {
    for (const { key, at } of this.sheetsLeft()) {
      if (this.shared.keyedIn.has(`${key} ${at}`)) continue
      this.shared.keyedIn.add(`${key} ${at}`)
      this.hands.take(minutesPerPaper, () => this.drill.asWritten(at, () => this.report(key)))
    }
  }

  private async goTo(need: Need): Promise<void> {
    this.shared.taken.add(need.id)
    const { minutesPerVisit } = this.part
    const onPaper = async () => {
      this.drill.facts.note('survey', need.id, { of: `${need.id} ${need.notMetCount}` })
      await this.drill.facts.write()
    }
    const visit = () => this.hands.take(minutesPerVisit, () => this.report(need.id), { onPaper })
    // Somebody has made the appointment: people at this desk, or this one before the drill was broken off. In the dark
    // nobody asks for one.
    if (need.status === 'surveyScheduled' || this.drill.control.isDark) return visit()
    const time = clockOf(addMinutes(this.drill.clock.now(), minutesPerVisit / 2), timeZone)
    const input = { needId: need.id, from: need.status, on: this.drill.today, time }
    const reply = await this.drill.send(this.actor, 'needs.scheduleSurvey', input)
    if (!wasRefused(reply)) visit()
  }

  private async report(needId: string): Promise<void> {
    const need = this.device.get('need', needId)
    const finding = this.findings.get(needId)
    if (!need || !finding) return
    this.shared.taken.delete(needId)
    const surveyId = this.drill.random.id()
    const from = need.status
    if (need.notMetCount < finding.notMet) {
      const note = '呼びかけたが返事がない。不在票を入れた。'
      const seenNotMet = need.notMetCount
      await this.drill.send(this.actor, 'needs.recordNotMet', { needId, from, surveyId, seenNotMet, note })
      return
    }
    const { notMet: _, openedBecause, ...found } = finding
    const reviewOn = null
    const input = {
      ...found,
      needId,
      from,
      surveyId,
      basedOnVersion: need.version,
      surveyedBy: this.actor.name,
      note: found.dangers,
      reviewOn,
    }
    await this.drill.send(this.actor, 'needs.recordSurvey', input)
    if (openedBecause !== undefined) await this.openGate(needId, openedBecause)
  }

  private async openGate(needId: string, because: string): Promise<void> {
    const reasons = this.device.get('need', needId)?.gate.closedBy ?? []
    if (reasons.length === 0) return
    await this.drill.send(this.actor, 'needs.openGate', { needId, reasons, decidedBy: this.actor.name, because })
  }
}
