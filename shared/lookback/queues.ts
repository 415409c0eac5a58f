import { minutesBetween } from '#shared/core/time.ts'
import { type Figure, figureOf, type QueueName, queueNames } from '#shared/lookback/figure.ts'
import { quartersBetween } from '#shared/lookback/lengths.ts'
import type { Story, Version } from '#shared/lookback/story.ts'
import type { Told, ToldKind } from '#shared/lookback/told.ts'
import { pointsLeft, weights } from '#shared/lookback/weights.ts'

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

const attendanceWaits = (status: string) => (story: Story) =>
  story.of('attendance').flatMap((versions) => waitsOf(versions, (one) => one.status === status, story.endsAt))
const needWaits = (status: string) => (story: Story) =>
  story.of('need').flatMap((versions) => waitsOf(versions, (one) => one.status === status, story.endsAt))

/** A team that is back waits until its report is heard. */
function reportWaits(story: Story): Wait[] {
  const heardAt = new Map(story.last('report').map(({ record }) => [record.teamId, record.acceptedAt]))
  return story.of('team').flatMap((versions) => {
    const heard = heardAt.get(versions[0]?.record.id ?? '') ?? story.endsAt
    return waitsOf(versions, ({ status, workOrderId }) => status === 'back' && workOrderId !== null, heard)
  })
}

/** What waits where, and for how many minutes at most it should: what is longer is a queue that nobody works off. */
const queues: Record<QueueName, { waits: (story: Story) => Wait[]; patience: number }> = {
  consulting: { waits: attendanceWaits('consulting'), patience: 30 },
  received: { waits: needWaits('received'), patience: 45 },
  toSurvey: { waits: needWaits('surveyPending'), patience: 120 },
  ready: { waits: needWaits('ready'), patience: 120 },
  waiting: { waits: attendanceWaits('waiting'), patience: 120 },
  sendOff: {
    waits: (story) =>
      story
        .of('team')
        .flatMap((versions) =>
          waitsOf(versions, ({ status }) => status === 'forming' || status === 'ready', story.endsAt),
        ),
    patience: 60,
  },
  reports: { waits: reportWaits, patience: 45 },
}

/** The quarters of an hour in which a day was open, each with its day's beginning: nobody waits over night. */
function openQuarters(story: Story): { at: string; openedAt: string }[] {
  return story.last('day').flatMap(({ record: { openedAt, closedAt } }) =>
    quartersBetween(openedAt, closedAt ?? story.endsAt)
      .slice(1)
      .map((at) => ({ at, openedAt })),
  )
}

/** Every queue over time, and one figure that judges how often something stood too long. */
export function queueFigures(story: Story): Figure[] {
  const quarters = openQuarters(story)
  const late = new Map<string, number[]>()
  const figures = queueNames.map((part) => {
    const { waits, patience } = queues[part]
    const all = waits(story)
    const overTime = quarters.map(({ at, openedAt }) => {
      const standing = all.filter(({ from, to }) => from <= at && at < to)
      const tooLong = standing.filter(({ from }) => minutesBetween(from > openedAt ? from : openedAt, at) > patience)
      if (tooLong.length > 0) late.set(at, [...(late.get(at) ?? []), ...tooLong.map(({ seq }) => seq)])
      return { at, value: standing.length }
    })
    const longest = overTime.reduce((most, { value }) => Math.max(most, value), 0)
    const seqs = all.filter(({ from, to }) => minutesBetween(from, to) > patience).map(({ seq }) => seq)
    return figureOf({ key: 'queue', part, value: longest, unit: 'count', overTime, seqs: seqs.slice(0, 10) })
  })
  return [...figures, stoodTooLong(quarters.length, late)]
}

function stoodTooLong(quarters: number, late: ReadonlyMap<string, readonly number[]>): Figure {
  const share = quarters === 0 ? 0 : late.size / quarters
  return figureOf({
    key: 'stoodTooLong',
    value: quarters === 0 ? null : Math.round(share * 100),
    unit: 'percent',
    points: quarters === 0 ? null : pointsLeft(weights.queue, weights.queue * share),
    seqs: [...new Set([...late.values()].flat())].slice(0, 20),
  })
}
