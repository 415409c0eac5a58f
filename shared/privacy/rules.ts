import type { Problem } from '#shared/core/problem.ts'
import type { Need } from '#shared/needs/need.ts'
import { isClosed } from '#shared/needs/rules.ts'
import { stillHere, stillOpen } from '#shared/privacy/problems.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

const notHere: readonly Attendance['status'][] = ['left', 'cancelled']

/** Why somebody cannot be erased now, or null: whoever is here today must be found if something happens. */
export function erasePersonProblem(today: readonly Pick<Attendance, 'id' | 'number' | 'status'>[]): Problem | null {
  const here = today.find(({ status }) => !notHere.includes(status))
  return here ? stillHere({ number: here.number }, ['attendance', here.id]) : null
}

/** Why a household cannot be erased now, or null: somebody may be on the way there. */
export function eraseHouseholdProblem(needs: readonly Pick<Need, 'id' | 'number' | 'status'>[]): Problem | null {
  const open = needs.find(({ status }) => !isClosed(status))
  return open ? stillOpen({ need: open.number }, ['need', open.id]) : null
}
