import { accessHandlers } from '#server/access/handlers.ts'
import type { Slice } from '#server/core/slice.ts'

export const accessSlice: Slice = { name: 'access', handlers: accessHandlers, feeds: [] }
