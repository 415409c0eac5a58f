import type { toCsv as sound } from '#shared/core/csv.ts'

/** Writes every cell as it was typed. */
export const toCsv: typeof sound = (rows) =>
  rows.map((row) => `${row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
