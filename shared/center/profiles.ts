import type { OwnDesk } from '#shared/center/desk.ts'
import type { DeskWork } from '#shared/center/desk-works.ts'
import type { CenterProfile, Desk } from '#shared/center/profile.ts'
import { smallProfile } from '#shared/center/profiles/small.ts'
import { standardProfile } from '#shared/center/profiles/standard.ts'

const byName: Record<CenterProfile['name'], CenterProfile> = { standard: standardProfile, small: smallProfile }

/** A profile as it stands in the source, without the center's own desks. */
export function profileNamed(name: CenterProfile['name']): CenterProfile {
  return byName[name]
}

const allDesks: readonly Desk[] = Object.values(byName).flatMap(({ desks }) => desks)

/** The desk of a profile that does this work; undefined for a name of the center's own. */
export const deskThatDoes = (work: string): Desk | undefined => allDesks.find(({ name }) => name === work)

const union = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())]

/** A desk of the center's own with the panels and rights of the work it does. */
function deskOf({ name, label, work, lanes }: OwnDesk): Desk {
  const done = work.flatMap((one) => deskThatDoes(one) ?? [])
  const named = label === '' ? {} : { label }
  const panels = union(done.map((desk) => desk.panels))
  return { name, ...named, work: [...work], capabilities: union(done.map((desk) => desk.capabilities)), panels, lanes }
}

/** The profile that is in force: the named one, with the center's own desks where it has any. */
export function profileInForce(name: CenterProfile['name'], own: readonly OwnDesk[] | undefined): CenterProfile {
  const profile = profileNamed(name)
  return own === undefined || own.length === 0 ? profile : { ...profile, desks: own.map(deskOf) }
}

/** The profile's desks as a center may change them. */
export function ownDesksOf(name: CenterProfile['name'], own: readonly OwnDesk[] | undefined): OwnDesk[] {
  if (own !== undefined && own.length > 0) return [...own]
  return profileNamed(name).desks.map((desk) => ({
    name: desk.name,
    label: '',
    // Every desk of a profile is a work of its own name; a test compares the two lists.
    work: [desk.name as DeskWork],
    lanes: desk.lanes,
  }))
}

/** What someone may do who staffs these desks. */
export function capabilitiesOf(profile: CenterProfile, deskNames: readonly string[]) {
  const held = profile.desks.filter((desk) => deskNames.includes(desk.name)).flatMap((desk) => desk.capabilities)
  return [...new Set(held)]
}
