import type { Slice } from '#server/core/slice.ts'
import { changePersonHandlers } from '#server/roster/change-person.ts'
import { figuresReader, findGroupsReader, groupOfReader } from '#server/roster/find-groups.ts'
import { findPeopleReader } from '#server/roster/find-people.ts'
import { groupHandlers } from '#server/roster/group-handlers.ts'
import { importParts } from '#server/roster/import-parts.ts'
import { registerPersonHandler, registerSelfHandler } from '#server/roster/register-person.ts'
import { registrationOfReader } from '#server/roster/registration-of.ts'
import { registrationRoutes } from '#server/roster/registration-routes.ts'
import { standingHandlers } from '#server/roster/standing-handlers.ts'

export function rosterSlice(): Slice {
  const imports = importParts()
  return {
    name: 'roster',
    handlers: [
      registerPersonHandler,
      registerSelfHandler,
      ...changePersonHandlers,
      ...groupHandlers,
      ...standingHandlers,
      ...imports.handlers,
    ],
    // Nobody's device holds the roster: it is found by reads.
    feeds: [],
    reads: [findPeopleReader, registrationOfReader, findGroupsReader, groupOfReader, figuresReader, ...imports.reads],
    routes: (route) => {
      registrationRoutes(route)
      imports.routes(route)
    },
  }
}
