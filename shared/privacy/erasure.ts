import { z } from 'zod'
import { id } from '#shared/core/fields.ts'

/** Whose data can be erased: a volunteer's, a household's with its needs, a registered group's. */
export const subjectKinds = ['person', 'household', 'group'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** One whose data is erased; of the data nothing remains but this id. */
export const subject = z.object({ kind: z.enum(subjectKinds), id })
export type Subject = z.infer<typeof subject>

/** What stands where a name stood. */
export const erasedName = '（消去済み）'

/** What stands where the name stood in the middle of somebody's sentence. */
export const erasedWord = '■■'
