import type { RouteRow } from '#server/core/routes.ts'
import { newId } from '#shared/core/ids.ts'
import { type Matrix, nobody, phone, type Role } from '#tests/faults/authz-matrix.ts'
import { Search } from '#tests/faults/authz-search.ts'
import { Speaking } from '#tests/faults/authz-speaking.ts'
import { type Moment, type State, Survivor, seatOf, type Withheld } from '#tests/faults/authz-survivor.ts'
import { receiveHome, Watch } from '#tests/faults/authz-watch.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'
import { picture } from '#tests/support/pictures.ts'

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
  readonly survivor: Survivor
  readonly search: Search
  private readonly speaking: Speaking
  private readonly watch: Watch
  moment: Moment

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
      otherNeedId: this.survivor.second.needId,
      ...this.ids,
      attendanceId,
      dayId: seats.dayId,
    }
    this.search = new Search(matrix, this.survivor, { doors: seats.doors, known })
    this.watch = new Watch(matrix, () => [this])
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
    for (const desk of this.seats.desks) await this.watch.listen(desk)
    await this.watch.listen(nobody)
    for (const form of this.forms) await this.matrix.mustAct(nobody, 'volunteers.checkIn', form)
    for (const one of this.phones) await this.watch.listen(one)
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
    this.watch.close()
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
    const { needId } = this.survivor.need
    await receiveHome(this.matrix, this.seats.lead, this.survivor)
    await this.matrix.mustPut(this.seats.lead, `/photos/${this.ids.photoId}`, await picture())
    await this.lead('needs.addPhoto', { photoId: this.ids.photoId, kind: 'before', needId, siteSurveyId: null })
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
    await this.watch.hear()
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
    const records = await this.watch.holds(role)
    const has = (kind: string, id: string) => records.some((one) => one.kind === kind && one.record.id === id)
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
