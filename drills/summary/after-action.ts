import type { Drill, Refusal } from '#drills/core/drill.ts'
import type { Witness } from '#drills/summary/witness.ts'
import { minutesBetween } from '#shared/core/time.ts'
import { type DaySummary, daySummary, type SummaryRecords } from '#shared/reports/day-summary.ts'

/** What can be said once a drill is over. */
export interface AfterAction {
  drill: Drill
  witness: Witness
  summary: DaySummary
  /** Minutes from "a team may go" to the team's departure, per job, shortest first. */
  waits: readonly number[]
  refusals: readonly Refusal[]
}

/** Looks back: the center's own figures, and how long the needs waited. */
export async function lookBack(drill: Drill, witness: Witness): Promise<AfterAction> {
  const summary = daySummary(await recordsOf(drill))
  const waits = witness.last('need').flatMap(({ id }) => waitOf(witness, id) ?? [])
  return {
    drill,
    witness,
    summary,
    waits: waits.toSorted((a, b) => a - b),
    refusals: [...witness.refusedBefore, ...drill.refusals],
  }
}

/** What the lead's screen holds in the end: the records that the figures are counted from. */
async function recordsOf(drill: Drill): Promise<SummaryRecords> {
  const [lead] = drill.staff.values()
  if (!lead) throw new Error('a drill has a lead')
  const device = await drill.device(lead)
  device.close()
  const [center] = device.all('center')
  // The figures are those of the day that desks hold: the last one.
  const day = device
    .all('day')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1)
  if (!center || !day) throw new Error('the center or its day is missing on the lead’s screen')
  return {
    center,
    day,
    teams: device.all('team'),
    attendances: device.all('attendance'),
    reports: device.all('report'),
    needs: device.all('need'),
    workOrders: device.all('workOrder'),
    incidents: device.all('incident'),
    notices: device.all('notice'),
  }
}

function waitOf(witness: Witness, needId: string): number | undefined {
  const [ready, left] = [witness.firstTime(needId, 'ready'), witness.firstTime(needId, 'inProgress')]
  return ready === undefined || left === undefined ? undefined : minutesBetween(ready, left)
}
