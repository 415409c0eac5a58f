import { readOwnJson } from '#shared/core/json.ts'

/** A refusal as the server answers it: the code and details that the dictionary turns into a sentence. */
export interface Refusal {
  code: string
  details: Record<string, unknown>
}

/** What came of a request: an answer, a refusal, or no line. */
export type Reply<T> = { kind: 'done'; body: T } | { kind: 'refused'; problem: Refusal } | { kind: 'noLine' }

let personalToken: string | null = null
let setUpCode: string | null = null

/** Speaks from now on as the owner of this personal link. */
export function speakAs(token: string | null): void {
  personalToken = token
}

/** Shows the code that the terminal printed, for a first set-up from another machine. */
export function showSetUpCode(code: string): void {
  setUpCode = code
}

export function currentToken(): string | null {
  return personalToken
}

const patienceMs = 10_000

/** Asks the server; a line that is dead or too slow is an answer of its own, never an exception. */
export async function request<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  patience = patienceMs,
): Promise<Reply<T>> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (personalToken) headers.authorization = `Personal ${personalToken}`
  if (setUpCode) headers['x-set-up-code'] = setUpCode
  try {
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(path, {
      method,
      headers,
      signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer: { problem?: Refusal } | null = readOwnJson(await response.text())
    // 5xx without a problem is a proxy or a dying server: as good as no line.
    if (response.ok) return { kind: 'done', body: answer as T }
    return answer?.problem ? { kind: 'refused', problem: answer.problem } : { kind: 'noLine' }
  } catch {
    return { kind: 'noLine' }
  }
}
