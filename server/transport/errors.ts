import { logBug } from '#server/core/bug.ts'
import { storageFaultOf } from '#server/database/storage-fault.ts'
import { Problem } from '#shared/core/problem.ts'
import { internal, readOnly } from '#shared/core/problems.ts'

/**
 * Where a center closes, its lines are cut, and what was being read for them ends with the file: nobody hears the
 * answer, and it is no bug.
 */
export const unlessClosed = (error: unknown, closed: AbortSignal): unknown =>
  closed.aborted && !(error instanceof Problem) ? internal({}) : error

/** The Problem that something thrown amounts to; anything unexpected is a bug that is logged by its id. */
export function problemOf(error: unknown, commandId: string): Problem {
  if (error instanceof Problem) return error
  const fault = storageFaultOf(error)
  // The center has heard of it from its own query, and says so to everyone.
  return fault === null || fault === 'full' ? bug(error, commandId) : readOnly({ reason: fault })
}

/** Translates whatever was thrown into an answer: a Problem as it is, anything else as a bug that is logged by its id. */
export function answerForError(error: unknown, commandId: string, more: Record<string, string> = {}): Response {
  const problem = problemOf(error, commandId)
  const body = { problem: { code: problem.code, details: problem.details } }
  return Response.json(body, { status: problem.status, headers: { 'cache-control': 'no-store', ...more } })
}

function bug(error: unknown, commandId: string): Problem {
  logBug(`command ${commandId}`, error)
  return internal({})
}
