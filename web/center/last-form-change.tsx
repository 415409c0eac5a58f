import { useState } from 'preact/hooks'
import type { ProfileChange } from '#shared/center/desk.ts'
import { bindsForm } from '#shared/center/desk-rules.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { actName } from '#web/texts/act-names.ts'
import { formTexts } from '#web/texts/form.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

const clock = (at: string) => clockOf(at, timeZone)

/** The change of form that stands, if there was one. */
function lastChange(): ProfileChange | undefined {
  return [...store.all('profileChange')].filter(({ undoneAt }) => undoneAt === null).sort((a, b) => b.seq - a.seq)[0]
}

/** Why the change can no longer be taken back: who made the first record under it, and which. */
function tooLateBecause({ seq }: ProfileChange): string | null {
  const later = store.all('logEntry').filter((entry) => entry.seq > seq && bindsForm(entry.type))
  const first = later.sort((one, next) => one.seq - next.seq)[0]
  return first ? formTexts.tooLate(clock(first.at), first.actorName, actName(first.type)) : null
}

function madeWords({ at, changedBy, fromProfile, toProfile }: ProfileChange): string {
  const { names } = formTexts
  return formTexts.made(clock(at), changedBy, names[fromProfile], names[toProfile])
}

/** 元に戻す, as long as nothing was recorded under the new form. */
export function UndoFormChange() {
  const [said, setSaid] = useState('')
  const change = lastChange()
  const undo = async () => {
    if (!change) return
    const outcome = await send('center.undoProfileChange', { changeId: change.id })
    setSaid(outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : '')
  }
  if (!change || tooLateBecause(change) !== null) return said ? <p role="status">{said}</p> : null
  return (
    <NoticeBanner
      tone="information"
      live
      title={madeWords(change)}
      action={<Button onPress={undo}>{formTexts.undo}</Button>}
    >
      {said || formTexts.undoHint}
    </NoticeBanner>
  )
}

/** Who changed the form last, and what made it too late to take that back. */
export function LastFormChange() {
  const change = lastChange()
  const late = change && tooLateBecause(change)
  if (!change || !late) return null
  return (
    <p class="quiet">
      {madeWords(change)} {late}
    </p>
  )
}
