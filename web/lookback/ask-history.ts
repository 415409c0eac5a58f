import type { History } from '#shared/lookback/history.ts'
import { withProof } from '#web/access/step-up.ts'
import { type Reply, request } from '#web/core/request.ts'

/** How far the telling of a log has come. */
export interface UnderWay {
  told: number
  of: number
}

/** What is sent at once may be many megabytes over a slow line. */
const patienceMs = 60_000
const askAgainMs = 500

function askOnce(date: string): Promise<Reply<History | UnderWay>> {
  const path = `/api/lookback/history${date === '' ? '' : `?date=${date}`}`
  return withProof(() => request<History | UnderWay>('GET', path, undefined, patienceMs))
}

/** Asks for what happened. A long log is told for minutes the first time: until then it says how far that has come. */
export async function askHistory(date: string, onWay: (state: UnderWay) => void): Promise<Reply<History>> {
  for (;;) {
    const reply = await askOnce(date)
    if (reply.kind !== 'done') return reply
    const { body } = reply
    if (!('told' in body)) return { kind: 'done', body }
    onWay(body)
    await new Promise((again) => setTimeout(again, askAgainMs))
  }
}
