import type { RecordedQueue } from '#shared/lookback/figure-keys.ts'
import type { ToldKind } from '#shared/lookback/told.ts'

/** What waits where, in which states, and for how many minutes at most it should: longer, and nobody works the queue off. */
export const queues = {
  consulting: { kind: 'attendance', states: ['consulting'], patience: 30 },
  received: { kind: 'need', states: ['received'], patience: 45 },
  toSurvey: { kind: 'need', states: ['surveyPending'], patience: 120 },
  ready: { kind: 'need', states: ['ready'], patience: 120 },
  waiting: { kind: 'attendance', states: ['waiting'], patience: 120 },
  sendOff: { kind: 'team', states: ['forming', 'ready'], patience: 60 },
  // A team that is back waits until its report is heard.
  reports: { kind: 'team', states: ['back'], patience: 45 },
} as const satisfies Record<RecordedQueue, { kind: ToldKind; states: readonly string[]; patience: number }>

/** Where people stood in line with paper for twenty minutes and more, it was told of as a failing (倉敷 2018). */
export const patienceInLine = 20
