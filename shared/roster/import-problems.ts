import { defineProblem, details } from '#shared/core/problem.ts'

/** The list was put down more than an hour ago, or the center was started anew since. */
export const importGone = defineProblem('roster.importGone', 404, details<object>)
/** Whatever it is, no list can be read from it. */
export const listUnreadable = defineProblem('roster.listUnreadable', 422, details<{ fault: string }>)
/** Columns that are needed are not there, or two columns claim to be the same. */
export const columnsUnfit = defineProblem(
  'roster.columnsUnfit',
  422,
  details<{ missing: string[]; doubled: string[]; seen: string[] }>,
)
