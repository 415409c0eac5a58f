import type { Expectation } from '#drills/core/scenario.ts'
import type { Witness } from '#drills/summary/witness.ts'
import type { RecordKind } from '#shared/records.ts'

interface Evidence {
  witness: Witness
  expected: Expectation
}

/** No more than can be looked through. */
const most = 50

function seqsOf<K extends RecordKind>(witness: Witness, kind: K, isBehind: (record: object) => boolean): number[] {
  const seen = witness.versions(kind).filter(({ record }) => isBehind(record))
  return [...new Set(seen.map(({ seq }) => seq))].slice(-most)
}

const has = (record: object, field: string, value: unknown) => (record as Record<string, unknown>)[field] === value

type IsBehind = (record: object) => boolean

const always: IsBehind = () => true
const back: IsBehind = (record) => has(record, 'status', 'back')
const out: IsBehind = (record) => has(record, 'status', 'out')
const waiting: IsBehind = (record) => has(record, 'teamId', null)
const stopping: IsBehind = (record) => has(record, 'kind', 'stop') || has(record, 'kind', 'shorten')

/** By what an expectation stands or falls, where single records do; the others are about all of them. */
const behind: Readonly<Partial<Record<Expectation['check'], readonly [RecordKind, IsBehind]>>> = {
  allReturnedBy: ['team', back],
  everyoneWentHome: ['team', back],
  dispatchedBy: ['team', out],
  needsDispatchedWithin: ['team', out],
  dayClosedBy: ['day', (record) => has(record, 'status', 'closed')],
  receivedBy: ['attendance', waiting],
  volunteers: ['attendance', waiting],
  stoppedBy: ['notice', stopping],
  injectAnswered: ['inject', always],
  injectsAnsweredInTime: ['inject', always],
  incidents: ['incident', always],
}

/** The lines of the log by which an expectation stands or falls: what its check counts. */
export function evidenceOf({ witness, expected }: Evidence): number[] {
  const [kind, isBehind] = behind[expected.check] ?? []
  if (!kind || !isBehind) return []
  const ofOne = 'inject' in expected ? (record: object) => has(record, 'key', expected.inject) : isBehind
  return seqsOf(witness, kind, ofOne)
}
