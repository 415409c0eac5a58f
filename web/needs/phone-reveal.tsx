import { useEffect, useRef, useState } from 'preact/hooks'
import type { LookReason } from '#shared/access/look.ts'
import { newId } from '#shared/core/ids.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { ask } from '#web/core/ask.ts'
import { send } from '#web/core/send.ts'
import { saidOf } from '#web/needs/desk-view.ts'
import { revealWords } from '#web/texts/needs.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

interface Numbers {
  requester: string
  household: string
}

/** Numbers that were revealed, until this part of the page is left. */
function useReveal(needId: string, why: LookReason) {
  const [numbers, setNumbers] = useState<Numbers | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const reveal = async () => {
    const revealId = newId()
    const outcome = await send('needs.revealPhone', { revealId, needId, why })
    const said = saidOf(outcome)
    if (said !== null) return setRefusal(outcome.kind === 'kept' ? revealWords.noLine : said)
    const reply = await ask('needs.revealedPhone', { revealId })
    if (reply.kind === 'done') {
      setRefusal(null)
      return setNumbers(reply.body)
    }
    setRefusal(reply.kind === 'refused' ? problemSentence(reply.problem, 'ja') : revealWords.noLine)
  }
  return { numbers, refusal, reveal }
}

/** One number, one press to dial it. */
function Dial({ name, phone }: { name: string; phone: string }) {
  return (
    <a class="button phone-dial" href={`tel:${phone}`}>
      {name} <strong class="number">{formatPhone(phone)}</strong>
    </a>
  )
}

interface PhoneRevealProps {
  needId: string
  hasPhone: boolean
  why: LookReason
  /** The key that presses it; where several needs stand on one page, only one has it. */
  shortcut?: string | undefined
}

/** The numbers of a need: one press shows them and writes down who looked, the next dials. */
export function PhoneReveal({ needId, hasPhone, why, shortcut }: PhoneRevealProps) {
  const { numbers, refusal, reveal } = useReveal(needId, why)
  const shown = useRef<HTMLSpanElement>(null)
  // Whoever pressed a key goes on with a key.
  useEffect(() => {
    if (numbers) shown.current?.querySelector('a')?.focus()
  }, [numbers])
  if (!hasPhone) return <span class="quiet">{revealWords.none}</span>
  if (!numbers)
    return (
      <>
        <Button onPress={reveal} shortcut={shortcut}>
          {revealWords.show}
        </Button>
        {refusal ? (
          <NoticeBanner tone="warning" live>
            {refusal}
          </NoticeBanner>
        ) : null}
      </>
    )
  const { requester, household } = numbers
  return (
    <span class="phone-numbers" ref={shown}>
      {requester === '' ? null : <Dial name={revealWords.requester} phone={requester} />}
      {household === '' || household === requester ? null : <Dial name={revealWords.household} phone={household} />}
    </span>
  )
}
