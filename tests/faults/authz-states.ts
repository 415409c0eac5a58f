import { setTimeout as pause } from 'node:timers/promises'
import type { RouteRow } from '#server/core/routes.ts'
import { audiencesOfStaff, mayHold } from '#shared/access/audiences.ts'
import { newId } from '#shared/core/ids.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { exportTables } from '#shared/privacy/exports.ts'
import { reads } from '#shared/reads.ts'
import type { RecordKind } from '#shared/records.ts'
import type { Listener } from '#tests/faults/authz-lines.ts'
import { addressOf, type Matrix, mayEnter, nobody, phone, type Role } from '#tests/faults/authz-matrix.ts'
import { valuesFor } from '#tests/faults/fuzz-values.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'

type State = 'formed' | 'printed' | 'out' | 'back' | 'reported'

/** Since when the home's address is 住所非開示. */
export type Withheld = 'never' | 'fromTheFirst' | 'whileOut'

/** Somebody who listens, and whether they might know the place so far. */
interface Heard {
  role: Role
  line: Listener
  mayKnow: () => boolean
  mightKnow: boolean
}

interface Seats {
  lead: Role
  desks: readonly Role[]
  doors: readonly RouteRow[]
  dayId: string
}

const tellable: readonly State[] = ['out', 'back']

/** A number of their own for each home, or they would be taken for one. */
const numbers: Readonly<Record<Withheld, string>> = {
  never: '0459990041',
  fromTheFirst: '0459990042',
  whileOut: '0459990043',
}

/** One team and its need, taken through a day; in each state everybody is asked for the address and speaks for the team. */
export class TeamDay {
  private readonly matrix: Matrix
  private readonly seats: Seats
  private readonly forms = Array.from({ length: 4 }, () => receptionForm())
  private readonly ids = { teamId: newId(), workOrderId: newId() }
  private readonly address: string
  private readonly need: ReturnType<typeof needForm>
  private readonly withheld: Withheld
  private state: State = 'formed'
  private isWithheld: boolean
  private readonly heard: Heard[] = []
  /** What no volunteer's device is ever told of whoever asked for help. */
  private readonly survivor: Readonly<Record<'phone' | 'story' | 'considerations', string>>

  constructor(matrix: Matrix, seats: Seats, withheld: Withheld) {
    this.matrix = matrix
    this.seats = seats
    this.withheld = withheld
    this.survivor = { phone: numbers[withheld], story: 'カナリアの話', considerations: 'カナリアの事情' }
    this.isWithheld = withheld === 'fromTheFirst'
    this.address = `カナリア${withheld}番地`
    const { phone: number, story, considerations } = this.survivor
    const household = { addressWithheld: this.isWithheld, phone: number, considerations }
    const contact = { addressLine: this.address, requesterPhone: number, story }
    this.need = needForm({ contact, household, asked: { headcount: 3 } })
  }

  private lead(type: string, input: unknown): Promise<void> {
    return this.matrix.mustAct(this.seats.lead, type, input)
  }

  async run(): Promise<void> {
    const { teamId, workOrderId } = this.ids
    for (const desk of this.seats.desks) await this.listen(desk, () => this.mayDeskKnow(desk))
    await this.listen(nobody, () => false)
    await this.lead('needs.receiveNeed', this.need)
    for (const form of this.forms) await this.matrix.mustAct(nobody, 'volunteers.checkIn', form)
    for (const [index, { linkToken }] of this.forms.entries())
      await this.listen(phone(`phone ${index}`, linkToken), () => index < 3 && this.mayTeamKnow())
    const attendanceIds = this.forms.slice(0, 3).map((form) => form.attendanceId)
    const team = { teamId, attendanceIds, leaderId: attendanceIds[0], needId: this.need.needId, seenTeamIds: [] }
    await this.lead('teams.formTeam', team)
    await this.lead('teams.briefTeam', { teamId })
    await this.look('formed')
    await this.lead('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
    await this.look('printed')
    await this.lead('dispatch.dispatchTeam', { workOrderId, checked: [] })
    await this.look('out')
    if (this.withheld === 'whileOut') {
      await this.withhold()
      await this.look('out')
    }
    if (this.isWithheld) for (const desk of [...this.seats.desks, this.seats.lead]) await this.searchEverywhere(desk)
    await this.lead('reports.receiveTeam', { teamId, missingIds: [] })
    await this.look('back')
    await this.lead('reports.acceptReport', heardReport(workOrderId))
    await this.look('reported')
    for (const { line } of this.heard) line.close()
  }

  private mayTeamKnow = () => this.state === 'out' && !this.isWithheld
  private mayDeskKnow = (desk: Role) => desk.capabilities.includes('contacts.read') && !this.isWithheld

  private async listen(role: Role, mayKnow: () => boolean): Promise<void> {
    this.heard.push({ role, line: await this.matrix.listen(role), mayKnow, mightKnow: mayKnow() })
  }

  /** What everybody was told over their lines since the last look: no more than they might hold in the meantime. */
  private async hear(): Promise<void> {
    await pause(100)
    for (const one of this.heard) {
      const { role, line, mayKnow } = one
      const { text, kinds } = line.take()
      this.matrix.count('events', kinds.length)
      const may = one.mightKnow || mayKnow()
      one.mightKnow = mayKnow()
      this.matrix.cell(may || !text.includes(this.address), this.words(role, 'is told the address over the line'))
      this.neverTold(role, text)
      if (role.kind === 'phone') continue
      const audiences = role.kind === 'desk' ? audiencesOfStaff(role.capabilities) : (['everyone'] as const)
      for (const kind of kinds)
        this.matrix.cell(mayHold(kind as RecordKind, audiences), this.words(role, `is told of a ${kind}`))
    }
  }

  /** Neither who may be called, nor what they told, in any state. */
  private neverTold(role: Role, text: string): void {
    if (role.kind === 'desk') return
    for (const [what, canary] of Object.entries(this.survivor))
      this.matrix.cell(!text.includes(canary), this.words(role, `is told the ${what} of who asked`))
  }

  private async withhold(): Promise<void> {
    const { needId, household, asked, contact } = this.need
    const { channel: _, survey: __, ...written } = asked
    const changed = {
      needId,
      basedOnVersion: 1,
      asked: written,
      contact: { ...contact, requesterPhone: null },
      household: { ...household, phone: null, addressWithheld: true },
    }
    await this.lead('needs.changeNeed', changed)
    this.isWithheld = true
  }

  private async look(state: State): Promise<void> {
    this.state = state
    const [leader, member, , stranger] = this.forms.map(({ linkToken }, index) => phone(`phone ${index}`, linkToken))
    if (!(leader && member && stranger)) return
    await this.hear()
    for (const role of [leader, member]) await this.holds(role, this.mayTeamKnow(), true)
    for (const role of [stranger, nobody]) await this.holds(role, false, false)
    for (const desk of this.seats.desks) await this.holds(desk, this.mayDeskKnow(desk), true)
    await this.speak(leader, true)
    for (const role of [member, stranger]) await this.speak(role, false)
  }

  private words(role: Role, what: string): string {
    return `${role.name} ${what} (${this.state}, withheld ${this.withheld})`
  }

  /** What devices hold of the team, its sheet and its place. */
  private async holds(role: Role, address: boolean, team: boolean): Promise<void> {
    const { text } = await this.matrix.ask(role, 'GET', '/api/changes?since=0')
    const { records } = JSON.parse(text) as { records: { kind: string; record: { id: string } }[] }
    const has = (kind: string, id: string) => records.some((one) => one.kind === kind && one.record.id === id)
    const { teamId, workOrderId } = this.ids
    this.matrix.cell(text.includes(this.address) === address, this.words(role, 'and the address'))
    this.neverTold(role, text)
    this.matrix.cell(has('team', teamId) === team, this.words(role, 'and the team'))
    const sheet = team && this.state !== 'formed'
    this.matrix.cell(has('workOrder', workOrderId) === sheet, this.words(role, 'and the sheet'))
  }

  /** A signal and a report: from the leader while there is something to tell, from nobody else in any state. */
  private async speak(role: Role, isLeader: boolean): Promise<void> {
    const { teamId, workOrderId } = this.ids
    const { source: _, safety: __, ...said } = heardReport(workOrderId)
    const acts = {
      'dispatch.signal': { teamId, signal: 'arrived', minutes: 0, note: '' },
      'reports.sendReport': { ...said, observation: '' },
    }
    for (const [type, input] of Object.entries(acts)) {
      const { status, code } = await this.matrix.act(role, type, input)
      const words = this.words(role, `is answered '${code}' by ${type}`)
      // A report of a sheet that is not there is refused as one of somebody else's.
      const speaksOf = isLeader && !(this.state === 'formed' && type === 'reports.sendReport')
      if (!speaksOf) this.matrix.cell(code === 'core.notAllowed', words)
      else if (tellable.includes(this.state)) this.matrix.cell(status === 200, words)
      else this.matrix.cell(status !== 200 || this.state === 'reported', words)
    }
  }

  /** No read and no sheet tells where a home is whose address is withheld; only a record, which is written down as a look. */
  private async searchEverywhere(desk: Role): Promise<void> {
    const { needId, householdId } = this.need
    const ids = [needId, householdId, ...Object.values(this.ids)]
    for (const { name, input } of Object.values<ReadDefinition>(reads))
      for (const value of [...valuesFor(input, ids, 2), { text: this.address }, { query: this.address }]) {
        const { text, status } = await this.matrix.ask(desk, 'POST', `/api/reads/${name}`, value)
        this.matrix.cell(status !== 200 || !text.includes(this.address), this.words(desk, `finds it by ${name}`))
      }
    await this.searchLists(desk)
    const sheets = this.seats.doors.filter(
      ({ method, path }) => method === 'get' && !path.startsWith('/sheets/record/'),
    )
    for (const door of sheets.filter((one) => mayEnter(desk, one)))
      for (const id of door.path.includes(':') ? ids : ids.slice(0, 1)) {
        const { text } = await this.matrix.ask(desk, 'GET', addressOf(door, id))
        this.matrix.cell(!text.includes(this.address), this.words(desk, `reads it on ${door.path}`))
      }
  }

  /** Every list that this desk may take out, with its people. */
  private async searchLists(desk: Role): Promise<void> {
    for (const table of exportTables) {
      const exportId = newId()
      const dayId = table === 'attendances' ? this.seats.dayId : null
      const asked = { exportId, table, format: 'csv', dayId, personal: true, because: '訓練' }
      if ((await this.matrix.act(desk, 'privacy.export', asked)).status !== 200) continue
      const { text } = await this.matrix.ask(desk, 'GET', `/exports/table.csv?export=${exportId}`)
      this.matrix.count('lists')
      this.matrix.cell(!text.includes(this.address), this.words(desk, `reads it in the list ${table}`))
    }
  }
}
