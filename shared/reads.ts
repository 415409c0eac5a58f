import * as access from '#shared/access/reads.ts'
import * as center from '#shared/center/reads.ts'
import * as dispatch from '#shared/dispatch/reads.ts'
import * as doubles from '#shared/doubles/reads.ts'
import * as health from '#shared/keeping/health-reads.ts'
import * as keeping from '#shared/keeping/reads.ts'
import * as lookback from '#shared/lookback/reads.ts'
import * as needs from '#shared/needs/reads.ts'
import * as photos from '#shared/photos/reads.ts'
import * as practice from '#shared/practice/reads.ts'
import * as privacy from '#shared/privacy/reads.ts'
import * as reservations from '#shared/reservations/reads.ts'
import * as rosterImport from '#shared/roster/import-reads.ts'
import * as roster from '#shared/roster/reads.ts'
import * as volunteers from '#shared/volunteers/reads.ts'

/** The list of reads: what devices ask the server beside what they hold. */
export const reads = {
  ...access,
  ...center,
  ...keeping,
  ...health,
  ...photos,
  ...needs,
  ...dispatch,
  ...volunteers,
  ...rosterImport,
  ...roster,
  ...reservations,
  ...doubles,
  ...privacy,
  ...practice,
  ...lookback,
} as const

type Definitions = (typeof reads)[keyof typeof reads]
export type ReadName = Definitions['name']
export type ReadNamed<N extends ReadName> = Extract<Definitions, { name: N }>
