import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#server/core/clock.ts'
import type { RouteRow } from '#server/core/routes.ts'
import { backupFolderOf, listBackups } from '#server/keeping/backups.ts'
import { root } from '#server/set-up.mjs'
import { newId } from '#shared/core/ids.ts'
import { addDays, dateOf, timeZone } from '#shared/core/time.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { type Matrix, nobody, phone, type Role } from '#tests/faults/authz-matrix.ts'
import { Search } from '#tests/faults/authz-search.ts'
import { type Moment, Survivor } from '#tests/faults/authz-survivor.ts'
import { receiveHome, Watch } from '#tests/faults/authz-watch.ts'
import { refuseWrongStates, tryEveryAct } from '#tests/faults/authz-wrong.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'
import { receptionForm } from '#tests/support/given.ts'
import { heardReport } from '#tests/support/given-reports.ts'

interface Seats {
  lead: Role
  desks: readonly Role[]
  doors: readonly RouteRow[]
  dayId: string
}

interface Wishes {
  /** In which of these everybody looks everywhere. */
  searches: (state: string) => boolean
  /** How often each act is tried with what is over. */
  tries: number
}

/** After everything that was so: nothing was written since. */
const seen = 2 ** 40

/**
 * What comes after a day: a home is handed on at night, its day is closed, it is merged with one whose address is withheld,
 * in both directions, and taken apart again, the next day is opened, and an older copy is taken into use.
 */
export class Night {
  private readonly forms = Array.from({ length: 4 }, () => receptionForm())
  private readonly ids = { teamId: newId(), workOrderId: newId() }
  private readonly open = new Survivor('never')
  private readonly hidden = new Survivor('fromTheFirst')
  private readonly server: FaultServer
  private readonly seats: Seats
  private readonly wishes: Wishes
  private homes: { survivor: Survivor; search: Search; moment: Moment }[] = []
  private watch: Watch
  private matrix: Matrix

  constructor(matrix: Matrix, seats: Seats, server: FaultServer, wishes: Wishes) {
    this.server = server
    this.seats = seats
    this.wishes = wishes
    this.matrix = matrix
    this.watch = this.begin(matrix, seats.doors)
  }

  private begin(matrix: Matrix, doors: readonly RouteRow[]): Watch {
    const attendanceId = this.forms[0]?.attendanceId ?? ''
    const pair = [this.open, this.hidden]
    this.homes = pair.map((survivor, index) => {
      const { needId, householdId } = survivor.need
      const { needId: otherNeedId, householdId: otherHouseholdId } = pair[1 - index]?.need ?? survivor.need
      const known = {
        needId,
        householdId,
        otherNeedId,
        otherHouseholdId,
        ...this.ids,
        attendanceId,
        dayId: this.seats.dayId,
      }
      const search = new Search(matrix, survivor, { doors, known })
      // Only the first has a team; of the other no phone knows anything.
      return { survivor, search, moment: { state: 'received', isWithheld: index === 1 } }
    })
    return new Watch(matrix, () => this.homes)
  }

  private lead(type: string, input: unknown): Promise<void> {
    return this.matrix.mustAct(this.seats.lead, type, input)
  }

  private get phones(): Role[] {
    return this.forms.map(({ linkToken }, index) => phone(`phone ${index}`, linkToken))
  }

  private async listenAll(): Promise<void> {
    for (const one of [...this.seats.desks, ...this.phones, nobody]) await this.watch.listen(one)
  }

  /** Everybody listens, holds and, in some states, looks everywhere. */
  private async look(called: string, first: Moment, second: Partial<Moment> = {}): Promise<void> {
    const moments: Moment[] = [
      { ...first, called },
      { state: 'received', isWithheld: true, called, ...second },
    ]
    for (const [index, home] of this.homes.entries()) home.moment = moments[index] ?? home.moment
    await this.watch.hear()
    const everybody = [...this.seats.desks, ...this.phones, nobody]
    for (const role of everybody) await this.watch.holds(role)
    if (!this.wishes.searches(called)) return
    for (const role of [...everybody, this.seats.lead])
      for (const { search, moment } of this.homes) await search.everywhere(role, moment)
  }

  /** Up to the evening: a team goes out, a copy is made, the work is to be continued, and everybody goes home. */
  private async day(): Promise<void> {
    const { teamId, workOrderId } = this.ids
    for (const form of this.forms) await this.matrix.mustAct(nobody, 'volunteers.checkIn', form)
    for (const one of [this.open, this.hidden]) await receiveHome(this.matrix, this.seats.lead, one)
    await this.listenAll()
    const attendanceIds = this.forms.slice(0, 3).map((form) => form.attendanceId)
    const team = { teamId, attendanceIds, leaderId: attendanceIds[0], needId: this.open.need.needId, seenTeamIds: [] }
    await this.lead('teams.formTeam', team)
    await this.lead('teams.briefTeam', { teamId })
    await this.lead('dispatch.issueWorkOrder', { workOrderId, teamId, reasonForTeam: '' })
    await this.lead('dispatch.dispatchTeam', { workOrderId, checked: [] })
    await this.look('out', { state: 'out', isWithheld: false })
    await this.copy()
    await this.lead('reports.receiveTeam', { teamId, missingIds: [] })
    const { workDone, remainingWork, observation } = this.open.words
    const words = { workDone, remainingWork, observation: { text: observation, watch: true } }
    await this.lead(
      'reports.acceptReport',
      heardReport(workOrderId, { ...words, outcome: 'toBeContinued', nextHeadcount: 3 }),
    )
    await this.lead('reports.sendHome', { attendanceIds: this.forms.map((form) => form.attendanceId) })
  }

  /** The desk of needs goes to somebody else for the night, with a word about it. */
  private async handOn(): Promise<void> {
    const taker = this.seats.desks.find(({ name }) => name === 'needs')
    if (!taker?.staffId) return
    const from = this.seats.lead.staffId
    const note = {
      handOverId: newId(),
      deskName: 'needs',
      fromStaffId: from,
      toStaffId: taker.staffId,
      note: '継続1件',
    }
    await this.lead('center.handOverDesk', note)
  }

  private async merge(kept: Survivor, merged: Survivor): Promise<string> {
    const mergeId = newId()
    const two = { mergeId, keptId: kept.need.householdId, mergedId: merged.need.householdId }
    await this.lead('doubles.mergeHouseholds', { ...two, basedOn: { kept: seen, merged: seen }, take: [] })
    return mergeId
  }

  async run(): Promise<void> {
    const { dayId } = this.seats
    // Once the day is closed the phones of the team hold no more of the home than before there was a team.
    const ended: Moment = { state: 'received', isWithheld: false }
    const merged: Moment = { state: 'received', isWithheld: true, isOver: true }
    await this.day()
    await this.handOn()
    await this.look('handed on', { state: 'reported', isWithheld: false })
    const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '翌日へ']))
    await this.lead('reports.closeDay', { dayId, explanations })
    await this.look('closed', ended)
    await refuseWrongStates(this.matrix, this.seats.lead, this.phones[0] ?? nobody, this.ids, this.forms)
    for (const [kept, other] of [
      [this.open, this.hidden],
      [this.hidden, this.open],
    ] as const) {
      const mergeId = await this.merge(kept, other)
      await this.look(`merged into the ${kept === this.open ? 'open' : 'withheld'} one`, merged, merged)
      await this.lead('doubles.unmerge', { mergeId })
      await this.look('taken apart', ended)
    }
    await this.nextDay()
    await this.restore()
    this.watch.close()
  }

  private async nextDay(): Promise<void> {
    const hours = { receptionOpensAt: '00:00', receptionClosesAt: '23:59', returnBy: '23:59', capacity: 100 }
    const date = addDays(dateOf(systemClock.now(), timeZone), 1)
    await this.lead('center.openDay', { dayId: newId(), date, ...hours })
    // Yesterday's sheet is on no phone, and its report at no desk.
    const over: Moment = { state: 'received', isWithheld: false, isOver: true }
    await this.look('the day after', over)
    await this.tryEverything()
    // Acts that were done may have said of either that its address is known.
    await this.look('after every act', over, over)
  }

  /** Every act of every desk, with the ids of a day, a team and homes that are over, and of what nobody knows. */
  private async tryEverything(): Promise<void> {
    const { teamId, workOrderId } = this.ids
    const homes = [this.open, this.hidden].flatMap(({ need, second }) => [need.needId, need.householdId, second.needId])
    const people = this.forms.flatMap(({ attendanceId, personId }) => [attendanceId, personId])
    const ids = [...homes, ...people, teamId, workOrderId, this.seats.dayId, newId()]
    const searches = this.homes.map(({ search }) => search)
    await tryEveryAct(this.matrix, this.seats.desks, searches, { ids, tries: this.wishes.tries })
  }

  private async copy(): Promise<void> {
    const folder = backupFolderOf(this.server.file)
    mkdirSync(folder, { recursive: true })
    await this.lead('keeping.makeBackup', { emptierIsMeant: false })
    for (let left = 600; left > 0 && listBackups(folder).length === 0; left--) await pause(50)
  }

  /** The center goes on from the copy: what came after it is as if it had not been, and so is everything that was known of it. */
  private async restore(): Promise<void> {
    this.watch.close()
    await this.server.kill('SIGTERM')
    const copies = listBackups(backupFolderOf(this.server.file))
    const oldest = copies.reduce((one, other) => (other.seq < one.seq ? other : one))
    const env = { ...process.env, SASAE_CONFIG: join(this.server.folder, 'config') }
    const words = [join(root, 'server/command-line.ts'), 'restore', oldest.path, '--data', this.server.dataFolder]
    const { status } = spawnSync(process.execPath, words, { env, stdio: 'ignore' })
    if (status !== 0) throw new Error(`the copy is not restored: ${status}`)
    await this.server.start()
    this.matrix = this.matrix.elsewhere(this.server.address)
    this.watch = this.begin(this.matrix, this.seats.doors)
    await this.listenAll()
    await this.look('restored', { state: 'out', isWithheld: false })
  }
}
