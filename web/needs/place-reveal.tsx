import { useState } from 'preact/hooks'
import type { z } from 'zod'
import { newId } from '#shared/core/ids.ts'
import type { revealedPlace } from '#shared/needs/reads.ts'
import { ask } from '#web/core/ask.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { saidOf } from '#web/needs/desk-view.ts'
import { revealWords } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

export type RevealedPlace = z.infer<typeof revealedPlace.answer>

/** 住所非開示: who and where, for the lead and the needs desk alone, and written down each time. */
export function PlaceReveal({ needId, onReveal }: { needId: string; onReveal: (place: RevealedPlace) => void }) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const reveal = async () => {
    const revealId = newId()
    const outcome = await send('needs.revealPlace', { revealId, needId, why: 'safety' })
    if (outcome.kind !== 'done') return setRefusal(outcome.kind === 'kept' ? revealWords.noLine : saidOf(outcome))
    const reply = await ask('needs.revealedPlace', { revealId })
    if (reply.kind === 'done') onReveal(reply.body)
    else setRefusal(revealWords.noLine)
  }
  const allowed = may('center.lead') || may('needs.manage')
  return (
    <NoticeBanner
      tone="warning"
      title={revealWords.withheld}
      action={allowed ? <Button onPress={reveal}>{revealWords.showPlace}</Button> : undefined}
    >
      {refusal}
    </NoticeBanner>
  )
}
