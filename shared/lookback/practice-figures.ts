import { minutesBetween, msBetween } from '#shared/core/time.ts'
import { type Figure, figureOf } from '#shared/lookback/figure.ts'
import type { Story, Version } from '#shared/lookback/story.ts'
import { pointsLeft, weights } from '#shared/lookback/weights.ts'
import type { Inject } from '#shared/practice/inject.ts'
import type { DrillFact } from '#shared/practice/outcome.ts'

/** Expectations that were decided; late counts half. */
function expectations(story: Story): Figure {
  const decided = story.last('drillOutcome').filter(({ record }) => record.state !== 'waiting')
  const count = (state: string) => decided.filter(({ record }) => record.state === state).length
  const held = (count('met') + count('late') / 2) / decided.length
  const failed = decided.filter(({ record }) => record.state !== 'met')
  // Where all held, it can be looked at when each was seen to hold.
  const behind =
    failed.length === 0 ? decided.map(({ seq }) => seq) : failed.flatMap(({ seq, record }) => [seq, ...record.seqs])
  return figureOf({
    key: 'expectations',
    value: decided.length === 0 ? null : count('late') + count('missed'),
    unit: 'count',
    points: decided.length === 0 ? null : pointsLeft(weights.expectations, weights.expectations * (1 - held)),
    seqs: behind.slice(0, 20),
  })
}

/** Answered within its time; what was answered late counts half. */
function worth({ firedAt, answeredAt, answerWithin }: Inject): number {
  if (firedAt === null || answeredAt === null || answerWithin === null) return 0
  return minutesBetween(firedAt, answeredAt) <= answerWithin ? 1 : 0.5
}

function injects(story: Story): Figure {
  const asked = story
    .last('inject')
    .filter(({ record }) => record.answerWithin !== null && ['fired', 'answered'].includes(record.state))
    // Whose time was not over yet when all ended has not been missed.
    .filter(
      ({ record }) =>
        record.state === 'answered' || minutesBetween(record.firedAt ?? '', story.endsAt) > (record.answerWithin ?? 0),
    )
  const failed = asked.filter(({ record }) => worth(record) < 1)
  const lost = asked.reduce((sum, { record }) => sum + 1 - worth(record), 0) / asked.length
  return figureOf({
    key: 'injects',
    value: asked.length === 0 ? null : failed.length,
    unit: 'count',
    points: asked.length === 0 ? null : pointsLeft(weights.injects, weights.injects * lost),
    seqs: (failed.length === 0 ? asked : failed).map(({ seq }) => seq),
  })
}

function byProxy(story: Story): Figure {
  const people = story.of('attendance').flatMap(([first]) => first ?? [])
  const typed = people.filter(({ record }) => record.channel !== 'phone')
  const value = people.length === 0 ? null : Math.round((typed.length / people.length) * 100)
  return figureOf({ key: 'byProxy', value, unit: 'percent', seqs: typed.map(({ seq }) => seq).slice(0, 20) })
}

/** A time of the records that says when something happened of which the truth is known. */
interface Written {
  at: string
  seq: number
}

type Find = (story: Story, key: string) => Written[]

const people: Find = (story, key) =>
  story.last('attendance').flatMap(({ record, seq }) => (record.name === key ? [{ at: record.checkedInAt, seq }] : []))

const teams =
  (timeOf: (one: Version<'team'>['record']) => string | null): Find =>
  (story, key) =>
    story.last('team').flatMap(({ record, seq }) => {
      const at = record.id === key ? timeOf(record) : null
      return at === null ? [] : [{ at, seq }]
    })

const visits: Find = (story, key) =>
  story.last('siteSurvey').flatMap(({ record, seq }) => (record.needId === key ? [{ at: record.at, seq }] : []))

const calls: Find = (story, key) => {
  const homes = new Set(story.last('household').flatMap(({ record }) => (record.name === key ? [record.id] : [])))
  return story.of('need').flatMap(([first]) => {
    return first && homes.has(first.record.householdId) ? [{ at: first.record.receivedAt, seq: first.seq }] : []
  })
}

/** A refusal and a place in the line leave nothing that could be found. */
type Found = DrillFact & { kind: Exclude<DrillFact['kind'], 'refusal' | 'line' | 'served'> }

const wasWritten = (fact: DrillFact): fact is Found => fact.onPaper && fact.kind in finders

const finders: Record<Found['kind'], Find> = {
  arrival: people,
  call: calls,
  survey: visits,
  departure: teams(({ departedAt }) => departedAt),
  return: teams(({ returnedAt }) => returnedAt),
}

/** Written down by hand with the clock on the wall: five minutes beside the truth are no mistake. */
const closeEnoughMs = 5 * 60_000

/** Of what happened while screens were dark: how much stands in the records, and with its own time. */
function paperAccuracy(story: Story, facts: readonly DrillFact[]): Figure {
  const onPaper = facts.filter(wasWritten)
  const right: number[] = []
  const wrong: number[] = []
  for (const { kind, key, happenedAt } of onPaper) {
    const written = finders[kind](story, key)
    const close = written.find(({ at }) => Math.abs(msBetween(at, happenedAt)) <= closeEnoughMs)
    if (close) right.push(close.seq)
    else wrong.push(...written.map(({ seq }) => seq))
  }
  const value = onPaper.length === 0 ? null : Math.round((right.length / onPaper.length) * 100)
  const points =
    value === null ? null : pointsLeft(weights.paperAccuracy, (weights.paperAccuracy * (100 - value)) / 100)
  // What nobody keyed in has no line of its own: then the dark itself is looked at.
  const dark = story.acts('practice.startDevicesOff', 'practice.endDevicesOff').map(({ seq }) => seq)
  const seqs = onPaper.length === 0 ? [] : [...dark, ...(wrong.length === 0 ? right : wrong).slice(0, 20)]
  return figureOf({ key: 'paperAccuracy', value, unit: 'percent', points, seqs })
}

/** What only practice can tell. */
export function practiceFigures(story: Story, facts: readonly DrillFact[]): Figure[] {
  return [expectations(story), injects(story), byProxy(story), paperAccuracy(story, facts)]
}
