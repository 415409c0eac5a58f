import { useEffect, useState } from 'preact/hooks'
import type { CommandName } from '#shared/commands.ts'
import type { CopiesShown } from '#shared/keeping/reads.ts'
import { ask } from '#web/core/ask.ts'
import { type InputOf, send } from '#web/core/send.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

const everyMs = 2000

/** What the center says of its copies, asked again while it is looked at; and acts that are about this very file. */
export function useCopies() {
  const [shown, setShown] = useState<CopiesShown | null>(null)
  const [said, setSaid] = useState('')
  const look = async () => {
    const reply = await ask('keeping.listCopies', {})
    if (reply.kind === 'refused') setSaid(problemSentence(reply.problem, 'ja'))
    if (reply.kind !== 'done') return null
    setShown(reply.body)
    return reply.body
  }
  useEffect(() => {
    void look()
    const looking = setInterval(() => void look(), everyMs)
    return () => clearInterval(looking)
  }, [])
  /**
   * Never kept on the device: an act of this kind must not happen later by itself. Answers with what is shown then; null
   * where that could not be asked.
   */
  const act = async <N extends CommandName>(type: N, input: InputOf<N>) => {
    const outcome = await send(type, input, { secret: true })
    setSaid(outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : '')
    return { outcome, shown: await look() }
  }
  return { shown, said, act }
}
