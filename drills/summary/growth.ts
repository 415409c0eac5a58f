import type { AfterAction } from '#drills/summary/after-action.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import { capabilitiesOf, profileInForce } from '#shared/center/profiles.ts'

/** Which ids were ever announced under more than one number; a number once given stands. */
function renumbered(versions: readonly { record: { id: string; number: number } }[]): number[] {
  const numbers = new Map<string, number>()
  return versions.flatMap(({ record: { id, number } }) => {
    const known = numbers.get(id) ?? number
    numbers.set(id, known)
    return known === number ? [] : [number]
  })
}

/** What a change of form lost, in a sentence, or null: it stands, no number moved, and every desk has somebody. */
export function lossesOfGrowth(to: CenterProfile['name'], { witness }: AfterAction): string | null {
  const change = witness.last('profileChange').at(-1)
  if (change?.toProfile !== to || change.undoneAt !== null) return '体制が変わっていません。'
  const moved = [...renumbered(witness.versions('need')), ...renumbered(witness.versions('attendance'))]
  if (moved.length > 0) return `体制が変わって番号も変わりました: ${moved.join('、')}`
  const profile = profileInForce(to, witness.last('deskList').at(-1)?.desks)
  const staff = witness.last('staff').filter(({ status }) => status === 'active')
  const empty = profile.desks.filter(({ name }) => !staff.some(({ deskNames }) => deskNames.includes(name)))
  if (empty.length > 0) return `だれもいないデスク: ${empty.map(({ name }) => name).join('、')}`
  // Whoever hands a desk over later may go home; the change itself leaves nobody without one.
  const seated = witness.versions('staff').filter(({ at }) => at === change.at)
  const idle = seated.filter(({ record }) => capabilitiesOf(profile, record.deskNames).length === 0)
  return idle.length > 0 ? `デスクのない人: ${idle.map(({ record }) => record.name).join('、')}` : null
}
