import { useState } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { type Refusal, request } from '#web/core/request.ts'
import { PapersPart } from '#web/keeping/papers-part.tsx'
import { healthPageTexts } from '#web/texts/keeping-health.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

interface Ended {
  path: string
  seq: number
  at: string
  second: string
}

/** きょうを終わる: no more acts, a copy that is read again, where it lies, and then the program ends. */
export function EndOfDay() {
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<Ended | Refusal | null>(null)
  const end = async () => {
    const reply = await request<Ended>('POST', '/api/keeping/end', undefined, 120_000)
    if (reply.kind === 'done') setOutcome(reply.body)
    else setOutcome(reply.kind === 'refused' ? reply.problem : { code: 'web.noLine', details: {} })
  }
  const ended = outcome && 'path' in outcome ? outcome : null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{healthPageTexts.end}</Button>
      <Dialog
        open={open}
        title={healthPageTexts.end}
        onClose={() => setOpen(false)}
        actions={
          ended ? undefined : (
            <Button variant="next" onPress={end} busyWord={healthPageTexts.ending}>
              {healthPageTexts.endNow}
            </Button>
          )
        }
      >
        {ended ? (
          <div role="status">
            <p>
              <strong>{healthPageTexts.ended(clockOf(ended.at, timeZone), ended.seq)}</strong>
            </p>
            <p>{healthPageTexts.endedWhere(ended.path)}</p>
            <p>{healthPageTexts.endedSecond(ended.second)}</p>
            <p>{healthPageTexts.endedNow}</p>
          </div>
        ) : (
          <>
            <p>{healthPageTexts.endWords}</p>
            <p>{healthPageTexts.plugWords}</p>
            <PapersPart />
            {outcome && 'code' in outcome ? <p role="alert">{problemSentence(outcome, 'ja')}</p> : null}
          </>
        )}
      </Dialog>
    </>
  )
}
