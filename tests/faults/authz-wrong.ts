import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import { type Matrix, mayPass, type Role } from '#tests/faults/authz-matrix.ts'
import type { Search } from '#tests/faults/authz-search.ts'
import { told } from '#tests/faults/authz-survivor.ts'
import { valuesFor } from '#tests/faults/fuzz-values.ts'
import { heardReport } from '#tests/support/given-reports.ts'

/** What is about the team of a day that is closed: whoever has the right may not, for the state is another. */
function actsOfAClosedDay({ teamId, workOrderId }: { teamId: string; workOrderId: string }, people: readonly string[]) {
  const [one = '', two = ''] = people
  const { source: _, safety: __, ...heard } = heardReport(workOrderId)
  const incident = { incidentId: newId(), teamId, attendanceId: one, kind: 'injury', text: '指' }
  const team = { teamId: newId(), attendanceIds: people.slice(0, 3), leaderId: one, needId: null, seenTeamIds: [] }
  return {
    'teams.formTeam': team,
    'teams.briefTeam': { teamId },
    'dispatch.issueWorkOrder': { workOrderId: newId(), teamId, reasonForTeam: '' },
    'dispatch.dispatchTeam': { workOrderId, checked: [] },
    'reports.receiveTeam': { teamId, missingIds: [] },
    'reports.undoReceiveTeam': { teamId },
    'reports.receivePerson': { attendanceId: two },
    'reports.acceptReport': heardReport(workOrderId),
    'reports.correctReport': { ...heard, reason: '訂正', basedOnSeq: 2 ** 40 },
    'reports.sendHome': { attendanceIds: people },
    'reports.backToWaiting': { attendanceIds: people },
    'reports.recordIncident': incident,
  }
}

/** Acts with the right, of people and a team whose day is over: refused, each of them. */
export async function refuseWrongStates(
  matrix: Matrix,
  lead: Role,
  leader: Role,
  ids: { teamId: string; workOrderId: string },
  forms: readonly { attendanceId: string }[],
): Promise<void> {
  const people = forms.map(({ attendanceId }) => attendanceId)
  for (const [type, input] of Object.entries(actsOfAClosedDay(ids, people))) {
    const { status, code } = await matrix.act(lead, type, input)
    matrix.cell(status !== 200 && code !== 'core.notAllowed', `${type} of a closed day is answered ${status} ${code}`)
  }
  const { source: _, safety: __, ...said } = heardReport(ids.workOrderId)
  const told = { ...said, workDone: 'あ', remainingWork: '', observation: '' }
  const ofLeader = {
    'dispatch.signal': { teamId: ids.teamId, signal: 'arrived', minutes: 0, note: '' },
    'reports.sendReport': told,
  }
  for (const [type, input] of Object.entries(ofLeader)) {
    const { status, code } = await matrix.act(leader, type, input)
    matrix.cell(status !== 200, `a leader's ${type} of a closed day is answered ${status} ${code}`)
  }
}

/** What ends what is asked here, or is about the center and no home. */
const apart = /^(keeping|access|practice)\.|^center\.(changeProfile|openDay|handOver)|^reports\.(close|reopen)Day$/

/** What a desk may know of a home in one state or another: an act may have changed whether its address is withheld. */
const everAllowed = (role: Role) => told(role, { state: 'out', isWithheld: false })

/**
 * Every act that somebody at a desk may do, with ids of what is over, of another kind, or nowhere: done or refused, the
 * answer tells of no home what that desk may not know.
 */
export async function tryEveryAct(
  matrix: Matrix,
  desks: readonly Role[],
  searches: readonly Search[],
  { ids, tries }: { ids: readonly string[]; tries: number },
): Promise<void> {
  for (const role of desks) {
    const allowed = everAllowed(role)
    const own = Object.values<CommandDefinition>(commands).filter(
      ({ name, may }) => mayPass(role, may) && !apart.test(name),
    )
    for (const { name, input } of matrix.share(own))
      for (const value of valuesFor(input, ids, tries, tries)) {
        const { status, text } = await matrix.act(role, name, value)
        matrix.count(status === 200 ? 'actsDone' : 'actsRefused')
        for (const search of searches) search.judge(role, text, `by the answer to ${name}`, allowed)
      }
  }
}
