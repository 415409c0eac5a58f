import type { Expectation } from '#drills/core/scenario.ts'
import type { Witness } from '#drills/summary/witness.ts'
import type { RecordKind } from '#shared/records.ts'

interface Evidence {
  witness: Witness
  expected: Expectation
}

/** No more than can be looked through. */
const most = 50

function seqsOf<K extends RecordKind>(
  witness: Witness,
  kind: K,
  isBehind: (record: ReturnType<Witness['last']>[number] & object) => boolean,
): number[] {
  const seen = witness.versions(kind).filter(({ record }) => isBehind(record))
  return [...new Set(seen.map(({ seq }) => seq))].slice(-most)
}

const has = (record: object, field: string, value: unknown) => (record as Record<string, unknown>)[field] === value

/** The lines of the log by which an expectation stands or falls: what its check counts. */
export function evidenceOf({ witness, expected }: Evidence): number[] {
  switch (expected.check) {
    case 'allReturnedBy':
    case 'everyoneWentHome':
      return seqsOf(witness, 'team', (record) => has(record, 'status', 'back'))
    case 'dispatchedBy':
    case 'needsDispatchedWithin':
      return seqsOf(witness, 'team', (record) => has(record, 'status', 'out'))
    case 'dayClosedBy':
      return seqsOf(witness, 'day', (record) => has(record, 'status', 'closed'))
    case 'receivedBy':
    case 'volunteers':
      return seqsOf(witness, 'attendance', (record) => has(record, 'teamId', null))
    case 'stoppedBy':
      return seqsOf(witness, 'notice', (record) => has(record, 'kind', 'stop') || has(record, 'kind', 'shorten'))
    case 'injectAnswered':
      return seqsOf(witness, 'inject', (record) => has(record, 'key', expected.inject))
    case 'injectsAnsweredInTime':
      return seqsOf(witness, 'inject', () => true)
    case 'incidents':
      return seqsOf(witness, 'incident', () => true)
    default:
      return []
  }
}
