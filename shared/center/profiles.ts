import type { CenterProfile } from '#shared/center/profile.ts'
import { smallProfile } from '#shared/center/profiles/small.ts'
import { standardProfile } from '#shared/center/profiles/standard.ts'

const byName: Record<CenterProfile['name'], CenterProfile> = { standard: standardProfile, small: smallProfile }

/** The profile that a center was opened under. */
export function profileNamed(name: CenterProfile['name']): CenterProfile {
  return byName[name]
}

/** What someone may do who staffs these desks. */
export function capabilitiesOf(profile: CenterProfile, deskNames: readonly string[]) {
  const held = profile.desks.filter((desk) => deskNames.includes(desk.name)).flatMap((desk) => desk.capabilities)
  return [...new Set(held)]
}
