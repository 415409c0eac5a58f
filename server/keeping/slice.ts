import type { Slice } from '#server/core/slice.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { autostartRoutes } from '#server/keeping/autostart-routes.ts'
import { clockHandlers } from '#server/keeping/clock-handlers.ts'
import { copyHandlers } from '#server/keeping/copy-handlers.ts'
import { copyReaders } from '#server/keeping/copy-readers.ts'
import { copyRoutes } from '#server/keeping/copy-routes.ts'
import { healthReader } from '#server/keeping/health.ts'
import { healthRoutes } from '#server/keeping/health-routes.ts'
import { keyHandlers, keyRoutes } from '#server/keeping/key-routes.ts'
import { noteRecoveryHandler } from '#server/keeping/recovery.ts'
import { keepingRoutes } from '#server/keeping/routes.ts'
import { Vitals } from '#server/keeping/vitals.ts'

/** The file: how it stands with it, its copies, and what a desk can do about it. In memory there is no archive. */
export const keepingSlice = (archive: Archive | undefined, vitals = new Vitals()): Slice => ({
  name: 'keeping',
  handlers: [noteRecoveryHandler, ...copyHandlers(archive), ...keyHandlers, ...clockHandlers(vitals)],
  reads: [...copyReaders(archive), healthReader(archive, vitals)],
  feeds: [],
  routes(context) {
    keepingRoutes(context)
    healthRoutes(archive, vitals)(context)
    copyRoutes(archive)(context)
    keyRoutes(context)
    autostartRoutes(context)
  },
})
