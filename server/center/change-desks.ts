import { activeStaff, findStaff, getStaff, staff } from '#server/access/staff.ts'
import { findOpenDay, getCenter } from '#server/center/centers.ts'
import { desksToChange, handOvers, profileOf, reseat, saveDesks } from '#server/center/desks.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { lastLead } from '#shared/access/problems.ts'
import type { OwnDesk } from '#shared/center/desk.ts'
import { acknowledgeHandOver, addDesk, handOverDesk, mergeDesks, splitDesk } from '#shared/center/desk-commands.ts'
import {
  addDeskProblem,
  handOverProblem,
  hasLead,
  labelProblem,
  mergeDesksProblem,
  splitDeskProblem,
  workToSplit,
} from '#shared/center/desk-rules.ts'
import { deskWorks } from '#shared/center/desk-works.ts'
import { deskTaken, unknownOwnDesk } from '#shared/center/problems.ts'
import { Problem } from '#shared/core/problem.ts'
import { changedMeanwhile, notAllowed } from '#shared/core/problems.ts'
import { deskLabel } from '#shared/texts/desk-names.ts'

const called = ({ label, name }: OwnDesk) => label || deskLabel(name)

function refuse(problem: Problem | null): void {
  if (problem) throw problem
}

/** Refuses for how the desks are now: whoever was second is told who changed them. */
async function refuseForDesks({ tx }: UnitOfWork, problem: Problem | null): Promise<void> {
  if (problem) throw new Problem(problem.code, problem.status, problem.details, ['deskList', (await getCenter(tx)).id])
}

/** A name that a desk had once is not used again: people were seated by it. */
const freeNameProblem = (desks: readonly OwnDesk[], name: string) =>
  desks.some((desk) => desk.name === name) ? deskTaken({}) : null

export const addDeskHandler = handle(addDesk, async (work, { deskName, label, work: done, lanes }) => {
  const desks = await desksToChange(work.tx)
  const problem = freeNameProblem(desks, deskName) ?? addDeskProblem(desks) ?? labelProblem(desks, label, called)
  await refuseForDesks(work, problem)
  await saveDesks(work, [...desks, { name: deskName, label, work: done, lanes }])
  work.describe({ desk: label })
})

export const mergeDesksHandler = handle(mergeDesks, async (work, { from, into, label }) => {
  const desks = await desksToChange(work.tx)
  await refuseForDesks(work, mergeDesksProblem(desks, { from, into }))
  const [gone, kept] = [deskNamed(desks, from), deskNamed(desks, into)]
  const others = desks.filter(({ name }) => name !== from && name !== into)
  if (label !== '') await refuseForDesks(work, labelProblem(others, label, called))
  const merged: OwnDesk = {
    name: into,
    label: label || `${called(kept)}・${called(gone)}`.slice(0, 20),
    work: [...new Set([...kept.work, ...gone.work])],
    lanes: Math.min(10, sameWork(kept, gone) ? kept.lanes + gone.lanes : Math.max(kept.lanes, gone.lanes)),
  }
  await saveDesks(
    work,
    desks.filter(({ name }) => name !== from).map((desk) => (desk.name === into ? merged : desk)),
  )
  await reseat(work, ({ deskNames }) => deskNames.map((name) => (name === from ? into : name)))
  work.describe({ desk: called(gone), into: called(merged) })
})

/** Desks of the same work had their lanes apart; together they have them all. */
const sameWork = (one: OwnDesk, other: OwnDesk) => one.work.some((done) => other.work.includes(done))

const knownProblem = (desks: readonly OwnDesk[], name: string) =>
  desks.some((desk) => desk.name === name) ? null : unknownOwnDesk({ desk: name })

/** Work that another lead has given to a desk of its own meanwhile. */
function goneOverProblem(desk: OwnDesk, split: Pick<OwnDesk, 'work'>): Problem | null {
  const movable = workToSplit(desk, deskWorks)
  return split.work.some((one) => !movable.includes(one)) ? changedMeanwhile({}) : null
}

function deskNamed(desks: readonly OwnDesk[], name: string): OwnDesk {
  const desk = desks.find((one) => one.name === name)
  if (!desk) throw unknownOwnDesk({ desk: name })
  return desk
}

export const splitDeskHandler = handle(splitDesk, async (work, split) => {
  const desks = await desksToChange(work.tx)
  await refuseForDesks(work, freeNameProblem(desks, split.deskName) ?? knownProblem(desks, split.from))
  const desk = deskNamed(desks, split.from)
  const everyone = await activeStaff(work.tx)
  refuse(splitDeskProblem(desk, { ...split, deskName: split.from }, everyone))
  await refuseForDesks(
    work,
    addDeskProblem(desks) ?? labelProblem(desks, split.label, called) ?? goneOverProblem(desk, split),
  )
  const goesOver = split.work.length > 0 ? split.work : desk.work
  const stays = desk.work.filter((done) => !split.work.includes(done))
  const rest = { ...desk, work: stays.length > 0 ? stays : desk.work, lanes: Math.max(1, desk.lanes - split.lanes) }
  const made: OwnDesk = { name: split.deskName, label: split.label, work: [...goesOver], lanes: split.lanes }
  await saveDesks(
    work,
    desks.flatMap((one) => (one.name === desk.name ? [rest, made] : [one])),
  )
  const moves = new Set(split.staffIds)
  await reseat(work, ({ id, deskNames }) =>
    moves.has(id) ? deskNames.map((name) => (name === desk.name ? made.name : name)) : deskNames,
  )
  await requireLead(work)
  work.describe({ desk: called(desk), split: split.label })
})

/** Asked after the act: whatever was moved, somebody still leads. */
async function requireLead(work: UnitOfWork): Promise<void> {
  const everyone = await activeStaff(work.tx)
  const { desks } = await profileOf(work.tx)
  if (!hasLead(desks, everyone)) throw lastLead({ name: work.actorName })
}

/** One hands over one's own desk; the lead may do it for whoever had to leave. */
function mayHandOver({ actor }: UnitOfWork, fromStaffId: string | null): boolean {
  return actor.kind === 'staff' && (actor.staffId === fromStaffId || actor.capabilities.includes('center.lead'))
}

export const handOverDeskHandler = handle(handOverDesk, async (work, { handOverId, deskName, note, ...who }) => {
  const desks = await desksToChange(work.tx)
  await refuseForDesks(work, knownProblem(desks, deskName))
  const desk = deskNamed(desks, deskName)
  const { tx } = work
  if (!mayHandOver(work, who.fromStaffId)) throw notAllowed({})
  const from = who.fromStaffId === null ? undefined : await getStaff(tx, who.fromStaffId)
  const to = await getStaff(tx, who.toStaffId)
  refuse(handOverProblem(from, to, deskName))
  const moved = { dayId: (await findOpenDay(tx))?.id ?? null, deskName, ...who, note, at: work.now, readAt: null }
  await handOvers.add(work, { id: handOverId, fromName: from?.name ?? '', toName: to.name, ...moved })
  if (from) await staff.save(work, { ...from, deskNames: from.deskNames.filter((name) => name !== deskName) })
  await staff.save(work, { ...to, deskNames: [...new Set([...to.deskNames, deskName])] })
  await requireLead(work)
  work.describe({ desk: called(desk), staff: to.name })
})

export const acknowledgeHandOverHandler = handle(acknowledgeHandOver, async (work, { handOverId }) => {
  const handOver = await handOvers.get(work.tx, handOverId)
  if (work.actor.kind !== 'staff' || work.actor.staffId !== handOver.toStaffId) throw notAllowed({})
  if (handOver.readAt === null) await handOvers.save(work, { ...handOver, readAt: work.now })
  const reader = await findStaff(work.tx, handOver.toStaffId)
  work.describe({ staff: reader?.name ?? '' })
})
