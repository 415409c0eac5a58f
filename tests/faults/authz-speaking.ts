import { newId } from '#shared/core/ids.ts'
import type { Matrix, Role } from '#tests/faults/authz-matrix.ts'
import { type Field, type State, seatOf } from '#tests/faults/authz-survivor.ts'
import { heardReport } from '#tests/support/given-reports.ts'

/** What belongs to the team of the day, to another team that is out, and to each of the phones. */
interface Belongings {
  teamId: string
  workOrderId: string
  photoId: string
  noticeId: string
  other: { teamId: string; workOrderId: string }
  own: readonly string[]
}

const tellable: readonly State[] = ['out', 'sent', 'back']

/** Acts of volunteers with the true ids of their own team, of another and of each other, in every state. */
export class Speaking {
  private readonly matrix: Matrix
  private readonly words: Readonly<Record<Field, string>>
  private readonly ids: Belongings

  constructor(matrix: Matrix, words: Readonly<Record<Field, string>>, ids: Belongings) {
    this.matrix = matrix
    this.words = words
    this.ids = ids
  }

  async speak(role: Role, state: State): Promise<void> {
    await this.forTeam(role, state)
    await this.forOthers(role, state)
    await this.ofPhotos(role, state)
  }

  private acts({ teamId, workOrderId }: { teamId: string; workOrderId: string }) {
    const { source: _, safety: __, ...said } = heardReport(workOrderId)
    const { workDone, remainingWork, observation } = this.words
    return {
      'dispatch.signal': { teamId, signal: 'arrived', minutes: 0, note: '' },
      'reports.sendReport': { ...said, workDone, remainingWork, observation },
    }
  }

  /** A signal and a report: from the leader while there is something to tell, from nobody else in any state. */
  private async forTeam(role: Role, state: State): Promise<void> {
    for (const [type, input] of Object.entries(this.acts(this.ids))) {
      const { status, code } = await this.matrix.act(role, type, input)
      const words = `${role.name} is answered '${code}' by ${type} (${state})`
      // A report of a sheet that is not there is refused as one of somebody else's; so is all of a team that is not.
      const isThere = state !== 'received' && (state !== 'formed' || type === 'dispatch.signal')
      if (seatOf(role) !== 'leader' || !isThere) this.matrix.cell(code === 'core.notAllowed', words)
      else if (tellable.includes(state)) this.matrix.cell(status === 200, words)
      else this.matrix.cell(status !== 200 || state === 'reported', words)
    }
  }

  /** Nobody of this team speaks for the other one, which is out and could be spoken for. */
  private async forOthers(role: Role, state: State): Promise<void> {
    if (seatOf(role) === 'another team') return
    for (const [type, input] of Object.entries(this.acts(this.ids.other))) {
      const { code } = await this.matrix.act(role, type, input)
      this.matrix.cell(code === 'core.notAllowed', `${role.name} is answered '${code}' by another's ${type} (${state})`)
    }
    const index = this.ids.own.findIndex((_, at) => role.name === `phone ${at}`)
    for (const at of [index, index - 1]) {
      const said = { acknowledgementId: newId(), noticeId: this.ids.noticeId, attendanceId: this.ids.own.at(at) }
      const { status, code } = await this.matrix.act(role, 'messages.acknowledge', said)
      const isRight = at === index ? status === 200 : code === 'core.notAllowed'
      this.matrix.cell(isRight, `${role.name} is answered '${code}' by a notice (${state})`)
    }
  }

  /** The photo that a desk took is nobody's on a phone: none removes, brings back, renames or adds it to a report. */
  private async ofPhotos(role: Role, state: State): Promise<void> {
    const { photoId, workOrderId } = this.ids
    const acts = {
      'photos.removePhoto': { photoId },
      'photos.restorePhoto': { photoId },
      'photos.changeKind': { photoId, kind: 'after' },
      'reports.addPhoto': { photoId, kind: 'after', workOrderId },
    }
    for (const [type, input] of Object.entries(acts)) {
      const { status } = await this.matrix.act(role, type, input)
      this.matrix.cell(status !== 200, `${role.name} does ${type} to a desk's photo (${state})`)
    }
  }
}
