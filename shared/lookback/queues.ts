import { minutesBetween } from '#shared/core/time.ts'
import { type Figure, figureOf } from '#shared/lookback/figure.ts'
import { type QueueName, queueNames, type RecordedQueue } from '#shared/lookback/figure-keys.ts'
import { quartersBetween } from '#shared/lookback/lengths.ts'
import { patienceInLine, queues } from '#shared/lookback/queue-states.ts'
import type { Story, Version } from '#shared/lookback/story.ts'
import type { Told, ToldKind } from '#shared/lookback/told.ts'
import { pointsLeft, weights } from '#shared/lookback/weights.ts'
import { beforeReception } from '#shared/practice/before-reception.ts'
import type { DrillFact } from '#shared/practice/outcome.ts'

/** One that waited: since when, until when, and the line with which it began. */
interface Wait {
  from: string
  to: string
  seq: number
}

/** The stretches in which something holds of a record; what still holds at the end waits until the end. */
function waitsOf<K extends ToldKind>(
  versions: readonly Version<K>[],
  holds: (record: Told[K]) => boolean,
  endsAt: string,
): Wait[] {
  const waits: Wait[] = []
  let since: Version<K> | undefined
  for (const version of versions) {
    if (holds(version.record)) since ??= version
    else if (since) {
      waits.push({ from: since.at, to: version.at, seq: since.seq })
      since = undefined
    }
  }
  return since ? [...waits, { from: since.at, to: endsAt, seq: since.seq }] : waits
}

function reportWaits(story: Story): Wait[] {
  const heardAt = new Map(story.last('report').map(({ record }) => [record.teamId, record.acceptedAt]))
  return story.of('team').flatMap((versions) => {
    const heard = heardAt.get(versions[0]?.record.id ?? '') ?? story.endsAt
    return waitsOf(versions, ({ status, workOrderId }) => status === 'back' && workOrderId !== null, heard)
  })
}

/** The moment behind a place in the line is the line of the log that tells of it. */
function lineWaits(story: Story, facts: readonly DrillFact[]): Wait[] {
  const told = story.acts('practice.recordFacts')
  return beforeReception(facts)
    .line.filter(({ from }) => from <= story.endsAt)
    .map(({ from, to }) => {
      const seq = told.find(({ at }) => at >= from)?.seq ?? story.endSeq
      return { from, to: to ?? story.endsAt, seq }
    })
}

function waitsIn(story: Story, name: RecordedQueue): Wait[] {
  if (name === 'reports') return reportWaits(story)
  const { kind, states } = queues[name]
  const stands = ({ status }: { status: string }) => states.some((one) => one === status)
  return story.of(kind).flatMap((versions) => waitsOf<typeof kind>(versions, stands, story.endsAt))
}

/** How long one waited while days were open: nobody waits over night. */
function minutesWaited({ from, to }: Wait, days: readonly { openedAt: string; closedAt: string }[]): number {
  const stretches = days.map(({ openedAt, closedAt }) => {
    const [begin, end] = [from > openedAt ? from : openedAt, to < closedAt ? to : closedAt]
    return begin < end ? minutesBetween(begin, end) : 0
  })
  return stretches.reduce((sum, one) => sum + one, 0)
}

/** The line with which a queue had become as long as it ever was: what is to be looked at where nobody waited too long. */
function seqsAtLongest(all: readonly Wait[], overTime: Figure['overTime'], longest: number): number[] {
  const peak = longest === 0 ? undefined : overTime.find(({ value }) => value === longest)
  const standing = peak ? all.filter(({ from, to }) => from <= peak.at && peak.at < to) : []
  return standing.length === 0 ? [] : [Math.max(...standing.map(({ seq }) => seq))]
}

function waitsAt(story: Story, facts: readonly DrillFact[], part: QueueName): { patience: number; all: Wait[] } {
  if (part === 'line') return { patience: patienceInLine, all: lineWaits(story, facts) }
  return { patience: queues[part].patience, all: waitsIn(story, part) }
}

/** Every queue over time, and one figure that judges how many of all that waited did so for too long. */
export function queueFigures(story: Story, facts: readonly DrillFact[]): Figure[] {
  const days = story.last('day').map(({ record }) => ({
    openedAt: record.openedAt,
    closedAt: record.closedAt ?? story.endsAt,
  }))
  const quarters = days.flatMap(({ openedAt, closedAt }) => quartersBetween(openedAt, closedAt).slice(1))
  const tooLong: number[] = []
  let waited = 0
  const figures = queueNames.map((part) => {
    const { patience, all } = waitsAt(story, facts, part)
    const late = all.filter((wait) => minutesWaited(wait, days) > patience).map(({ seq }) => seq)
    waited += all.length
    tooLong.push(...late)
    const overTime = quarters.map((at) => ({ at, value: all.filter(({ from, to }) => from <= at && at < to).length }))
    const longest = overTime.reduce((most, { value }) => Math.max(most, value), 0)
    // Where no simulated person came there is nothing to be told of a line, though one may have stood there.
    const isKnown = part !== 'line' || facts.some(({ kind }) => kind === 'arrival')
    const seqs = [...seqsAtLongest(all, overTime, longest), ...late.slice(0, 10)]
    return figureOf({ key: 'queue', part, value: isKnown ? longest : null, unit: 'count', overTime, seqs })
  })
  return [...figures, stoodTooLong(tooLong, waited)]
}

/** Where half of all that waited did so for too long, no point is left. */
function stoodTooLong(tooLong: readonly number[], waited: number): Figure {
  const share = waited === 0 ? null : tooLong.length / waited
  return figureOf({
    key: 'stoodTooLong',
    value: share === null ? null : Math.round(share * 100),
    unit: 'percent',
    points: share === null ? null : pointsLeft(weights.queue, weights.queue * 2 * share),
    seqs: tooLong.slice(0, 20),
  })
}
