import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id, text, timeOfDay } from '#shared/core/fields.ts'
import { explanationLength, openMatters, reportLengths } from '#shared/reports/limits.ts'
import { incident, report } from '#shared/reports/report.ts'

/** 帰着: a team is back. Members who did not come with it are named and stay out until they are received themselves. */
export const receiveTeam = defineCommand('reports.receiveTeam', {
  may: ['return.manage'],
  input: z.object({ teamId: id, missingIds: z.array(id).max(60) }),
})

/** 帰着 of one person who comes back without the team. */
export const receivePerson = defineCommand('reports.receivePerson', {
  may: ['return.manage'],
  input: z.object({ attendanceId: id }),
})

/** Takes back a 帰着 that was pressed for the wrong team: it is out again, as it was. */
export const undoReceiveTeam = defineCommand('reports.undoReceiveTeam', {
  may: ['return.manage'],
  input: z.object({ teamId: id }),
})

/** An injury, a near miss or someone unwell; from the return desk, or as soon as a desk hears of it. */
export const recordIncident = defineCommand('reports.recordIncident', {
  may: ['return.manage', 'reception.manage', 'dispatch.manage', 'center.lead'],
  input: incident
    .pick({ teamId: true, attendanceId: true, kind: true })
    .extend({ incidentId: id, text: text(reportLengths.incident).min(1) }),
})

const heard = {
  reportId: id,
  workOrderId: id,
  outcome: report.shape.outcome,
  workDone: text(reportLengths.workDone),
  remainingWork: text(reportLengths.remainingWork),
  nextHeadcount: report.shape.nextHeadcount,
  headcount: report.shape.headcount,
  /** As the sheet says, on the sheet's own date. */
  startedAt: timeOfDay.nullable(),
  endedAt: timeOfDay.nullable(),
  /** How the household is, and whether to look after it once the work is done (見守り). */
  observation: z.object({ text: text(reportLengths.observation), watch: z.boolean() }),
}

/**
 * 活動報告 heard at the return desk: what the leader's phone sent, or keyed in from paper. The need's status changes in
 * the same act (field guide 12b, invariant 1).
 */
export const acceptReport = defineCommand('reports.acceptReport', {
  may: ['return.manage'],
  input: z.object({
    ...heard,
    source: report.shape.source,
    /** The three questions that come before the report, as they were answered (field guide 1.3, step 8). */
    safety: z.object({ injury: z.boolean(), nearMiss: z.boolean(), unwell: z.boolean() }),
  }),
})

/** Corrects a report that was heard: also one on the wrong work order. Only while the day is open, with a reason; refused where another wrote since. */
export const correctReport = defineCommand('reports.correctReport', {
  may: ['return.manage', 'center.lead'],
  input: z.object({ ...heard, reason: text(explanationLength).min(1), basedOnSeq: z.number().int().min(0) }),
})

/** 退所: people go home, one or a whole team in one act. */
export const sendHome = defineCommand('reports.sendHome', {
  may: ['return.manage', 'reception.manage'],
  input: z.object({ attendanceIds: z.array(id).min(1).max(60) }),
})

/** People who came back take another job: they wait again (待機). */
export const backToWaiting = defineCommand('reports.backToWaiting', {
  may: ['return.manage', 'dispatch.manage'],
  input: z.object({ attendanceIds: z.array(id).min(1).max(60) }),
})

/** Closes the day. Nobody may be out; what else is open is explained with a word, which stays in the chronology. */
export const closeDay = defineCommand('reports.closeDay', {
  may: ['center.lead'],
  input: z.object({
    dayId: id,
    explanations: z.partialRecord(z.enum(openMatters), text(explanationLength).min(1)),
  }),
})

/** Opens a day again that was closed too early. */
export const reopenDay = defineCommand('reports.reopenDay', {
  may: ['center.lead'],
  input: z.object({ dayId: id, reason: text(explanationLength).min(1) }),
})

/** Leaves its line in the chronology; the file itself is read afterwards. */
export const exportSummary = defineCommand('reports.exportSummary', {
  may: ['center.lead', 'affairs.manage'],
  stepUp: true,
  input: z.object({ dayId: id }),
})
