import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { Kept } from '#web/core/kept-database.ts'
import { dropPutAside, putAside, unsent, waitsForOthers } from '#web/core/send.ts'
import { staffCounts } from '#web/keeping/acts-by-author.ts'
import { typedLines } from '#web/shell/typed-lines.ts'
import { actName } from '#web/texts/act-names.ts'
import { movingDeskTexts } from '#web/texts/moving-desk.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { shellTexts } from '#web/texts/shell.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

function Act({ kept, reason }: { kept: Kept; reason?: string }) {
  const lines = typedLines(kept.input)
  return (
    <li class="stack-tight">
      <strong>{actName(kept.type)}</strong>
      {reason ? <p>{reason}</p> : null}
      {lines.length === 0 ? (
        <p class="quiet">{shellTexts.nothingTyped}</p>
      ) : (
        <dl class="facts">
          {lines.map(({ label, value }) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {reason ? <Button onPress={() => dropPutAside(kept.id)}>{shellTexts.seen}</Button> : null}
    </li>
  )
}

/** Acts that the center does not have yet, and acts that it refused after their author had gone on. */
export function UnsentActs() {
  const [open, setOpen] = useState(false)
  const waiting = unsent.value
  const refused = putAside.value
  const others = waitsForOthers.value
  if (waiting.length + refused.length + others.length === 0) return null
  return (
    <>
      {waiting.length + others.length > 0 ? (
        <Button onPress={() => setOpen(true)}>{shellTexts.unsent(waiting.length + others.length)}</Button>
      ) : null}
      {refused.length > 0 ? (
        <Button variant="danger" onPress={() => setOpen(true)}>
          {shellTexts.putAside(refused.length)}
        </Button>
      ) : null}
      <Dialog open={open} wide title={shellTexts.unsentTitle} onClose={() => setOpen(false)}>
        <p>{shellTexts.unsentWords}</p>
        {others.length > 0 ? <p>{movingDeskTexts.othersWait(staffCounts(others))}</p> : null}
        <ul class="counted">
          {waiting.map((kept) => (
            <Act key={kept.id} kept={kept} />
          ))}
        </ul>
        {refused.length > 0 ? (
          <>
            <h3>{shellTexts.putAsideTitle}</h3>
            <p>{shellTexts.putAsideWords}</p>
            <ul class="counted">
              {refused.map(({ kept, problem }) => (
                <Act key={kept.id} kept={kept} reason={problemSentence(problem, 'ja')} />
              ))}
            </ul>
          </>
        ) : null}
      </Dialog>
    </>
  )
}
