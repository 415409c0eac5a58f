import * as access from '#shared/access/problems.ts'
import * as center from '#shared/center/problems.ts'
import * as core from '#shared/core/problems.ts'
import * as dispatch from '#shared/dispatch/problems.ts'
import * as signals from '#shared/dispatch/signal-problems.ts'
import * as messages from '#shared/messages/problems.ts'
import * as needs from '#shared/needs/problems.ts'
import * as phoneReports from '#shared/reports/phone-problems.ts'
import * as reports from '#shared/reports/problems.ts'
import * as teams from '#shared/teams/problems.ts'
import * as volunteers from '#shared/volunteers/problems.ts'

/** The list of refusals, for the description of the interface: whatever a slice may answer instead of an acceptance. */
export const refusals = [
  core,
  access,
  center,
  messages,
  needs,
  volunteers,
  teams,
  dispatch,
  signals,
  phoneReports,
  reports,
].flatMap((problems) => Object.values(problems))
