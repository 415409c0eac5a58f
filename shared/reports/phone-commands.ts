import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id, text, timeOfDay } from '#shared/core/fields.ts'
import { photoFields } from '#shared/photos/photo.ts'
import { report } from '#shared/reports/report.ts'

/**
 * 活動報告 from the leader's phone. It waits at the return desk, which hears it and changes the need; sent again, it
 * takes the place of what was sent before.
 */
export const sendReport = defineCommand('reports.sendReport', {
  may: ['leader'],
  input: z.object({
    reportId: id,
    workOrderId: id,
    outcome: report.shape.outcome,
    workDone: text(500),
    remainingWork: text(300),
    nextHeadcount: report.shape.nextHeadcount,
    headcount: report.shape.headcount,
    /** As clocks on the wall show it: a phone's own idea of the date is never taken. */
    startedAt: timeOfDay.nullable(),
    endedAt: timeOfDay.nullable(),
    /** How the household is. */
    observation: text(500),
  }),
})

/** A photo for the report: from the leader's phone at any time since departure, or at the return desk. */
export const addReportPhoto = defineCommand('reports.addPhoto', {
  may: ['leader', 'return.manage'],
  input: z.object({ ...photoFields, workOrderId: id }),
})
