import type { Db } from '#server/database/open.ts'
import { oweErasures } from '#server/keeping/owe-erasures.ts'

/**
 * What is done to a restored file before anybody sees it, such as erasing again whoever was erased after the copy was
 * made. `replaced` is the file that is put aside; undefined where it cannot be read.
 */
export type AfterRestore = (restored: Db, replaced: Db | undefined) => Promise<void>

export const afterRestore: readonly AfterRestore[] = [oweErasures]
