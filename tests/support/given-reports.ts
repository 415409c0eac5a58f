import { newId } from '#shared/core/ids.ts'
import type { testCenter } from '#tests/support/center.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import type { InputOf } from '#web/core/send.ts'

type Desks = Pick<Awaited<ReturnType<typeof testCenter>>, 'center' | 'phone' | 'aiko' | 'ben' | 'emi'>

/** What a return desk keys in from a sheet; nothing happened, and the work is done, unless the wishes say otherwise. */
export function heardReport(
  workOrderId: string,
  wishes: Partial<InputOf<'reports.acceptReport'>> = {},
): InputOf<'reports.acceptReport'> {
  return {
    reportId: newId(),
    workOrderId,
    source: 'paper',
    outcome: 'completed',
    workDone: '床下の土砂を出した',
    remainingWork: '',
    nextHeadcount: 0,
    headcount: 3,
    startedAt: '10:00',
    endedAt: '11:30',
    observation: { text: '', watch: false },
    safety: { injury: false, nearMiss: false, unwell: false },
    ...wishes,
  }
}

/** A team that is at work. */
export async function givenTeamOut(desks: Desks, wishes: Parameters<typeof givenTeam>[1] = {}) {
  const team = await givenTeam(desks, wishes)
  await desks.aiko.send('dispatch.dispatchTeam', { workOrderId: team.workOrderId, checked: [] })
  return team
}

/** A team that came back and whose report nobody has heard. */
export async function givenTeamBack(desks: Desks, wishes: Parameters<typeof givenTeam>[1] = {}) {
  const team = await givenTeamOut(desks, wishes)
  await desks.emi.send('reports.receiveTeam', { teamId: team.teamId, missingIds: [] })
  return team
}
