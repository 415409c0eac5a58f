import { handle } from '#server/core/handlers.ts'
import { answerRead } from '#server/core/reads.ts'
import { householdNotes, households } from '#server/households/households.ts'
import { lookAtNeed, needLookedAt } from '#server/needs/looks.ts'
import { needStories, needs } from '#server/needs/needs.ts'
import { revealNotes } from '#shared/needs/commands.ts'
import { revealedNotes } from '#shared/needs/reads.ts'

const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id)

export const revealNotesHandler = handle(revealNotes, (work, input) => lookAtNeed(work, 'notes', input))

export const revealedNotesReader = answerRead(revealedNotes, async (reading, input) => {
  const { tx } = reading
  const need = await needLookedAt(reading, 'notes', input)
  const story = await needStories.get(tx, need.id)
  const note = await householdNotes.get(tx, need.householdId)
  const merged = idsOf(await needs.where(tx, { mergedInto: need.id }))
  const others = idsOf(await households.where(tx, { mergedInto: need.householdId }))
  const stories = await needStories.where(tx, { id: merged })
  const notes = await householdNotes.where(tx, { id: others })
  return {
    story,
    note,
    mergedStories: stories.filter((one) => one.story !== ''),
    // What was joined at the merge stands in the note already.
    mergedNotes: notes.filter((one) => !note.considerations.includes(one.considerations)),
  }
})
