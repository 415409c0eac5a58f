import type { PinCost } from '#server/access/credentials.ts'
import { accessHandlers } from '#server/access/handlers.ts'
import type { Slice } from '#server/core/slice.ts'

export const accessSlice = (pinCost: PinCost): Slice => ({
  name: 'access',
  handlers: accessHandlers(pinCost),
  feeds: [],
})
