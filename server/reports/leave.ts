import { handle } from '#server/core/handlers.ts'
import { getAttendance, saveAttendance } from '#server/volunteers/attendances.ts'
import { backToWaiting, sendHome } from '#shared/reports/commands.ts'
import { backToWaitingProblem, sendHomeProblem } from '#shared/reports/rules.ts'

export const sendHomeHandler = handle(sendHome, async (work, { attendanceIds }) => {
  for (const id of attendanceIds) {
    const attendance = await getAttendance(work.tx, id)
    const problem = sendHomeProblem(attendance)
    if (problem) throw problem
    await saveAttendance(work, { ...attendance, status: 'left', leftAt: work.happenedAt })
  }
  work.describe({ people: attendanceIds.length })
})

/** A second job: the person is free again, and no longer one of the old team. */
export const backToWaitingHandler = handle(backToWaiting, async (work, { attendanceIds }) => {
  for (const id of attendanceIds) {
    const attendance = await getAttendance(work.tx, id)
    const problem = backToWaitingProblem(attendance)
    if (problem) throw problem
    await saveAttendance(work, { ...attendance, status: 'waiting', teamId: null, isLeader: false })
  }
  work.describe({ people: attendanceIds.length })
})
