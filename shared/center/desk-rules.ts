import type { OwnDesk, ProfileChange, Seat } from '#shared/center/desk.ts'
import {
  alreadyInForm,
  changeUndone,
  deskHasAnother,
  deskNameTaken,
  laterChange,
  leftWithoutDesk,
  nothingLeft,
  oneDesk,
  tooLateToUndo,
  tooManyDesks,
  unknownOwnDesk,
} from '#shared/center/problems.ts'
import type { CenterProfile, Desk } from '#shared/center/profile.ts'
import { deskThatDoes } from '#shared/center/profiles.ts'
import type { Problem } from '#shared/core/problem.ts'

type ProfileName = CenterProfile['name']

const mostDesks = 24

interface Person {
  id: string
  name: string
  deskNames: readonly string[]
}

const leads = ({ capabilities }: Desk) => capabilities.includes('center.lead')

/** Why this form cannot be taken now, or null: another lead may have been quicker. */
export function changeProfileProblem(
  { id, profileName: now }: { id: string; profileName: ProfileName },
  change: { from: ProfileName; to: ProfileName },
): Problem | null {
  return now === change.from && now !== change.to ? null : alreadyInForm({ now }, ['center', id])
}

/**
 * Who would sit where under another form: at the desks they had the last time it was in force, else the lead leads and
 * the work is dealt out in order, so that no desk is without a person and nobody without a desk.
 */
export function proposedSeats(
  desks: readonly Desk[],
  staff: readonly Person[],
  leadId: string,
  remembered: readonly Seat[],
): Seat[] {
  const known = (names: readonly string[]) => names.filter((name) => desks.some((desk) => desk.name === name))
  const before = new Map(remembered.map(({ staffId, deskNames }) => [staffId, known(deskNames)]))
  const leading = desks.filter(leads).map(({ name }) => name)
  const fresh = staff.filter(({ id }) => id !== leadId && (before.get(id)?.length ?? 0) === 0)
  const taken = staff.flatMap(({ id }) => before.get(id) ?? [])
  const free = desks.map(({ name }) => name).filter((name) => !leading.includes(name) && !taken.includes(name))
  const dealt = dealOut(free.length > 0 ? free : desks.map(({ name }) => name), fresh.length)
  return staff.map(({ id }) => {
    const had = before.get(id) ?? []
    if (id !== leadId)
      return { staffId: id, deskNames: had.length > 0 ? had : (dealt[fresh.findIndex((one) => one.id === id)] ?? []) }
    const alone = fresh.length === 0 ? free : []
    return { staffId: id, deskNames: [...new Set([...leading, ...had, ...alone])] }
  })
}

/** Deals desks to so many people in order: neighbours in the day's course stay together, and everyone gets one. */
function dealOut(desks: readonly string[], people: number): string[][] {
  if (people === 0) return []
  const hands = Array.from({ length: people }, (): string[] => [])
  const each = desks.length / people
  for (const [index, name] of desks.entries()) hands[Math.min(people - 1, Math.floor(index / each))]?.push(name)
  return hands.map((hand, index) => (hand.length > 0 ? hand : [desks[index % desks.length] ?? '']))
}

/** Why these people cannot sit so, or null: nobody is left without a desk. */
export function seatsProblem(staff: readonly Person[], seats: readonly Seat[]): Problem | null {
  const without = staff.find(({ id }) => (seats.find(({ staffId }) => staffId === id)?.deskNames.length ?? 0) === 0)
  return without ? leftWithoutDesk({ name: without.name }) : null
}

/** The name of who would be the last lead to go, or null while one remains. */
export function hasLead(desks: readonly Desk[], staff: readonly Pick<Person, 'deskNames'>[]): boolean {
  const leading = desks.filter(leads).map(({ name }) => name)
  return staff.some(({ deskNames }) => deskNames.some((name) => leading.includes(name)))
}

/** What no later record is: whoever signs in, prints a poster or says that they have read something changed nothing. */
const harmless: readonly string[] = [
  'access.openSession',
  'access.closeSession',
  'access.changePin',
  'center.setWifi',
  'center.recordPosterPrinted',
  'center.acknowledgeHandOver',
  'messages.acknowledge',
  'reports.exportSummary',
  'privacy.export',
]

/** Whether this act, made under a new form, makes its undo too late. */
export const bindsForm = (type: string) => !harmless.includes(type)

/** The acts that change nothing that an undo could lose, for asking the log. */
export const unbindingActs = harmless

/** Why this change of form cannot be taken back, or null; `first` is the first record made under it. */
export function undoProfileProblem(
  change: Pick<ProfileChange, 'id' | 'undoneAt'>,
  latestId: string,
  first: { type: string; by: string; at: string } | undefined,
): Problem | null {
  if (change.undoneAt !== null) return changeUndone({}, ['profileChange', change.id])
  if (change.id !== latestId) return laterChange({}, ['profileChange', latestId])
  return first ? tooLateToUndo(first) : null
}

const deskNamed = (desks: readonly OwnDesk[], name: string) => desks.find((desk) => desk.name === name)

/** Why a desk cannot be called so, or null; `called` says how each desk is called on screens. */
export function labelProblem(
  desks: readonly OwnDesk[],
  label: string,
  called: (desk: OwnDesk) => string,
): Problem | null {
  return desks.some((desk) => called(desk) === label) ? deskNameTaken({ label }) : null
}

/** Why no desk can be added, or null. */
export function addDeskProblem(desks: readonly OwnDesk[]): Problem | null {
  return desks.length < mostDesks ? null : tooManyDesks({ most: mostDesks })
}

/** Why these two desks cannot become one, or null. */
export function mergeDesksProblem(desks: readonly OwnDesk[], names: { from: string; into: string }): Problem | null {
  const unknown = [names.from, names.into].find((name) => !deskNamed(desks, name))
  if (unknown !== undefined) return unknownOwnDesk({ desk: unknown })
  return names.from === names.into ? oneDesk({}) : null
}

/** The work that can go over to a new desk: its own, and for a desk that does everything, all that it covers. */
export function workToSplit({ work }: Pick<OwnDesk, 'work'>, all: readonly OwnDesk['work'][number][]): OwnDesk['work'] {
  const held = new Set(work.flatMap((one) => deskThatDoes(one)?.capabilities ?? []))
  const covered = all.filter((one) => deskThatDoes(one)?.capabilities.every((right) => held.has(right)))
  return work.length > 1 ? [...work] : [...covered]
}

/** Why a desk cannot be split so, or null: both keep work to do. */
export function splitDeskProblem(
  desk: OwnDesk | undefined,
  split: { deskName: string; work: readonly string[]; staffIds: readonly string[] },
  staff: readonly Person[],
): Problem | null {
  if (!desk) return unknownOwnDesk({ desk: split.deskName })
  const all = desk.work.length > 1 && desk.work.every((one) => split.work.includes(one))
  if (all) return nothingLeft({})
  const moved = split.staffIds.find((id) => !staff.find((one) => one.id === id)?.deskNames.includes(desk.name))
  return moved === undefined ? null : deskHasAnother({}, ['staff', moved])
}

/** Why a desk cannot be handed over so, or null: whoever gave it must still have it. */
export function handOverProblem(from: Person | undefined, to: Pick<Person, 'id'>, deskName: string): Problem | null {
  if (from && (from.id === to.id || !from.deskNames.includes(deskName))) return deskHasAnother({}, ['staff', from.id])
  return null
}
