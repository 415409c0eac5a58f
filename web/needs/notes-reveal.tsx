import { useState } from 'preact/hooks'
import type { z } from 'zod'
import { newId } from '#shared/core/ids.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import type { revealedNotes } from '#shared/needs/reads.ts'
import { ask } from '#web/core/ask.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { saidOf } from '#web/needs/desk-view.ts'
import { revealWords } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

type Notes = z.infer<typeof revealedNotes.answer>

/** What was said and what the household needs, as far as somebody here has asked for it. */
export interface NotesAtHand {
  /** Null until they are asked for, and again once somebody has written the need anew. */
  notes: Notes | null
  refusal: string | null
  reveal: () => Promise<Notes | null>
}

/** Notes that were revealed, until the need is left or written anew. */
export function useNotes(needId: string): NotesAtHand {
  const [shown, setShown] = useState<{ version: number; notes: Notes } | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const version = () => store.get('need', needId)?.version ?? 0
  const refuse = (said: string | null) => {
    setRefusal(said)
    return null
  }
  const reveal = async () => {
    const revealId = newId()
    const outcome = await send('needs.revealNotes', { revealId, needId, why: 'work' })
    if (outcome.kind !== 'done') return refuse(outcome.kind === 'kept' ? revealWords.noLine : saidOf(outcome))
    const reply = await ask('needs.revealedNotes', { revealId })
    if (reply.kind !== 'done') return refuse(revealWords.noLine)
    setRefusal(null)
    setShown({ version: version(), notes: reply.body })
    return reply.body
  }
  return { notes: shown?.version === version() ? shown.notes : null, refusal, reveal }
}

/** The key that shows the notes, for the lead and the needs desk; other desks are told where they lie. */
export function NotesButton({ atHand, onShow }: { atHand: NotesAtHand; onShow?: (notes: Notes) => void }) {
  if (!may('needs.manage') && !may('center.lead')) return <span class="quiet">{revealWords.notesAtNeedsDesk}</span>
  const show = async () => {
    const notes = await atHand.reveal()
    if (notes) onShow?.(notes)
  }
  return (
    <>
      <Button onPress={show}>{revealWords.showNotes}</Button>
      {atHand.refusal ? (
        <NoticeBanner tone="warning" live>
          {atHand.refusal}
        </NoticeBanner>
      ) : null}
    </>
  )
}

const numberOf = (needId: string, merged: readonly Need[]) => {
  const need = merged.find(({ id }) => id === needId)
  return need ? `${needNumberText(need.number)}: ` : ''
}

/** What the household needs first, then what was said, then what came with needs that were merged into this one. */
export function NotesShown({ notes, merged }: { notes: Notes; merged: readonly Need[] }) {
  const { note, story, mergedNotes, mergedStories } = notes
  const considerations = [note, ...mergedNotes].map((one) => one.considerations).filter((text) => text !== '')
  const stories = [story, ...mergedStories].filter((one) => one.story !== '')
  if (considerations.length === 0 && stories.length === 0) return <span class="quiet">{revealWords.noNotes}</span>
  return (
    <div class="stack" role="status">
      {considerations.map((text) => (
        <p key={text}>
          <strong>{revealWords.note}</strong> {text}
        </p>
      ))}
      {stories.map((one) => (
        <p key={one.id} class="needs-story">
          {numberOf(one.id, merged)}
          {one.story}
        </p>
      ))}
    </div>
  )
}
