import { isDeepStrictEqual } from 'node:util'
import type { RouteRow } from '#server/core/routes.ts'
import { newId } from '#shared/core/ids.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { exportFormats, exportTables } from '#shared/privacy/exports.ts'
import { reads } from '#shared/reads.ts'
import { addressOf, type Matrix, mayEnter, mayPass, type Role } from '#tests/faults/authz-matrix.ts'
import { type Moment, mayGo, nameOf, type Survivor, told, type Way } from '#tests/faults/authz-survivor.ts'
import { valuesFor } from '#tests/faults/fuzz-values.ts'

/** The true ids of one home and of the team that goes there. */
export interface Known {
  needId: string
  householdId: string
  otherNeedId: string
  /** Of a home that may be the same one. */
  otherHouseholdId?: string
  teamId: string
  workOrderId: string
  attendanceId: string
  dayId: string
}

/** Each written look: the act, and the read that then answers. */
const looks = [
  { way: 'phone', act: 'needs.revealPhone', read: 'needs.revealedPhone' },
  { way: 'notes', act: 'needs.revealNotes', read: 'needs.revealedNotes' },
  { way: 'place', act: 'needs.revealPlace', read: 'needs.revealedPlace' },
] as const

/** Doors of pictures and of the map have no words in them; the pictures of homes are asked for one by one. */
const wordless = /^\/(photos|tiles|reception|lists?-pictures?)\b|:file|\.png$/

const address = (door: RouteRow, id: string) => (id.startsWith('?') ? door.path + id : addressOf(door, id))

/** Asks for one home by every read, sheet, list and written look that somebody may open, and judges each canary found. */
export class Search {
  private readonly matrix: Matrix
  private readonly survivor: Survivor
  private readonly doors: readonly RouteRow[]
  private readonly known: Known

  constructor(matrix: Matrix, survivor: Survivor, { doors, known }: { doors: readonly RouteRow[]; known: Known }) {
    this.matrix = matrix
    this.survivor = survivor
    this.doors = doors.filter(({ method, path }) => method === 'get' && !wordless.test(path))
    this.known = known
  }

  async everywhere(role: Role, moment: Moment): Promise<void> {
    await this.reads(role, moment)
    await this.sheets(role, moment)
    if (role.kind !== 'desk') return
    await this.lists(role, moment)
    await this.looks(role, moment)
  }

  /** No canary in this text but those of the table. */
  judge(role: Role, text: string, where: string, allowed: ReadonlySet<string>): void {
    const found = this.survivor.foundIn(text)
    this.matrix.count('canaries', found.length)
    const forbidden = found.filter((field) => !allowed.has(field))
    this.matrix.cell(forbidden.length === 0, `${role.name} is told ${forbidden.join()} ${where}`)
  }

  private where(what: string, moment: Moment): string {
    return `by ${what} (${nameOf(moment)})`
  }

  private async reads(role: Role, moment: Moment): Promise<void> {
    for (const { name, may, input, answer } of Object.values<ReadDefinition>(reads)) {
      if (!mayPass(role, may)) continue
      for (const value of this.questions(input)) {
        const { text, status } = await this.matrix.askPatiently(role, 'POST', `/api/reads/${name}`, value)
        if (status !== 200) continue
        this.judge(role, text, this.where(name, moment), told(role, moment))
        const said: unknown = JSON.parse(text)
        const shaped = answer.safeParse(said)
        const isExact = shaped.success && isDeepStrictEqual(shaped.data, said)
        this.matrix.cell(isExact, `${role.name} is answered other keys by ${name}`)
      }
    }
  }

  /** What somebody would ask who looks for this home, in whatever form a read takes it. */
  private questions(input: ReadDefinition['input']): unknown[] {
    const { needId, householdId, otherNeedId, otherHouseholdId } = this.known
    const { address, surname } = this.survivor.words
    const byHand = [
      { words: surname, householdIds: [] },
      { words: address, householdIds: [] },
      { words: '', householdIds: [householdId] },
      { needId, slot: null },
      { needId },
      { text: address },
      { query: surname },
      { kind: 'need', of: needId },
      { kind: 'household', of: householdId },
      { kind: 'need', oneId: needId, otherId: otherNeedId },
      { kind: 'household', oneId: householdId, otherId: otherHouseholdId },
      { type: 'privacy.erase', input: { kind: 'household', id: householdId, because: 'asked' } },
    ]
    const fitting = byHand.filter((one) => input.safeParse(one).success)
    return fitting.length > 0 ? fitting : valuesFor(input, [needId, householdId, this.known.dayId], 2)
  }

  private async sheets(role: Role, moment: Moment): Promise<void> {
    const { needId, householdId, teamId, workOrderId, attendanceId, dayId } = this.known
    for (const door of this.doors.filter((one) => mayEnter(role, one))) {
      const ids = door.path.includes(':')
        ? [needId, householdId, teamId, workOrderId, attendanceId, dayId]
        : [`?day=${dayId}`]
      const way: Way = door.path.startsWith('/sheets/record/household/') ? 'record' : 'held'
      for (const id of ids) {
        const { text, status } = await this.matrix.askPatiently(role, 'GET', address(door, id))
        if (status === 200) this.matrix.count('sheets')
        this.judge(role, text, this.where(door.path, moment), told(role, moment, way))
      }
    }
  }

  /** Every list that this desk may take out, as every kind of file; with its people nobody takes one alone. */
  private async lists(role: Role, moment: Moment): Promise<void> {
    for (const table of exportTables)
      for (const format of exportFormats)
        for (const personal of [true, false]) {
          const exportId = newId()
          const dayId = table === 'attendances' ? this.known.dayId : null
          const asked = { exportId, table, format, dayId, personal, because: '訓練' }
          const { status } = await this.matrix.act(role, 'privacy.export', asked)
          if (personal) this.matrix.cell(status !== 200, `${role.name} takes the people of ${table} alone`)
          if (status !== 200) continue
          const { text } = await this.matrix.askPatiently(role, 'GET', `/exports/table.${format}?export=${exportId}`)
          this.matrix.count('lists')
          const isHomes = table === 'needs' && personal
          const may = isHomes ? told(role, moment, 'list') : new Set<string>()
          this.judge(role, text, this.where(`the list ${table}.${format}`, moment), may)
          if (!isHomes) continue
          const isThere = text.includes(this.survivor.words.address)
          this.matrix.cell(
            isThere === may.has('address'),
            `${role.name} and the address in the list ${table}.${format}`,
          )
        }
  }

  /** What is shown to whoever writes down that they look: to these desks, all of it and nothing beside. */
  private async looks(role: Role, moment: Moment): Promise<void> {
    for (const { way, act, read } of looks) {
      const revealId = newId()
      const { status } = await this.matrix.act(role, act, { revealId, needId: this.known.needId, why: 'call' })
      this.matrix.cell((status === 200) === mayGo(way, role), `${role.name} is answered ${status} by ${act}`)
      const { text } = await this.matrix.askPatiently(role, 'POST', `/api/reads/${read}`, { revealId })
      const allowed = told(role, moment, way)
      this.judge(role, text, this.where(read, moment), allowed)
      if (moment.isOver) continue
      const lacking = [...allowed].filter((field) => !this.survivor.foundIn(text).includes(field))
      this.matrix.cell(lacking.length === 0, `${role.name} looks in vain for ${lacking.join()} by ${read}`)
    }
  }
}
