/** What a waiting volunteer's page may know of the queue: numbers only. */
export interface WaitingOutlook {
  /** People who wait and have a smaller number. */
  ahead: number
  /** Minutes, rounded up to ten, at the pace of the last half hour; null where there was none. */
  minutes: number | null
}

/** The span by which the pace is judged, in minutes. */
export const paceSpan = 30

/** Says roughly how long it takes until `ahead` people are in teams, when `placed` were in the last half hour. */
export function waitingOutlook(ahead: number, placed: number): WaitingOutlook {
  if (placed === 0) return { ahead, minutes: null }
  const minutes = ((ahead + 1) * paceSpan) / placed
  return { ahead, minutes: Math.max(10, Math.ceil(minutes / 10) * 10) }
}
