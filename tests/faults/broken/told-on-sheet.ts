import type { Tx } from '#server/database/record-table.ts'
import { needStories } from '#server/needs/needs.ts'

/** Prints at the foot of the daily report, where a number should stand, what callers said. */
export async function accessLogHead(tx: Tx): Promise<string> {
  return (await needStories.where(tx, {})).map(({ story }) => story).join('、')
}
