import { useEffect, useRef, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { ReadName, ReadNamed } from '#shared/reads.ts'
import { ask } from '#web/core/ask.ts'
import type { Reply } from '#web/core/request.ts'

type Input<N extends ReadName> = z.input<ReadNamed<N>['input']>
type Answer<N extends ReadName> = z.infer<ReadNamed<N>['answer']>

/**
 * What the server answers to a question that changes as one types: asked a moment after the last key, and again whenever
 * `version` changes. Answers that come too late are forgotten; the one before stays in sight until the next is there.
 */
export function useAnswer<N extends ReadName>(name: N, input: Input<N>, version = 0): Reply<Answer<N>> | null {
  const [reply, setReply] = useState<Reply<Answer<N>> | null>(null)
  const key = JSON.stringify([name, input, version])
  const latest = useRef(key)
  useEffect(() => {
    latest.current = key
    const look = async () => {
      const answer = await ask(name, input)
      if (latest.current === key) setReply(answer)
    }
    const timer = setTimeout(() => void look(), reply === null ? 0 : 150)
    return () => clearTimeout(timer)
  }, [key])
  return reply
}
