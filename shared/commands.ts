import * as access from '#shared/access/commands.ts'
import * as center from '#shared/center/commands.ts'
import * as desks from '#shared/center/desk-commands.ts'
import * as callOuts from '#shared/dispatch/call-out-commands.ts'
import * as dispatch from '#shared/dispatch/commands.ts'
import * as signals from '#shared/dispatch/signal-commands.ts'
import * as doubles from '#shared/doubles/commands.ts'
import * as groups from '#shared/groups/commands.ts'
import * as keeping from '#shared/keeping/commands.ts'
import * as messages from '#shared/messages/commands.ts'
import * as needs from '#shared/needs/commands.ts'
import * as photos from '#shared/photos/commands.ts'
import * as practice from '#shared/practice/commands.ts'
import * as privacy from '#shared/privacy/commands.ts'
import * as readiness from '#shared/readiness/commands.ts'
import * as reports from '#shared/reports/commands.ts'
import * as phoneReports from '#shared/reports/phone-commands.ts'
import * as reservations from '#shared/reservations/commands.ts'
import * as roster from '#shared/roster/commands.ts'
import * as rosterImport from '#shared/roster/import-commands.ts'
import * as teams from '#shared/teams/commands.ts'
import * as volunteers from '#shared/volunteers/commands.ts'

/** The list of commands. */
export const commands = {
  ...access,
  ...center,
  ...desks,
  ...keeping,
  ...messages,
  ...readiness,
  ...practice,
  ...photos,
  ...needs,
  ...volunteers,
  ...reservations,
  ...groups,
  ...rosterImport,
  ...roster,
  ...teams,
  ...dispatch,
  ...callOuts,
  ...signals,
  ...phoneReports,
  ...reports,
  ...doubles,
  ...privacy,
} as const

type Definitions = (typeof commands)[keyof typeof commands]
export type CommandName = Definitions['name']
export type CommandNamed<N extends CommandName> = Extract<Definitions, { name: N }>
