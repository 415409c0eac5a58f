import type { AfterAction } from '#drills/summary/after-action.ts'
import { atLeastBy, type Checks, listed, same } from '#drills/summary/check-sentences.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'

/** What came in by a time that bears a time at which screens were dark. */
function keyedInBy({ drill, witness }: AfterAction, clock: string) {
  const by = new Date(drill.instantOf(clock)).toISOString()
  const dark = witness.last('drillState').at(-1)?.devicesOff
  const isOfDark = (happenedAt: string) => dark != null && happenedAt >= dark.from && happenedAt < (dark.until ?? by)
  const people = witness.versions('attendance').filter(({ at, record }) => at <= by && isOfDark(record.checkedInAt))
  const calls = witness.versions('need').filter(({ at, record }) => at <= by && isOfDark(record.receivedAt))
  return { people: idsOf(people).size, calls: idsOf(calls).size }
}

const idsOf = (seen: readonly { record: { id: string } }[]) => new Set(seen.map(({ record }) => record.id))

/** Reception: who came by when, places, and what was written on paper. */
export const receptionChecks = {
  receivedBy: ({ clock, people }, { drill, witness }) => {
    const by = new Date(drill.instantOf(clock)).toISOString()
    const received = witness.last('attendance').filter(({ checkedInAt }) => checkedInAt <= by)
    return atLeastBy(clock, '人', people, received.length)
  },
  paperKeyedInBy: ({ clock, people, calls }, after) => {
    const found = keyedInBy(after, clock)
    return atLeastBy(clock, '人の受付票', people, found.people) ?? atLeastBy(clock, '件のニーズ票', calls, found.calls)
  },
  waitingList: ({ people }, { witness }) => {
    const waited = witness.versions('attendance').filter(({ record }) => record.status === 'waitingListed')
    return same('空きを待った人', people, idsOf(waited).size)
  },
  neverOverCapacity: (_, { witness }) => {
    // Who waited for a place all day and went home took none.
    const wasIn = idsOf(
      witness.versions('attendance').filter(({ record }) => takesPlace(record.status) && record.status !== 'left'),
    )
    const people = witness.last('attendance').filter(({ id }) => wasIn.has(id))
    const over = witness
      .last('day')
      .filter(({ id, capacity }) => people.filter(({ dayId }) => dayId === id).length > capacity)
    return listed(
      '定員を超えた日',
      over.map(({ date }) => date),
    )
  },
} satisfies Partial<Checks>
