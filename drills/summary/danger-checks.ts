import type { AfterAction } from '#drills/summary/after-action.ts'
import { atLeastBy, type Checks, listed } from '#drills/summary/check-sentences.ts'
import type { Seen } from '#drills/summary/witness.ts'
import { clockOf, minutesBetween, timeZone } from '#shared/core/time.ts'
import { isGateOpen } from '#shared/needs/rules.ts'

/** Every team at the moment of leaving. */
function departures({ witness }: AfterAction): Seen<'team'>[] {
  const leaving = new Map<string, Seen<'team'>>()
  for (const seen of witness.versions('team')) {
    const key = `${seen.record.id} ${seen.record.departedAt}`
    if (seen.record.status === 'out' && !leaving.has(key)) leaving.set(key, seen)
  }
  return [...leaving.values()]
}

/** A need as it stood at an instant. */
const needAt = ({ witness }: AfterAction, needId: string | null, at: string) =>
  witness.versions('need').findLast((seen) => seen.record.id === needId && seen.at <= at)?.record

const stopsOf = ({ witness }: AfterAction) =>
  witness.last('notice').filter(({ kind, returnBy }) => kind === 'stop' || (kind === 'shorten' && returnBy !== null))

/** Whether somebody who left then could not be back in time, or should not have left at all. */
function leftInSpite({ kind, at, liftedAt, returnBy }: ReturnType<typeof stopsOf>[number], leftAt: string): boolean {
  if (leftAt <= at || (liftedAt !== null && leftAt >= liftedAt)) return false
  return kind === 'stop' || clockOf(leftAt, timeZone) >= (returnBy ?? '')
}

function heardInTime({ witness }: AfterAction, notice: { id: string; at: string }, within: number): number {
  const heard = witness.last('noticeAcknowledgement').filter(({ noticeId }) => noticeId === notice.id)
  return heard.filter(({ at }) => minutesBetween(notice.at, at) <= within).length
}

/** Who had a phone and was still there when the notice went out. */
function phonesThen({ witness }: AfterAction, at: string): number {
  const people = witness.last('attendance').filter(({ channel }) => channel === 'phone')
  return people.filter(({ checkedInAt, leftAt }) => checkedInAt <= at && (leftAt === null || leftAt > at)).length
}

/** Danger: gates, surveys, and a day that is stopped or cut short. */
export const dangerChecks = {
  surveyedBy: ({ clock, houses }, { drill, witness }) => {
    const by = new Date(drill.instantOf(clock)).toISOString()
    const seen = witness.last('siteSurvey').filter(({ met, at }) => met && at <= by)
    return atLeastBy(clock, '軒の現地調査', houses, seen.length)
  },
  noTeamToClosedGates: (_, after) => {
    const needs = departures(after).flatMap(({ at, record }) => needAt(after, record.needId, at) ?? [])
    return listed(
      '危険の確認が済まないまま班が出た依頼',
      needs.filter((need) => !isGateOpen(need)).map(({ number }) => number),
    )
  },
  nobodySentAfterStop: (_, after) => {
    const stops = stopsOf(after)
    if (stops.length === 0) return '活動の中止も短縮も出ていません。'
    const late = departures(after).filter(({ at }) => stops.some((stop) => leftInSpite(stop, at)))
    return listed(
      '中止・短縮のあとに出た班',
      late.map(({ record }) => record.number),
    )
  },
  noticesHeard: ({ within, share }, after) => {
    const unheard = after.witness.last('notice').filter((notice) => {
      const phones = phonesThen(after, notice.at)
      return phones > 0 && heardInTime(after, notice, within) / phones < share
    })
    return listed(
      `${within}分のうちに${Math.round(share * 100)}%まで届かなかったお知らせ`,
      unheard.map(({ reason }) => reason),
    )
  },
} satisfies Partial<Checks>
