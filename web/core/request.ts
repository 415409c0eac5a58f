import { readOwnJson } from '#shared/core/json.ts'
import { epochHeader } from '#shared/keeping/copies.ts'
import { epochWord, meetEpoch } from '#web/core/epoch.ts'
import { hearBuild } from '#web/core/version.ts'

/** A refusal as the server answers it: the code and details that the dictionary turns into a sentence. */
export interface Refusal {
  code: string
  details: Record<string, unknown>
}

/** What came of a request: an answer, a refusal, or no line. */
export type Reply<T> = { kind: 'done'; body: T } | { kind: 'refused'; problem: Refusal } | { kind: 'noLine' }

let personalToken: string | null = null
let personalPhone = ''
let setUpCode: string | null = null

/** Speaks from now on as the owner of this personal link. */
export function speakAs(token: string | null, phone = ''): void {
  personalToken = token
  personalPhone = phone
}

/** Shows the code that the terminal printed, for a first set-up from another machine. */
export function showSetUpCode(code: string): void {
  setUpCode = code
}

export function currentToken(): string | null {
  return personalToken
}

/** What a socket says of whoever this page speaks for. */
export function linkCredentials(): { link: string | null; phone: string } {
  return { link: personalToken, phone: personalPhone }
}

const patienceMs = 10_000

/** Asks the server; a line that is dead or too slow is an answer of its own, never an exception. */
export async function request<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  patience = patienceMs,
): Promise<Reply<T>> {
  const json = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return answerTo<T>(path, { method, ...json }, patience)
}

/** A picture of 400 kB on the slowest line that still deserves the name. */
const picturePatienceMs = 120_000

/** Puts a picture at its address, which has its id; sent again it is the same. `whose` says whose it is. */
export function putPicture(path: string, bytes: ArrayBuffer, whose: Record<string, string>): Promise<Reply<unknown>> {
  const headers = { 'content-type': 'image/jpeg', ...whose }
  return answerTo(path, { method: 'PUT', headers, body: bytes }, picturePatienceMs)
}

/** Fetches a picture as whoever this page speaks for; null where it may not be seen, or not now. */
export async function fetchPicture(path: string): Promise<Blob | null> {
  try {
    const response = await fetch(path, { headers: whoAsks(), signal: AbortSignal.timeout(patienceMs) })
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}

function whoAsks(): Record<string, string> {
  const headers: Record<string, string> = {}
  if (personalToken) headers.authorization = `Personal ${personalToken} ${personalPhone}`.trim()
  if (setUpCode) headers['x-set-up-code'] = setUpCode
  const met = epochWord()
  if (met !== '') headers[epochHeader] = met
  return headers
}

async function answerTo<T>(path: string, sent: RequestInit, patience: number): Promise<Reply<T>> {
  try {
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(path, { ...sent, signal, headers: { ...sent.headers, ...whoAsks() } })
    meetEpoch(response.headers.get(epochHeader))
    hearBuild(response.headers)
    const answer: { problem?: Refusal } | null = readOwnJson(await response.text())
    // 5xx without a problem is a proxy or a dying server: as good as no line.
    if (response.ok) return { kind: 'done', body: answer as T }
    return answer?.problem ? { kind: 'refused', problem: answer.problem } : { kind: 'noLine' }
  } catch {
    return { kind: 'noLine' }
  }
}
