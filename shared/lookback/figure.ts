import { z } from 'zod'
import { instant } from '#shared/core/fields.ts'
import { figureKeys, queueNames } from '#shared/lookback/figure-keys.ts'

const points = z.object({ got: z.number(), of: z.number() })
export type Points = z.infer<typeof points>

/** Lower quarter, middle and upper quarter of so many lengths of time, in minutes. */
const quartiles = z.object({ lower: z.number(), median: z.number(), upper: z.number(), count: z.number().int() })
export type Quartiles = z.infer<typeof quartiles>

/** One figure with the moments behind it, by the numbers of their lines in the log. */
const figure = z.object({
  key: z.enum(figureKeys),
  /** Which queue; empty for what belongs to the whole center. */
  part: z.enum(queueNames).or(z.literal('')),
  /** Null where nothing was there to be measured. */
  value: z.number().nullable(),
  unit: z.enum(['minutes', 'count', 'percent']),
  /** Null where a figure tells something and judges nothing. */
  points: points.nullable(),
  quartiles: quartiles.nullable(),
  /** By quarter of an hour, each named by its beginning. */
  overTime: z.array(z.object({ at: instant, value: z.number() })),
  seqs: z.array(z.number().int()),
})
export type Figure = z.infer<typeof figure>

export const score = z.object({
  /** All points of the figures that judge something here. */
  total: points,
  figures: z.array(figure),
  /** Lines of the log that could not be told again. */
  gaps: z.number().int(),
})
export type Score = z.infer<typeof score>

/** A figure that has only said what it must; a moment stands behind it once. */
export function figureOf({ seqs = [], ...said }: Pick<Figure, 'key' | 'value' | 'unit'> & Partial<Figure>): Figure {
  return { part: '', points: null, quartiles: null, overTime: [], ...said, seqs: [...new Set(seqs)] }
}
