import type { Desk } from '#shared/center/profile.ts'
import { profileInForce } from '#shared/center/profiles.ts'
import { deskLabel, deskTitle } from '#shared/texts/desk-names.ts'
import { store } from '#web/core/store.ts'

/** The desks that this center has now; none while nothing is known of it. */
export function centerDesks(): readonly Desk[] {
  const [center] = store.all('center')
  return center ? profileInForce(center.profileName, store.all('deskList')[0]?.desks).desks : []
}

/** What a desk is called that someone staffs, or staffed before it was merged. */
export function deskTitleNamed(name: string): string {
  const desk = centerDesks().find((one) => one.name === name)
  return desk ? deskTitle(desk) : deskLabel(name)
}
