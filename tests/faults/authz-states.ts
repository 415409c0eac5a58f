import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#server/core/clock.ts'
import type { RouteRow } from '#server/core/routes.ts'
import { audiencesOfStaff, mayHold } from '#shared/access/audiences.ts'
import { newId } from '#shared/core/ids.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import type { Listener } from '#tests/faults/authz-lines.ts'
import { type Matrix, nobody, phone, type Role } from '#tests/faults/authz-matrix.ts'
import { Search } from '#tests/faults/authz-search.ts'
import { Speaking } from '#tests/faults/authz-speaking.ts'
import {
  type Moment,
  mustHold,
  type State,
  Survivor,
  seatOf,
  told,
  type Withheld,
} from '#tests/faults/authz-survivor.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'
import { picture } from '#tests/support/pictures.ts'

/** Somebody who listens, and what they might know so far. */
interface Heard {
  role: Role
  line: Listener
  before: ReadonlySet<string>
}

interface Seats {
  lead: Role
  desks: readonly Role[]
  doors: readonly RouteRow[]
  dayId: string
}

/** A day of one home: since when its address is withheld, in which states everybody looks everywhere, and how far it goes. */
export interface Wishes {
  withheld: Withheld
  searched: readonly State[]
  until: State
}

/** The states in which a photo of the home is on the phones of the team. */
const shown: readonly State[] = ['out']
const isNearHome = (seat: string) => seat === 'leader' || seat === 'member'
const photoDesks = ['lead', 'needs', 'survey', 'dispatch', 'return']

/** One team and its need, taken through a day; in each state everybody asks what they may and speaks for the team. */
export class TeamDay {
  private readonly matrix: Matrix
  private readonly seats: Seats
  private readonly wishes: Wishes
  private readonly forms = Array.from({ length: 6 }, () => receptionForm())
  private readonly ids = { teamId: newId(), workOrderId: newId(), photoId: newId(), noticeId: newId() }
  private readonly otherTeam = { teamId: newId(), workOrderId: newId() }
  private readonly second = needForm()
  private readonly survivor: Survivor
  private readonly search: Search
  private readonly speaking: Speaking
  private readonly heard: Heard[] = []
  private moment: Moment

  constructor(matrix: Matrix, seats: Seats, wishes: Wishes) {
    this.matrix = matrix
    this.seats = seats
    this.wishes = wishes
    this.survivor = new Survivor(wishes.withheld)
    this.moment = { state: 'received', isWithheld: wishes.withheld === 'fromTheFirst' }
    const { needId, householdId } = this.survivor.need
    const [{ attendanceId } = { attendanceId: '' }] = this.forms
    const known = {
      needId,
      householdId,
      otherNeedId: this.second.needId,
      ...this.ids,
      attendanceId,
      dayId: seats.dayId,
    }
    this.search = new Search(matrix, this.survivor, { doors: seats.doors, known })
    const own = this.forms.map((form) => form.attendanceId)
    this.speaking = new Speaking(matrix, this.survivor.words, { ...this.ids, other: this.otherTeam, own })
  }

  private lead(type: string, input: unknown): Promise<void> {
    return this.matrix.mustAct(this.seats.lead, type, input)
  }

  private get phones(): Role[] {
    return this.forms.map(({ linkToken }, index) => phone(`phone ${index}`, linkToken))
  }

  async run(): Promise<void> {
    for (const desk of this.seats.desks) await this.listen(desk)
    await this.listen(nobody)
    for (const form of this.forms) await this.matrix.mustAct(nobody, 'volunteers.checkIn', form)
    for (const one of this.phones) await this.listen(one)
    await this.lead('messages.sendNotice', {
      noticeId: this.ids.noticeId,
      kind: 'message',
      reason: '雨',
      returnBy: null,
    })
    for (const [state, lead] of this.steps()) {
      await lead()
      await this.look(state)
      if (state === this.wishes.until) break
    }
    for (const { line } of this.heard) line.close()
  }

  /** What is done to come from each state to the next. */
  private steps(): [State, () => Promise<unknown>][] {
    const { teamId, workOrderId } = this.ids
    const { workDone, remainingWork, observation } = this.survivor.words
    const words = { workDone, remainingWork, observation: { text: observation, watch: true } }
    const form = async () => {
      await this.form(teamId, [0, 1, 2], this.survivor.need.needId)
      await this.sendOthersOut()
    }
    return [
      ['received', () => this.receive()],
      ['formed', form],
      ['printed', () => this.lead('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })],
      ['out', () => this.lead('dispatch.dispatchTeam', { workOrderId, checked: [] })],
      ['sent', async () => this.wishes.withheld === 'whileOut' && (await this.withhold())],
      ['back', () => this.lead('reports.receiveTeam', { teamId, missingIds: [] })],
      ['reported', () => this.lead('reports.acceptReport', heardReport(workOrderId, words))],
    ]
  }

  /** Everything that is written of a home before a team is found: visit, photo, gate, and another need turned away. */
  private async receive(): Promise<void> {
    const { words, need } = this.survivor
    const { needId, householdId } = need
    await this.lead('needs.receiveNeed', need)
    const visit = { needId, from: 'surveyPending', on: dateOf(systemClock.now(), timeZone), time: words.surveyTime }
    await this.lead('needs.scheduleSurvey', visit)
    const seen = { work: words.work, dangers: words.dangers, note: words.surveyNote, tools: [], headcount: 3 }
    const found = { mayEnter: 'yes', sticker: 'red', roofWork: false, reviewOn: null, surveyedBy: '勉' }
    const survey = { needId, from: 'surveyScheduled', surveyId: newId(), basedOnVersion: 1, ...seen, ...found }
    await this.lead('needs.recordSurvey', survey)
    const gate = { reasons: ['redSticker'], decidedBy: '佐藤', because: words.openedBecause }
    await this.lead('needs.openGate', { needId, ...gate })
    await this.matrix.mustPut(this.seats.lead, `/photos/${this.ids.photoId}`, await picture())
    await this.lead('needs.addPhoto', { photoId: this.ids.photoId, kind: 'before', needId, siteSurveyId: null })
    await this.lead('needs.receiveNeed', { ...this.second, householdId, household: null, lookedAt: [householdId] })
    const turned = { reason: words.reason, referredTo: words.referredTo, answerBy: null }
    await this.lead('needs.declineNeed', { needId: this.second.needId, from: 'ready', ...turned })
  }

  private async form(teamId: string, people: readonly number[], needId: string): Promise<void> {
    const attendanceIds = people.map((index) => this.forms[index]?.attendanceId)
    await this.lead('teams.formTeam', { teamId, attendanceIds, leaderId: attendanceIds[0], needId, seenTeamIds: [] })
    await this.lead('teams.briefTeam', { teamId })
  }

  /** Another team is out at another home all the time. */
  private async sendOthersOut(): Promise<void> {
    const need = needForm({ asked: { headcount: 2 } })
    const { teamId, workOrderId } = this.otherTeam
    await this.lead('needs.receiveNeed', need)
    await this.form(teamId, [3, 4], need.needId)
    await this.lead('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
    await this.lead('dispatch.dispatchTeam', { workOrderId, checked: [] })
  }

  private async listen(role: Role): Promise<void> {
    this.heard.push({ role, line: await this.matrix.listen(role), before: told(role, this.moment) })
  }

  /** What everybody was told over their lines since the last look: no more than they might hold in the meantime. */
  private async hear(): Promise<void> {
    await pause(100)
    for (const one of this.heard) {
      const { role, line, before } = one
      const { text, records } = line.take()
      this.matrix.count('events', records.length)
      one.before = told(role, this.moment)
      this.search.judge(role, text, this.words('over the line'), new Set([...before, ...one.before]))
      for (const { kind, record } of records) if (record) this.matrix.keys(role, { kind, record })
      if (role.kind === 'phone') continue
      const audiences = role.kind === 'desk' ? audiencesOfStaff(role.capabilities) : (['everyone'] as const)
      for (const { kind } of records)
        this.matrix.cell(mayHold(kind, audiences), `${role.name} is told ${this.words(`of a ${kind}`)}`)
    }
  }

  private async withhold(): Promise<void> {
    const { needId, household, asked, contact } = this.survivor.need
    const { channel: _, survey: __, ...written } = asked
    const changed = {
      needId,
      basedOnVersion: 1,
      asked: { ...written, sticker: 'red' },
      contact: { ...contact, requesterPhone: null },
      household: { ...household, phone: null, addressWithheld: true },
    }
    await this.lead('needs.changeNeed', changed)
    this.moment = { ...this.moment, isWithheld: true }
  }

  private async look(state: State): Promise<void> {
    this.moment = { ...this.moment, state }
    await this.hear()
    const everybody = [...this.seats.desks, ...this.phones, nobody]
    for (const role of everybody) {
      await this.holds(role)
      await this.seesPhoto(role)
    }
    if (this.wishes.searched.includes(state))
      for (const role of [...everybody, this.seats.lead]) await this.search.everywhere(role, this.moment)
    for (const one of this.phones) await this.speaking.speak(one, state)
  }

  private words(what: string): string {
    return `${what} (${this.moment.state}, withheld ${this.wishes.withheld})`
  }

  /** What devices hold of the home, exactly, and of the team and its sheet. */
  private async holds(role: Role): Promise<void> {
    const { text } = await this.matrix.askPatiently(role, 'GET', '/api/changes?since=0')
    const { records } = JSON.parse(text) as { records: { kind: string; record: { id: string } }[] }
    const has = (kind: string, id: string) => records.some((one) => one.kind === kind && one.record.id === id)
    this.search.judge(role, text, this.words('by what it holds'), told(role, this.moment))
    const found = this.survivor.foundIn(text)
    const lacking = mustHold(role, this.moment).filter((field) => !found.includes(field))
    this.matrix.cell(lacking.length === 0, `${role.name} ${this.words(`lacks ${lacking.join()}`)}`)
    const isNear = role.kind === 'desk' || isNearHome(seatOf(role))
    const { state } = this.moment
    const team = isNear && state !== 'received'
    this.matrix.cell(has('team', this.ids.teamId) === team, `${role.name} ${this.words('and the team')}`)
    const sheet = team && state !== 'formed'
    this.matrix.cell(has('workOrder', this.ids.workOrderId) === sheet, `${role.name} ${this.words('and the sheet')}`)
  }

  /** The photo of the home: at the desks that work with homes, and on the team's phones while it is out. */
  private async seesPhoto(role: Role): Promise<void> {
    const { state, isWithheld } = this.moment
    const seat = seatOf(role)
    const isShown = role.kind === 'desk' ? photoDesks.includes(seat) : isNearHome(seat) && shown.includes(state)
    const { status } = await this.matrix.askPatiently(role, 'GET', `/photos/${this.ids.photoId}/preview`)
    const may = isShown && !isWithheld
    this.matrix.cell((status === 200) === may, `${role.name} ${this.words(`and the photo, answered ${status}`)}`)
  }
}
