import { describe, expect, test } from 'vitest'
import type { Need } from '#shared/needs/need.ts'
import { needStatuses } from '#shared/needs/need.ts'
import { needWays, statusAfterReport, transitionProblem } from '#shared/needs/rules.ts'
import { statusMarks } from '#shared/needs/status-marks.ts'

/** Rows are where a need stands, columns where it is to go, in the order of `needStatuses`; from field guide 12b. */
const table: Record<Need['status'], string> = {
  //                rec sPe sSc rea ass inP toC com ref onH dec can mer
  received: '         .   x   x   x   .   .   .   .   x   x   x   x   .',
  surveyPending: '    x   .   x   x   .   .   .   .   x   x   x   x   .',
  surveyScheduled: '  x   x   x   x   .   .   .   .   x   x   x   x   .',
  ready: '            x   x   .   .   x   .   .   .   x   x   x   x   .',
  assigned: '         .   .   .   x   .   x   x   x   .   .   .   x   .',
  inProgress: '       .   .   .   x   x   .   x   x   .   .   .   x   .',
  toBeContinued: '    .   x   .   x   x   .   .   x   x   x   x   x   .',
  completed: '        .   .   .   .   .   .   x   .   .   .   .   .   .',
  referred: '         x   .   .   x   .   .   x   .   .   .   .   .   .',
  onHold: '           x   .   .   x   .   .   x   .   x   .   x   x   .',
  declined: '         x   .   .   x   .   .   x   .   .   .   .   .   .',
  cancelled: '        x   .   .   x   .   .   x   .   .   .   .   .   .',
  merged: '           .   .   .   .   .   .   .   .   .   .   .   .   .',
}

const pairs = needStatuses.flatMap((from) =>
  needStatuses.map((to, index) => ({ from, to, allowed: table[from].trim().split(/\s+/)[index] === 'x' })),
)

describe('every step from every state', () => {
  test.each(pairs)('$from → $to: $allowed', ({ from, to, allowed }) => {
    const problem = transitionProblem({ id: 'a', number: 31, status: from }, to)
    expect(problem?.code ?? null).toBe(allowed ? null : 'needs.wrongStep')
    if (problem) expect(problem.details).toEqual({ number: 31, from, to })
  })
})

// A need is merged by an act of its own, which is no step.
test('every state can be reached, and every state but the finished ones can be cancelled', () => {
  for (const status of needStatuses.filter((one) => one !== 'received' && one !== 'merged')) {
    expect(needStatuses.some((from) => needWays[from].includes(status))).toBe(true)
  }
  const cannot = needStatuses.filter((from) => !needWays[from].includes('cancelled'))
  expect(cannot).toEqual(['completed', 'referred', 'declined', 'cancelled', 'merged'])
})

test('a report leaves the need where the report says', () => {
  for (const outcome of ['completed', 'toBeContinued'] as const) {
    const to = statusAfterReport(outcome)
    expect(transitionProblem({ id: 'a', number: 1, status: 'inProgress' }, to)).toBeNull()
  }
})

test('each state has a letter, a shape and a colour, and a word of its own', () => {
  const marks = Object.values(statusMarks)
  expect(new Set(marks.map(({ word }) => word)).size).toBe(needStatuses.length)
  const shapes = new Map(marks.map(({ shape, colour, letter }) => [letter, `${shape} ${colour}`]))
  expect(Object.fromEntries(shapes)).toEqual({
    未: 'circle red',
    調: 'square amber',
    割: 'diamond sky',
    活: 'triangle navy',
    済: 'check grey',
    保: 'bar black',
  })
})
