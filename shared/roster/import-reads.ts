import { z } from 'zod'
import { id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { importKinds } from './import-columns.ts'
import { importFates } from './import-plan.ts'

const counts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
})
export type ImportCounts = z.infer<typeof counts>

/** One row of the file as the preview shows it. */
const importLine = z.object({
  line: z.number().int(),
  name: z.string(),
  fate: z.enum(importFates),
  changes: z.array(z.string()),
  faults: z.array(z.object({ field: z.string(), reason: z.string() })),
  rowFault: z.string().nullable(),
  sameAsLine: z.number().int().nullable(),
})
export type ImportLine = z.infer<typeof importLine>

/** Looks row by row at what a list would do, before anything is done. */
export const previewImport = defineRead('roster.previewImport', {
  may: ['roster.manage'],
  holds: [],
  input: z.object({
    importId: id,
    show: z.enum(['all', ...importFates]),
    from: z.number().int().min(0).max(100_000),
  }),
  answer: z.object({
    /** Whom the list names, as its columns tell. */
    kind: z.enum(importKinds),
    counts,
    /** Into how many parts the list is taken. */
    parts: z.number().int(),
    columns: z.array(z.object({ heading: z.string(), field: z.string() })),
    ignored: z.array(z.string()),
    lines: z.array(importLine),
    /** How many rows there are under what is shown. */
    total: z.number().int(),
  }),
})
export type ImportPreview = z.infer<typeof previewImport.answer>
