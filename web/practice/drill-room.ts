import { signal } from '@preact/signals'
import type { DrillEnd, DrillOrder, DrillsShown, StartedDrill } from '#shared/practice/drill-room.ts'
import type { IssuesOfDrill } from '#shared/readiness/rules.ts'
import { withProof } from '#web/access/step-up.ts'
import { type Refusal, type Reply, request } from '#web/core/request.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

/** The drills of this laptop; undefined until they have been asked for. */
export const drills = signal<DrillsShown | undefined>(undefined)

/** Why drills cannot be held here, or why the last act was refused. */
export const drillsSaid = signal('')

/** A drill plays itself up to its opening before it is served, which takes a slow laptop a while. */
const patienceMs = 90_000

const noLine: Refusal = { code: 'web.noLine', details: {} }

/** Why a request came to nothing; null where it did not. */
export function refusalOf(reply: Reply<unknown>): Refusal | null {
  return reply.kind === 'noLine' ? noLine : reply.kind === 'refused' ? reply.problem : null
}

function hear<T>(reply: Reply<T>): T | null {
  const problem = refusalOf(reply)
  drillsSaid.value = problem ? problemSentence(problem, 'ja') : ''
  return reply.kind === 'done' ? reply.body : null
}

export async function lookAtDrills(): Promise<void> {
  const reply = await request<DrillsShown>('GET', '/api/drills')
  if (reply.kind === 'done') drills.value = reply.body
  else if (drills.value === undefined) hear(reply)
}

/** What of the drill's issues may come to this center's list; null where that could not be asked. */
export async function askDrillIssues(): Promise<IssuesOfDrill | null> {
  return hear(await request<IssuesOfDrill>('GET', '/api/drills/issues'))
}

/** Asks for the PIN where it is wanted, and sends the same once more. */
async function proved<T>(path: string, body: unknown): Promise<T | null> {
  const answer = hear(await withProof(() => request<T>('POST', path, body, patienceMs)))
  await lookAtDrills()
  return answer
}

export const startDrill = (order: DrillOrder) => proved<StartedDrill>('/api/drills/start', order)
export const openKept = (drillId: string) => proved<StartedDrill>(`/api/drills/kept/${drillId}/open`, {})
export const endDrill = (how: DrillEnd) => proved<object>('/api/drills/end', { how })
