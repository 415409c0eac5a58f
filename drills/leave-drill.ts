import type { Held } from '#drills/serve-drill.ts'
import { sealInThread } from '#drills/summary/score-thread.ts'
import type { DrillEnd } from '#shared/practice/drill-room.ts'

/** What becomes of the file of a drill that is over: it is kept, kept without its people, or erased. */
export async function leaveDrill({ folder, note }: Held, end: DrillEnd): Promise<void> {
  if (end === 'erase') return folder.erase()
  // One that was kept or sealed before stays what it was; and what is cut off while it is sealed is not taken up again.
  folder.write({ ...note, ended: note.ended ?? 'kept' })
  if (end === 'seal' && note.ended !== 'sealed')
    folder.write({ ...note, ended: 'sealed', score: await sealInThread(folder) })
}
