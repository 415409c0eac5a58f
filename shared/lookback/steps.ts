import { minutesBetween } from '#shared/core/time.ts'
import { type Figure, figureOf } from '#shared/lookback/figure.ts'
import { type Length, saidOfLengths } from '#shared/lookback/lengths.ts'
import { firstThat, type Story, type Version } from '#shared/lookback/story.ts'
import type { NeedStatus } from '#shared/needs/need.ts'
import type { DrillFact } from '#shared/practice/outcome.ts'
import { minutesToOpen } from '#shared/readiness/rules.ts'

type Needs = readonly Version<'need'>[]

const length = (from: string | undefined, to: { at: string; seq: number } | undefined): Length[] =>
  from === undefined || to === undefined ? [] : [{ minutes: minutesBetween(from, to.at), at: to.at, seq: to.seq }]

const inState =
  (...statuses: NeedStatus[]) =>
  (versions: Needs) =>
    firstThat(versions, ({ status }) => statuses.includes(status))

const ready = inState('ready')
const underWay = inState('inProgress')
const done = inState('completed')
const surveyed = (versions: Needs) =>
  versions.some(({ record }) => record.status === 'surveyPending' || record.status === 'surveyScheduled')
    ? ready(versions)
    : undefined

/** As the set-up room said it, and otherwise from the center's first act until the first day that takes people in. */
function timeToOpen(story: Story): Figure {
  const said = story.last('readyMark').find(({ record }) => record.readyAt !== null)
  if (said) {
    return figureOf({ key: 'timeToOpen', value: minutesToOpen(said.record), unit: 'minutes', seqs: [said.seq] })
  }
  const [start] = story.of('center')[0] ?? []
  const open = story
    .of('day')
    .flatMap(
      (versions) => firstThat(versions, ({ status, publicReception }) => status === 'open' && publicReception) ?? [],
    )
    .at(0)
  const [opened] = length(start?.at, open)
  const seqs = [start?.seq, open?.seq].flatMap((seq) => seq ?? [])
  return figureOf({ key: 'timeToOpen', value: opened?.minutes ?? null, unit: 'minutes', seqs })
}

/** Who really stood at the door when is known of simulated people alone. */
function arrivalToNumber(story: Story, facts: readonly DrillFact[]): Figure {
  const arrivedAt = new Map(facts.filter(({ kind }) => kind === 'arrival').map((fact) => [fact.key, fact.happenedAt]))
  const lengths = story.of('attendance').flatMap(([first]) => {
    const arrived = first && arrivedAt.get(first.record.name)
    return first ? length(arrived, { at: first.record.checkedInAt, seq: first.seq }) : []
  })
  return figureOf({ key: 'arrivalToNumber', ...saidOfLengths(lengths) })
}

function numberToTeam(story: Story): Figure {
  const lengths = story.of('attendance').flatMap((versions) => {
    const joined = firstThat(versions, ({ teamId }) => teamId !== null)
    return length(versions[0]?.record.checkedInAt, joined)
  })
  return figureOf({ key: 'numberToTeam', ...saidOfLengths(lengths) })
}

const received = (versions: Needs) => versions[0]?.record.receivedAt

const needSteps = [
  { key: 'needToSurvey', from: received, to: surveyed },
  { key: 'surveyToDispatch', from: (versions: Needs) => ready(versions)?.at, to: underWay },
  { key: 'dispatchToDone', from: (versions: Needs) => underWay(versions)?.at, to: done },
  { key: 'needToDone', from: received, to: done },
] as const

/** How long each step took, of people and of needs. */
export function stepFigures(story: Story, facts: readonly DrillFact[]): Figure[] {
  const needs = story.of('need')
  return [
    timeToOpen(story),
    arrivalToNumber(story, facts),
    numberToTeam(story),
    ...needSteps.map(({ key, from, to }) =>
      figureOf({ key, ...saidOfLengths(needs.flatMap((versions) => length(from(versions), to(versions)))) }),
    ),
  ]
}
