import { msBetween } from '#shared/core/time.ts'
import { isMinorsAlone } from '#shared/dispatch/rules.ts'
import { type Figure, figureOf, type Points } from '#shared/lookback/figure.ts'
import type { FigureKey } from '#shared/lookback/figure-keys.ts'
import type { Story, Version } from '#shared/lookback/story.ts'
import { pointsLeft, prices, weights } from '#shared/lookback/weights.ts'
import type { Need } from '#shared/needs/need.ts'
import { finishedAtHouse } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap } from '#shared/volunteers/rules.ts'

/** A team at the moment it left, with all that was known then. */
interface Departure {
  seq: number
  team: Team
  need: Need | undefined
  /** Why the need's gate was opened; '' where nobody wrote it. */
  openedBecause: string
  members: readonly Attendance[]
  /** Under which numbers the work at the house had been reported as done. */
  finished: readonly number[]
  date: string
}

/** The first version of each stretch in which a team is out. */
function leavings(versions: readonly Version<'team'>[]): Version<'team'>[] {
  return versions.filter(({ record }, index) => record.status === 'out' && versions[index - 1]?.record.status !== 'out')
}

function departureOf(story: Story, { seq, record: team }: Version<'team'>): Departure {
  // The need as it was before the departure itself made it a visit.
  const need = story.asOf('need', team.needId ?? '', seq - 1)
  const household = need
    ? story.of('need').flatMap(([first]) => {
        const then = first && story.asOf('need', first.record.id, seq - 1)
        return then?.householdId === need.householdId ? [then] : []
      })
    : []
  return {
    seq,
    team,
    need,
    openedBecause: story.asOf('needReason', team.needId ?? '', seq - 1)?.openedBecause ?? '',
    members: team.members.flatMap(({ attendanceId }) => story.asOf('attendance', attendanceId, seq) ?? []),
    finished: need ? finishedAtHouse(need, household) : [],
    date: story.asOf('day', team.dayId, seq)?.date ?? '',
  }
}

const seqsOf = (cases: readonly { seq: number }[]) => cases.map(({ seq }) => seq)

function counted(key: FigureKey, cases: readonly { seq: number }[], points: Points | null): Figure {
  return figureOf({ key, value: cases.length, unit: 'count', points, seqs: seqsOf(cases) })
}

/** Sent into a home that the rules had closed: whoever opened it has said why and somebody has been there, or not. */
function gates(story: Story, departures: readonly Departure[]): Figure[] {
  const visited = new Map(
    story.of('siteSurvey').flatMap(([first]) => (first?.record.met ? [[first.record.needId, first.seq] as const] : [])),
  )
  const closed = departures.filter(({ need }) => (need?.gate.closedBy.length ?? 0) > 0)
  const said = ({ need, openedBecause }: Departure) => need?.gate.openedBy !== null && openedBecause.trim() !== ''
  const seen = ({ need, seq }: Departure) => (visited.get(need?.id ?? '') ?? seq) < seq
  const unseen = closed.filter((one) => said(one) && !seen(one))
  const without = closed.filter((one) => !said(one))
  return [
    counted(
      'gateWithReason',
      closed.filter((one) => said(one) && seen(one)),
      null,
    ),
    counted('gateUnseen', unseen, pointsLeft(weights.gateUnseen, unseen.length * prices.gateUnseen)),
    counted(
      'gateWithoutReason',
      without,
      pointsLeft(weights.gateWithoutReason, without.length * prices.gateWithoutReason),
    ),
  ]
}

function sentAgain(departures: readonly Departure[]): Figure[] {
  const again = departures.filter(({ finished }) => finished.length > 0)
  const said = ({ team }: Departure) => team.againBecause.trim() !== ''
  const [withReason, without] = [again.filter(said), again.filter((one) => !said(one))]
  const lost = withReason.length * prices.sentAgainWithReason + without.length * prices.sentAgainWithoutReason
  // One weight for both: a written reason makes it cheaper, and no visit for nothing is free.
  return [
    counted('sentAgainWithReason', withReason, null),
    counted('sentAgainWithoutReason', without, pointsLeft(weights.sentAgain, lost)),
  ]
}

/** Who is still where at the end of the day that was closed last, or of all that is told. */
function atTheEnd(story: Story): Figure[] {
  const last = story.last('attendance')
  const closed = new Map(story.last('day').map(({ record }) => [record.id, record.closedAt]))
  const standing = last.flatMap(({ record }) => {
    const closedAt = closed.get(record.dayId) ?? null
    const versions = story.of('attendance').find(([first]) => first?.record.id === record.id) ?? []
    // What was put right after the close was not right at the close.
    const then = closedAt === null ? versions.at(-1) : versions.findLast(({ at }) => msBetween(at, closedAt) >= 0)
    return then ? [then] : []
  })
  const out = standing.filter(({ record }) => record.status === 'out')
  const here = standing.filter(({ record }) => !['out', 'left', 'cancelled', 'waitingListed'].includes(record.status))
  return [
    counted('unaccounted', out, pointsLeft(weights.unaccounted, out.length * prices.unaccounted)),
    counted('notSentHome', here, pointsLeft(weights.notSentHome, here.length * prices.notSentHome)),
  ]
}

/** Whether the center kept to what protects people, case by case. */
export function procedureFigures(story: Story): Figure[] {
  const departures = story
    .of('team')
    .flatMap(leavings)
    .map((left) => departureOf(story, left))
  const hazard = story.last('center').at(0)?.record.hazard ?? 'floodOrWind'
  const uninsured = departures.filter(({ members, date }) =>
    members.some(({ insurance }) => insuranceGap(insurance, date, hazard) !== null),
  )
  const alone = departures.filter(({ members }) => isMinorsAlone(members))
  return [
    ...sentAgain(departures),
    ...gates(story, departures),
    counted('uninsuredOut', uninsured, pointsLeft(weights.uninsuredOut, uninsured.length * prices.uninsuredOut)),
    counted('minorsAlone', alone, pointsLeft(weights.minorsAlone, alone.length * prices.minorsAlone)),
    ...atTheEnd(story),
  ]
}
