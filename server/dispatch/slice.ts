import type { Slice } from '#server/core/slice.ts'
import { signalHandlers } from '#server/dispatch/signals.ts'

export const dispatchSlice: Slice = { name: 'dispatch', handlers: [...signalHandlers], feeds: [] }
