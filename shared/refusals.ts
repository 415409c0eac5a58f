import * as access from '#shared/access/problems.ts'
import * as center from '#shared/center/problems.ts'
import type { Problem } from '#shared/core/problem.ts'
import * as core from '#shared/core/problems.ts'
import * as dispatch from '#shared/dispatch/problems.ts'
import * as signals from '#shared/dispatch/signal-problems.ts'
import * as doubles from '#shared/doubles/problems.ts'
import * as groups from '#shared/groups/problems.ts'
import * as copies from '#shared/keeping/copy-problems.ts'
import * as keeping from '#shared/keeping/problems.ts'
import * as messages from '#shared/messages/problems.ts'
import * as needs from '#shared/needs/problems.ts'
import * as photos from '#shared/photos/problems.ts'
import * as practice from '#shared/practice/problems.ts'
import * as privacy from '#shared/privacy/problems.ts'
import * as readiness from '#shared/readiness/problems.ts'
import * as phoneReports from '#shared/reports/phone-problems.ts'
import * as reports from '#shared/reports/problems.ts'
import * as reservations from '#shared/reservations/problems.ts'
import * as rosterImport from '#shared/roster/import-problems.ts'
import * as roster from '#shared/roster/problems.ts'
import * as teams from '#shared/teams/problems.ts'
import * as links from '#shared/volunteers/link-problems.ts'
import * as volunteers from '#shared/volunteers/problems.ts'

/** A refusal as far as all of them are alike; what its details hold differs from one to the next. */
interface Refusal {
  (details: never): Problem
  readonly code: string
}

/** The list of refusals, for the description of the interface: whatever a slice may answer instead of an acceptance. */
export const refusals: readonly Refusal[] = [
  core,
  access,
  center,
  copies,
  keeping,
  messages,
  readiness,
  practice,
  needs,
  volunteers,
  links,
  teams,
  dispatch,
  signals,
  phoneReports,
  reports,
  doubles,
  privacy,
  groups,
  photos,
  reservations,
  rosterImport,
  roster,
].flatMap((problems) => Object.values<Refusal>(problems))
