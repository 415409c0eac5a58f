import { dayIsClosed, hoursReversed, wifiPasswordTooShort } from '#shared/center/problems.ts'
import type { Problem } from '#shared/core/problem.ts'

/** Why these hours cannot be a day's, or null: reception ends after it begins, and everyone is back after it began. */
export function hoursProblem(hours: {
  receptionOpensAt: string
  receptionClosesAt: string
  returnBy: string
}): Problem | null {
  const { receptionOpensAt: from, receptionClosesAt: to, returnBy } = hours
  if (to <= from) return hoursReversed({ from, to })
  if (returnBy <= from) return hoursReversed({ from, to: returnBy })
  return null
}

/** Why this day can no longer be changed, or null. */
export function dayChangeProblem(day: { id: string; status: string; date: string }): Problem | null {
  return day.status === 'open' ? null : dayIsClosed({ date: day.date }, ['day', day.id])
}

/** Why no phone could join this Wi-Fi, or null: WPA asks for eight characters, an open Wi-Fi for none. */
export function wifiProblem({ password }: { password: string }): Problem | null {
  return password === '' || password.length >= 8 ? null : wifiPasswordTooShort({})
}
