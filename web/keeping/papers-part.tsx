import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import { countingProblem, numbersTyped } from '#shared/access/paper-rules.ts'
import type { papersOfToday } from '#shared/access/reads.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { ask } from '#web/core/ask.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { sheetName } from '#web/texts/chronology.ts'
import { papersTexts as texts } from '#web/texts/papers.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'

type Papers = z.infer<typeof papersOfToday.answer>

const countOf = (date: string) => store.all('paperCount').find((one) => one.date === date)

function seqOfCount(date: string): number {
  const count = countOf(date)
  return count ? store.seqOf('paperCount', count.id) : 0
}

/** What was counted, and what is still out there. */
function Counted({ of: { date, printed, papers } }: { of: Papers }) {
  const count = countOf(date)
  if (!count) return null
  const away = count.printed - count.back
  const named = count.missing.map((paper) => {
    const kind = papers.find((one) => one.paper === paper)?.kind
    return texts.one(paper, kind && sheetName(kind))
  })
  return (
    <div role="status">
      <p>
        <strong>{texts.counted(count.printed, count.back, count.countedBy, clockOf(count.countedAt, timeZone))}</strong>
      </p>
      <p>{away === 0 ? texts.allBack : texts.away(away)}</p>
      {named.length > 0 ? <p>{texts.which(named)}</p> : null}
      {printed > count.printed ? <p>{texts.later(printed - count.printed)}</p> : null}
    </div>
  )
}

function CountForm({ of: { date, printed } }: { of: Papers }) {
  const [back, setBack] = useState('')
  const [missing, setMissing] = useState('')
  // The count that stood above the form when it was begun, or when it was last refused.
  const [seen, setSeen] = useState(seqOfCount(date))
  const [said, setSaid] = useState('')
  const save = async () => {
    const numbers = numbersTyped(missing)
    if (!/^\d{1,4}$/.test(back) || numbers === null) return setSaid(texts.unfit)
    const count = { back: Number(back), missing: numbers }
    const problem = countingProblem(count, printed)
    if (problem) return setSaid(problemSentence(problem, 'ja'))
    const outcome = await send('access.countPapers', { date, ...count, basedOnSeq: seen })
    setSeen(seqOfCount(date))
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setSaid(outcome.kind === 'kept' ? accessTexts.kept : '')
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => event.preventDefault()}>
      <NumberField label={texts.back} hint={texts.backHint} unit={texts.unit} value={back} onInput={setBack} />
      <TextField
        label={texts.missing}
        hint={texts.missingHint}
        inputMode="text"
        value={missing}
        onInput={setMissing}
        maxLength={200}
      />
      {said ? <p role="alert">{said}</p> : null}
      <p>
        <Button type="submit" onPress={save}>
          {texts.save}
        </Button>
      </p>
    </form>
  )
}

/** 個人情報の紙: how many were given a number today, how many came back, and which did not. The day ends without it too. */
export function PapersPart() {
  const [papers, setPapers] = useState<Papers | null>(null)
  const [said, setSaid] = useState<string>(texts.asking)
  useEffect(() => {
    void ask('access.papersOfToday', {}).then((reply) => {
      if (reply.kind === 'done') setPapers(reply.body)
      else setSaid(texts.noAnswer)
    })
  }, [])
  return (
    <section class="stack form-part" aria-labelledby="papers-title">
      <h3 id="papers-title">{texts.title}</h3>
      {papers ? (
        <p>{papers.printed === 0 ? texts.none : texts.printed(papers.printed)}</p>
      ) : (
        <p role="status">{said}</p>
      )}
      {papers && papers.printed > 0 ? (
        <>
          <Counted of={papers} />
          <CountForm of={papers} />
        </>
      ) : null}
    </section>
  )
}
