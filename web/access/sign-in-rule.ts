import { usualSignInRule } from '#shared/access/badge.ts'
import { store } from '#web/core/store.ts'

/** How people sign in here, as this desk holds it. */
export function signInRuleNow() {
  const [center] = store.all('center')
  const [rule] = store.all('signInRule')
  return rule ?? usualSignInRule(center?.kind ?? 'live')
}
