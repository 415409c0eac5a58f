import type { RouteRow } from '#server/core/routes.ts'
import { newId } from '#shared/core/ids.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { reads } from '#shared/reads.ts'
import { addressOf, type Matrix, mayEnter, nobody, phone, type Role } from '#tests/faults/authz-matrix.ts'
import { valuesFor } from '#tests/faults/fuzz-values.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'

type State = 'formed' | 'printed' | 'out' | 'back' | 'reported'

/** Since when the home's address is 住所非開示. */
export type Withheld = 'never' | 'fromTheFirst' | 'whileOut'

interface Seats {
  lead: Role
  desks: readonly Role[]
  doors: readonly RouteRow[]
}

const tellable: readonly State[] = ['out', 'back']

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

  constructor(matrix: Matrix, seats: Seats, withheld: Withheld) {
    this.matrix = matrix
    this.seats = seats
    this.withheld = withheld
    this.isWithheld = withheld === 'fromTheFirst'
    this.address = `カナリア${withheld}番地`
    const household = { addressWithheld: this.isWithheld }
    this.need = needForm({ contact: { addressLine: this.address }, household, asked: { headcount: 3 } })
  }

  private lead(type: string, input: unknown): Promise<void> {
    return this.matrix.mustAct(this.seats.lead, type, input)
  }

  async run(): Promise<void> {
    const { teamId, workOrderId } = this.ids
    await this.lead('needs.receiveNeed', this.need)
    for (const form of this.forms) await this.matrix.mustAct(nobody, 'volunteers.checkIn', form)
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
    if (this.isWithheld) for (const desk of this.seats.desks) await this.searchEverywhere(desk)
    await this.lead('reports.receiveTeam', { teamId, missingIds: [] })
    await this.look('back')
    await this.lead('reports.acceptReport', heardReport(workOrderId))
    await this.look('reported')
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
    for (const role of [leader, member]) await this.holds(role, state === 'out' && !this.isWithheld, true)
    for (const role of [stranger, nobody]) await this.holds(role, false, false)
    for (const desk of this.seats.desks)
      await this.holds(desk, desk.capabilities.includes('contacts.read') && !this.isWithheld, true)
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
    const sheets = this.seats.doors.filter(
      ({ method, path }) => method === 'get' && !path.startsWith('/sheets/record/'),
    )
    for (const door of sheets.filter((one) => mayEnter(desk, one)))
      for (const id of door.path.includes(':') ? ids : ids.slice(0, 1)) {
        const { text } = await this.matrix.ask(desk, 'GET', addressOf(door, id))
        this.matrix.cell(!text.includes(this.address), this.words(desk, `reads it on ${door.path}`))
      }
  }
}
