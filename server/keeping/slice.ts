import type { Slice } from '#server/core/slice.ts'
import { noteRecoveryHandler } from '#server/keeping/recovery.ts'
import { keepingRoutes } from '#server/keeping/routes.ts'

/** The file: how it stands with it, and what a desk can do about it. */
export const keepingSlice: Slice = {
  name: 'keeping',
  handlers: [noteRecoveryHandler],
  feeds: [],
  routes: keepingRoutes,
}
