import { type RegistrationKind, registrationText } from '#shared/core/check-digit.ts'
import type { Problem } from '#shared/core/problem.ts'
import { alreadyRenewed, isWithdrawn, notRenewed, notWithdrawn, yearNotOpen } from '#shared/roster/problems.ts'
import type { Registration } from '#shared/roster/registration.ts'

/** The fiscal year (1 April to 31 March) that a date lies in, by the calendar year in which it begins. */
export function fiscalYearOf(date: string): number {
  return Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0)
}

/** How a registration stands: 有効, 更新が必要 (not renewed for this fiscal year), 退会. */
export type Standing = 'active' | 'due' | 'withdrawn'

type Renewable = Pick<Registration, 'id' | 'number' | 'status' | 'renewedFor'>

const recordOf = { person: 'registration', group: 'registeredGroup' } as const satisfies Record<
  RegistrationKind,
  string
>

export function standingOf(
  { status, renewedFor }: Pick<Registration, 'status' | 'renewedFor'>,
  today: string,
): Standing {
  if (status === 'withdrawn') return 'withdrawn'
  return renewedFor >= fiscalYearOf(today) ? 'active' : 'due'
}

/** The fiscal years that can be renewed for on a day: this one, and from February on the next. */
export function openYears(today: string): number[] {
  const year = fiscalYearOf(today)
  return ['02', '03'].includes(today.slice(5, 7)) ? [year, year + 1] : [year]
}

/** Why this registration cannot be renewed for that year now, or null. */
export function renewProblem(kind: RegistrationKind, one: Renewable, year: number, today: string): Problem | null {
  const code = registrationText(kind, one.number)
  if (one.status === 'withdrawn') return isWithdrawn({ code }, [recordOf[kind], one.id])
  if (!openYears(today).includes(year)) return yearNotOpen({ year })
  return one.renewedFor >= year ? alreadyRenewed({ code, year }, [recordOf[kind], one.id]) : null
}

/** Why the renewal for that year cannot be taken back, or null: it must be the last there was. */
export function takeBackProblem(kind: RegistrationKind, one: Renewable, year: number): Problem | null {
  const code = registrationText(kind, one.number)
  if (one.status === 'withdrawn') return isWithdrawn({ code }, [recordOf[kind], one.id])
  return one.renewedFor === year ? null : notRenewed({ code, year }, [recordOf[kind], one.id])
}

export function withdrawProblem(kind: RegistrationKind, one: Renewable): Problem | null {
  return one.status === 'withdrawn'
    ? isWithdrawn({ code: registrationText(kind, one.number) }, [recordOf[kind], one.id])
    : null
}

export function restoreProblem(kind: RegistrationKind, one: Renewable): Problem | null {
  return one.status === 'withdrawn'
    ? null
    : notWithdrawn({ code: registrationText(kind, one.number) }, [recordOf[kind], one.id])
}
