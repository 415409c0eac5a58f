import type { Slice } from '#server/core/slice.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { copyHandlers } from '#server/keeping/copy-handlers.ts'
import { copyReaders } from '#server/keeping/copy-readers.ts'
import { copyRoutes } from '#server/keeping/copy-routes.ts'
import { keyHandlers, keyRoutes } from '#server/keeping/key-routes.ts'
import { noteRecoveryHandler } from '#server/keeping/recovery.ts'
import { keepingRoutes } from '#server/keeping/routes.ts'

/** The file: how it stands with it, its copies, and what a desk can do about it. In memory there is no archive. */
export const keepingSlice = (archive: Archive | undefined): Slice => ({
  name: 'keeping',
  handlers: [noteRecoveryHandler, ...copyHandlers(archive), ...keyHandlers],
  reads: copyReaders(archive),
  feeds: [],
  routes(context) {
    keepingRoutes(context)
    copyRoutes(archive)(context)
    keyRoutes(context)
  },
})
