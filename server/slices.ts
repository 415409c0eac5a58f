import { accessSlice } from '#server/access/slice.ts'
import { centerSlice } from '#server/center/slice.ts'
import type { Slice } from '#server/core/slice.ts'
import { volunteersSlice } from '#server/volunteers/slice.ts'

/** The slices in their order; each may use those before it, never one after. */
export const slices = (kind: 'live' | 'drill'): Slice[] => [accessSlice, centerSlice(kind), volunteersSlice]
