import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#server/core/clock.ts'
import { audiencesOfStaff, mayHold } from '#shared/access/audiences.ts'
import { newId } from '#shared/core/ids.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import type { Listener } from '#tests/faults/authz-lines.ts'
import type { Matrix, Role } from '#tests/faults/authz-matrix.ts'
import type { Search } from '#tests/faults/authz-search.ts'
import { type Moment, mustHold, nameOf, type Survivor, told } from '#tests/faults/authz-survivor.ts'

/** A home, where it stands, and how it is asked for. */
interface Home {
  survivor: Survivor
  search: Search
  moment: Moment
}

/** Somebody who listens, and what they might know so far of each home. */
interface Heard {
  role: Role
  line: Listener
  before: ReadonlySet<string>[]
}

interface Held {
  kind: string
  record: { id: string }
}

/** What everybody is told of homes over their lines, and holds of them. */
export class Watch {
  private readonly heard: Heard[] = []
  private readonly matrix: Matrix
  private readonly homes: () => readonly Home[]

  constructor(matrix: Matrix, homes: () => readonly Home[]) {
    this.matrix = matrix
    this.homes = homes
  }

  private toldNow(role: Role): Set<string>[] {
    return this.homes().map(({ moment }) => told(role, moment))
  }

  async listen(role: Role): Promise<void> {
    this.heard.push({ role, line: await this.matrix.listen(role), before: this.toldNow(role) })
  }

  /** What everybody was told over their lines since the last look: no more than they might hold in the meantime. */
  async hear(): Promise<void> {
    await pause(100)
    for (const one of this.heard) {
      const { role, line, before } = one
      const { text, records } = line.take()
      this.matrix.count('events', records.length)
      one.before = this.toldNow(role)
      for (const [index, { search, moment }] of this.homes().entries())
        search.judge(
          role,
          text,
          `over the line (${nameOf(moment)})`,
          before[index]?.union(told(role, moment)) ?? new Set(),
        )
      for (const { kind, record } of records) if (record) this.matrix.keys(role, { kind, record })
      if (role.kind === 'phone') continue
      const audiences = role.kind === 'desk' ? audiencesOfStaff(role.capabilities) : (['everyone'] as const)
      for (const { kind } of records) this.matrix.cell(mayHold(kind, audiences), `${role.name} is told of a ${kind}`)
    }
  }

  /** What a device holds of each home: all that it must, and nothing that it may not; answers what it holds at all. */
  async holds(role: Role): Promise<Held[]> {
    const { text } = await this.matrix.askPatiently(role, 'GET', '/api/changes?since=0')
    for (const { survivor, search, moment } of this.homes()) {
      search.judge(role, text, `by what it holds (${nameOf(moment)})`, told(role, moment))
      const found = survivor.foundIn(text)
      const lacking = mustHold(role, moment).filter((field) => !found.includes(field))
      this.matrix.cell(lacking.length === 0, `${role.name} lacks ${lacking.join()} (${nameOf(moment)})`)
    }
    return (JSON.parse(text) as { records: Held[] }).records
  }

  close(): void {
    for (const { line } of this.heard) line.close()
  }
}

/** A home is written down, visited, and found fit for a team in spite of its sticker; what it asks for besides is turned away. */
export async function receiveHome(matrix: Matrix, lead: Role, { words, need, second }: Survivor): Promise<void> {
  const { needId, householdId } = need
  await matrix.mustAct(lead, 'needs.receiveNeed', need)
  const visit = { needId, from: 'surveyPending', on: dateOf(systemClock.now(), timeZone), time: words.surveyTime }
  await matrix.mustAct(lead, 'needs.scheduleSurvey', visit)
  const seen = { work: words.work, dangers: words.dangers, note: words.surveyNote, tools: [], headcount: 3 }
  const found = { mayEnter: 'yes', sticker: 'red', roofWork: false, reviewOn: null, surveyedBy: '勉' }
  const survey = { needId, from: 'surveyScheduled', surveyId: newId(), basedOnVersion: 1, ...seen, ...found }
  await matrix.mustAct(lead, 'needs.recordSurvey', survey)
  const gate = { reasons: ['redSticker'], decidedBy: '佐藤', because: words.openedBecause }
  await matrix.mustAct(lead, 'needs.openGate', { needId, ...gate })
  await matrix.mustAct(lead, 'needs.receiveNeed', { ...second, householdId, household: null, lookedAt: [householdId] })
  const turned = { reason: words.reason, referredTo: words.referredTo, answerBy: null }
  await matrix.mustAct(lead, 'needs.declineNeed', { needId: second.needId, from: 'ready', ...turned })
}
