import type { Drill } from '#drills/core/drill.ts'
import { dueOf } from '#drills/core/due.ts'
import { idNamed } from '#drills/core/named-ids.ts'
import type { Expectation } from '#drills/core/scenario.ts'
import { lookBack } from '#drills/summary/after-action.ts'
import { checkExpectation } from '#drills/summary/checks.ts'
import { evidenceOf } from '#drills/summary/evidence.ts'
import type { Witness } from '#drills/summary/witness.ts'

const system = { kind: 'system' } as const

const outcomeIdOf = (index: number) => idNamed(`expectation-${index}`)

interface Decided {
  state: 'met' | 'late' | 'missed'
  why: string
}

const recheckMinutes = 5

/** Expectations with a time are decided when it has come; what is missed then may still be done late. */
export function decideOutcomes(drill: Drill, witness: Witness): void {
  for (const [index, expected] of drill.scenario.expectations.entries()) {
    if (!('clock' in expected)) continue
    drill.timetable.add(drill.instantOf(dueOf(drill.scenario, expected) ?? ''), () =>
      decide(drill, witness, index, expected),
    )
  }
}

type Timed = Extract<Expectation, { clock: string }>

/** What does not hold now, of what is counted from the records alone. */
async function failureNow(drill: Drill, witness: Witness, expected: Expectation): Promise<string | null> {
  if (witness.last('day').length === 0) return 'その日がまだ開いていません。'
  return checkExpectation(expected, await lookBack(drill, witness))
}

async function decide(drill: Drill, witness: Witness, index: number, expected: Timed): Promise<void> {
  const failure = await failureNow(drill, witness, expected)
  await record(drill, index, failure === null ? { state: 'met', why: '' } : { state: 'missed', why: failure }, {
    witness,
    expected,
  })
  if (failure !== null) drill.after(recheckMinutes, () => lookAgain(drill, witness, index, expected, failure))
}

/** The same by the clock as it is now: done, but late. */
async function lookAgain(drill: Drill, witness: Witness, index: number, expected: Timed, why: string): Promise<void> {
  const byNow = { ...expected, clock: drill.clockNow }
  if (drill.clock.milliseconds > drill.instantOf(drill.scenario.endsAt)) return
  if ((await failureNow(drill, witness, byNow)) !== null)
    return drill.after(recheckMinutes, () => lookAgain(drill, witness, index, expected, why))
  await record(drill, index, { state: 'late', why }, { witness, expected: byNow })
}

async function record(
  drill: Drill,
  index: number,
  { state, why }: Decided,
  evidence: Parameters<typeof evidenceOf>[0],
): Promise<void> {
  await drill.send(system, 'practice.recordOutcome', {
    outcomeId: outcomeIdOf(index),
    state,
    at: drill.clock.now(),
    why: why.slice(0, 500),
    seqs: evidenceOf(evidence),
  })
}

/** The end of a drill: what is left is written down and decided, and it is over. */
export async function endPractice(drill: Drill, witness: Witness): Promise<void> {
  await drill.facts.write()
  const [lead] = drill.staff.values()
  if (!lead) return
  const eye = await drill.device(lead)
  eye.close()
  for (const [index, expected] of drill.scenario.expectations.entries()) {
    const before = eye.get('drillOutcome', outcomeIdOf(index))
    const failure = await failureNow(drill, witness, expected)
    const state = failure === null ? 'met' : 'missed'
    // What was done late stays late, whatever the end looks like.
    if (before?.state === state || before?.state === 'late') continue
    await record(drill, index, { state, why: failure ?? '' }, { witness, expected })
  }
  if (!drill.control.isOver) await drill.send(system, 'practice.endDrill', {})
}
