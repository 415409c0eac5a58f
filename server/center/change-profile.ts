import { activeStaff } from '#server/access/staff.ts'
import { centers, days, findOpenDay, getCenter } from '#server/center/centers.ts'
import { ownDesks, profileChanges, profileOf, reseat, saveDesks } from '#server/center/desks.ts'
import { firstLineAfter } from '#server/core/event-log.ts'
import { handle } from '#server/core/handlers.ts'
import type { ProfileFollower } from '#server/core/slice.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import { lastLead } from '#shared/access/problems.ts'
import type { ProfileChange, Seat } from '#shared/center/desk.ts'
import { changeProfile, undoProfileChange } from '#shared/center/desk-commands.ts'
import {
  changeProfileProblem,
  hasLead,
  proposedSeats,
  seatsProblem,
  unbindingActs,
  undoProfileProblem,
} from '#shared/center/desk-rules.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'

type ProfileName = CenterProfile['name']

/** Where people sat when this form was last in force, from the change that ended it. */
async function rememberedSeats(tx: Tx, to: ProfileName): Promise<Seat[]> {
  const ended = await profileChanges.where(tx, { fromProfile: to, undoneAt: null })
  return ended.at(-1)?.before.seats ?? []
}

/** Who would sit where, as the lead sees it before the change and as it is where the lead says nothing else. */
export async function seatsUnder(tx: Tx, to: ProfileName, leadId: string): Promise<Seat[]> {
  const { desks } = profileNamed(to)
  return proposedSeats(desks, await activeStaff(tx), leadId, await rememberedSeats(tx, to))
}

const actingLead = ({ actor }: Pick<UnitOfWork, 'actor'>) => (actor.kind === 'staff' ? actor.staffId : '')

/** The proposal with what the lead chose instead, of desks that this form has. */
async function chosenSeats(work: UnitOfWork, to: ProfileName, chosen: readonly Seat[]): Promise<Seat[]> {
  const { desks } = profileNamed(to)
  const known = (name: string) => desks.some((desk) => desk.name === name)
  const proposed = await seatsUnder(work.tx, to, actingLead(work))
  return proposed.map(({ staffId, deskNames }) => {
    const wish = chosen.find((one) => one.staffId === staffId)
    return { staffId, deskNames: wish ? wish.deskNames.filter(known) : deskNames }
  })
}

async function seat(work: UnitOfWork, seats: readonly Seat[]): Promise<void> {
  const of = new Map(seats.map(({ staffId, deskNames }) => [staffId, deskNames]))
  await reseat(work, ({ id, deskNames }) => of.get(id) ?? deskNames)
}

async function openReception(work: UnitOfWork, open: boolean | null): Promise<boolean | null> {
  const day = await findOpenDay(work.tx)
  if (!day) return null
  if (open !== null && open !== day.publicReception) await days.save(work, { ...day, publicReception: open })
  return day.publicReception
}

/** What every slice does with its own once another form is in force. */
async function follow(work: UnitOfWork, followers: readonly ProfileFollower[]): Promise<void> {
  const profile = await profileOf(work.tx)
  for (const follower of followers) await follower.follow?.(work, profile)
}

export const changeProfileHandler = (followers: readonly ProfileFollower[]) =>
  handle(changeProfile, async (work, { changeId, from, to, seats: chosen, publicReception }) => {
    const center = await getCenter(work.tx)
    const problem = changeProfileProblem(center, { from, to })
    if (problem) throw problem
    const everyone = await activeStaff(work.tx)
    const seats = await chosenSeats(work, to, chosen)
    const unseated = seatsProblem(everyone, seats)
    if (unseated) throw unseated
    if (!hasLead(profileNamed(to).desks, seats)) throw lastLead({ name: work.actorName })
    const desks = (await ownDesks(work.tx)) ?? []
    await centers.save(work, { ...center, profileName: to })
    await saveDesks(work, [])
    await seat(work, seats)
    const wasOpen = await openReception(work, publicReception)
    const before = {
      desks,
      seats: everyone.map(({ id, deskNames }) => ({ staffId: id, deskNames })),
      publicReception: wasOpen,
    }
    const made = { fromProfile: from, toProfile: to, at: work.now, changedBy: work.actorName, seq: work.seq }
    await profileChanges.add(work, { id: changeId, ...made, before, undoneAt: null, undoneBy: null })
    await follow(work, followers)
    work.describe({ from, to, desks: profileNamed(to).desks.length })
  })

async function latestChange(tx: Tx): Promise<ProfileChange | undefined> {
  return (await profileChanges.where(tx, { undoneAt: null })).at(-1)
}

export const undoProfileChangeHandler = (followers: readonly ProfileFollower[]) =>
  handle(undoProfileChange, async (work, { changeId }) => {
    const change = await profileChanges.get(work.tx, changeId)
    const first = await firstLineAfter(work.tx, change.seq, unbindingActs)
    const latest = await latestChange(work.tx)
    const problem = undoProfileProblem(change, latest?.id ?? '', first && { ...first, at: clockOf(first.at, timeZone) })
    if (problem) throw problem
    const center = await getCenter(work.tx)
    await centers.save(work, { ...center, profileName: change.fromProfile })
    await saveDesks(work, change.before.desks)
    await seat(work, change.before.seats)
    await openReception(work, change.before.publicReception)
    await profileChanges.save(work, { ...change, undoneAt: work.now, undoneBy: work.actorName })
    await follow(work, followers)
    work.describe({ from: change.toProfile, to: change.fromProfile })
  })
