import { newId } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { Refusal } from '#web/core/request.ts'

/** What came of putting a list down: its id, why it was refused, or no line. */
export type PutOutcome = { kind: 'done'; importId: string } | { kind: 'refused'; problem: Refusal } | { kind: 'noLine' }

/** A workbook of 20,000 rows takes its time. */
const patienceMs = 60_000

/** Puts a file down on the server to be looked at; nothing is taken into the roster by it. */
export async function putList(file: Blob): Promise<PutOutcome> {
  const importId = newId()
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(`/imports/${importId}`, { method: 'PUT', body: file, signal })
    if (response.ok) return { kind: 'done', importId }
    const answer: { problem?: Refusal } | null = readOwnJson(await response.text())
    return answer?.problem ? { kind: 'refused', problem: answer.problem } : { kind: 'noLine' }
  } catch {
    return { kind: 'noLine' }
  }
}
