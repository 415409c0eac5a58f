import type { z } from 'zod'
import { days } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { goingAgain, withdrawSheet } from '#server/dispatch/change-team.ts'
import { toldAt } from '#server/dispatch/keep-to-consent.ts'
import { settingOf, viewOf } from '#server/dispatch/setting.ts'
import { type Sheet, saveSheetAs, sheetsOfTeam, workOrders } from '#server/dispatch/work-orders.ts'
import { groupVisits } from '#server/groups/visits.ts'
import { households } from '#server/households/households.ts'
import { notices } from '#server/messages/notices.ts'
import { needContacts } from '#server/needs/needs.ts'
import { getPeople } from '#server/teams/members.ts'
import { getTeam, saveTeam } from '#server/teams/teams.ts'
import { assert } from '#shared/core/assert.ts'
import { changedMeanwhile } from '#shared/core/problems.ts'
import { cautionsOf } from '#shared/dispatch/cautions.ts'
import { issueWorkOrder } from '#shared/dispatch/commands.ts'
import { issueProblem } from '#shared/dispatch/rules.ts'
import { shortCodeOf } from '#shared/dispatch/sheet-code.ts'
import type { WorkOrder, WorkOrderPlace } from '#shared/dispatch/work-order.ts'
import { broughtLine } from '#shared/groups/brought.ts'
import { returnByInForce } from '#shared/messages/rules.ts'
import type { Told } from '#shared/needs/consent-rules.ts'
import type { Need } from '#shared/needs/need.ts'
import type { Team } from '#shared/teams/team.ts'

/** The family name alone: what stands before the first space of a Japanese name. */
function surnameOf(name: string): string {
  return name.trim().split(/[\s\u3000]+/)[0] ?? ''
}

/** The surname as the sheet has it: kept back where the household does not wish it told. */
const nameOn = (told: Told, name: string) =>
  told.surname ? { surname: surnameOf(name), nameWithheld: false } : { surname: '', nameWithheld: true }

type SheetWishes = Pick<z.infer<typeof issueWorkOrder.input>, 'workOrderId' | 'reasonForTeam' | 'cautions' | 'returnBy'>

type Whereabouts = Omit<WorkOrderPlace, 'id' | 'dayId' | 'status' | 'memberIds' | 'careHint'>

/** Nothing of a place. */
export const nowhere: Whereabouts = {
  withheld: true,
  surname: '',
  nameWithheld: false,
  townId: null,
  addressLine: '',
  landmark: '',
  lat: null,
  lng: null,
}

/** Where the address is withheld (住所非開示) nothing of it goes to sheets or phones: the team calls the center. */
async function whereaboutsOf(work: UnitOfWork, need: Need, told: Told): Promise<Whereabouts> {
  const household = await households.find(work.tx, need.householdId)
  if (household?.addressWithheld) return nowhere
  const contact = await needContacts.find(work.tx, need.id)
  const place = contact ?? household
  const name = nameOn(told, household?.name || contact?.requesterName || '')
  if (!place) return { ...nowhere, ...name, withheld: false, townId: need.townId }
  const { townId, addressLine, landmark, lat, lng } = place
  return { withheld: false, ...name, townId: townId ?? need.townId, addressLine, landmark, lat, lng }
}

/** What the groups in a team brought along, group by group. */
async function ownEquipmentOf(work: UnitOfWork, team: Team): Promise<string> {
  const members = await getPeople(
    work,
    team.members.map(({ attendanceId }) => attendanceId),
  )
  const ids = [...new Set(members.flatMap(({ groupVisitId }) => groupVisitId ?? []))]
  const visits = ids.length === 0 ? [] : await groupVisits.where(work.tx, { id: ids })
  return [
    ...visits
      .map(broughtLine)
      .filter((line) => line !== '')
      .join('\n'),
  ]
    .slice(0, 500)
    .join('')
}

/** Draws the sheet of a team for a need, as the next version of the one before. */
export async function drawUpSheet(work: UnitOfWork, team: Team, need: Need, input: SheetWishes): Promise<Sheet> {
  const told = await toldAt(work, need)
  const whereabouts = await whereaboutsOf(work, need, told)
  const workOrder = await workOrderOf(work, { team, need, told, withheld: whereabouts.withheld }, input)
  const { id, dayId, status, members } = workOrder
  const memberIds = members.map(({ attendanceId }) => attendanceId)
  return { workOrder, place: { id, dayId, status, memberIds, ...whereabouts, careHint: told.careHint } }
}

async function workOrderOf(
  work: UnitOfWork,
  { team, need, told, withheld }: { team: Team; need: Need; told: Told; withheld: boolean },
  input: SheetWishes,
): Promise<WorkOrder> {
  const day = await days.get(work.tx, team.dayId)
  const last = (await sheetsOfTeam(work.tx, team.id)).at(-1)
  return {
    id: input.workOrderId,
    dayId: day.id,
    date: day.date,
    number: last?.number ?? (await nextNumber(work.tx, `work order ${day.id}`)),
    version: (last?.version ?? 0) + 1,
    shortCode: shortCodeOf(input.workOrderId),
    status: 'printed',
    needId: need.id,
    needNumber: need.number,
    needVersion: need.version,
    teamId: team.id,
    teamNumber: team.number,
    categories: need.categories,
    work: told.work ? need.work : '',
    workWithheld: !told.work,
    tools: need.tools,
    ownEquipment: await ownEquipmentOf(work, team),
    cautions: cautionsOf(need, input.cautions),
    townId: withheld ? null : need.townId,
    leaderId: team.leaderId,
    members: team.members.map(({ attendanceId, number, name }) => ({ attendanceId, number, name })),
    returnBy: returnByInForce(input.returnBy ?? day.returnBy, await notices.where(work.tx, { dayId: day.id })),
    issuedAt: work.now,
    issuedBy: work.actorName,
    reasonForTeam: input.reasonForTeam,
    againBecause: team.againBecause,
  }
}

export const issueWorkOrderHandler = handle(issueWorkOrder, async (work, input) => {
  await refuseTaken(workOrders, work.tx, input.workOrderId)
  const team = goingAgain(work, await getTeam(work.tx, input.teamId), input.againBecause)
  const view = await viewOf(work, team)
  const problem = issueProblem(view, await settingOf(work, team))
  if (problem) throw problem
  if (team.workOrderId !== null && team.workOrderId !== input.basedOnId)
    throw changedMeanwhile({}, ['workOrder', team.workOrderId])
  assert(view.need, 'the rule lets no team without a need pass')
  await withdrawSheet(work, team)
  const sheet = await drawUpSheet(work, team, view.need, input)
  const { workOrder } = sheet
  await saveSheetAs(work, sheet, 'printed')
  await saveTeam(work, { ...team, status: 'ready', workOrderId: workOrder.id })
  work.describe({ team: team.number, need: view.need.number, sheet: workOrder.number, version: workOrder.version })
  return { number: workOrder.number, version: workOrder.version }
})
