import { z } from 'zod'
import { date } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { score } from '#shared/lookback/figure.ts'

/** How a day went, or in a drill the whole of it. Figures and the numbers of log lines, nothing of any person. */
export const findScore = defineRead('lookback.findScore', {
  may: ['center.lead'],
  holds: [],
  input: z.object({ date: date.nullable() }),
  answer: score,
})
