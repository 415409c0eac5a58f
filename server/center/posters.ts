import { recordTable } from '#server/database/record-table.ts'

/** One row: which address the posters on the walls show. */
export const posters = recordTable('poster', { id: 'plain', origin: 'plain', printedAt: 'plain', printedBy: 'plain' })
