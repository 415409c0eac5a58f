import type { Expectation } from '#drills/core/scenario.ts'
import type { AfterAction } from '#drills/summary/after-action.ts'
import { atLeastBy, type Checks, differing, listed, same } from '#drills/summary/check-sentences.ts'
import { dangerChecks } from '#drills/summary/danger-checks.ts'
import { lossesOfGrowth } from '#drills/summary/growth.ts'
import { receptionChecks } from '#drills/summary/reception-checks.ts'
import { summaryProblems } from '#drills/summary/recount.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { clockOf, minutesBetween, timeZone } from '#shared/core/time.ts'
import type { Inject } from '#shared/practice/inject.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap } from '#shared/volunteers/rules.ts'

/** Everyone as they were at the moment of leaving. */
function departures({ witness }: AfterAction): Attendance[] {
  const leaving = new Map<string, Attendance>()
  for (const { record } of witness.versions('attendance'))
    if (record.status === 'out') leaving.set(`${record.id} ${record.sentOutAt}`, record)
  return [...leaving.values()]
}

function doubleHouseholds({ witness }: AfterAction): string[] {
  const seen = new Map<string, string>()
  return witness
    .last('household')
    .filter(({ mergedInto }) => mergedInto === null)
    .flatMap((one) => {
      const keys = [`${searchKey(one.nameKana)} ${one.townId}`].filter((key) => key.trim() !== '')
      const double = keys.some((key) => seen.has(key))
      for (const key of keys) seen.set(key, one.id)
      return double ? [one.name] : []
    })
}

/** A day is over for those who were sent out when the last of them is back. */
function lastReturn({ witness }: AfterAction): string {
  const returns = witness.last('attendance').flatMap(({ returnedAt }) => returnedAt ?? [])
  return returns.toSorted().at(-1) ?? ''
}

function answeredWithin({ firedAt, answeredAt }: Inject, minutes: number): boolean {
  return firedAt !== null && answeredAt !== null && minutesBetween(firedAt, answeredAt) <= minutes
}

const checks: Checks = {
  ...receptionChecks,
  ...dangerChecks,
  volunteers: ({ people }, { summary }) => same('受け付けた人', people, summary.arrivals.total),
  jobsVisited: ({ jobs }, { witness }) =>
    same('班が行った件数', jobs, witness.last('need').filter(({ visits }) => visits > 0).length),
  needsByStatus: ({ statuses }, { witness }) => {
    const found = Object.entries(Object.groupBy(witness.last('need'), ({ status }) => status))
    const counts = Object.fromEntries(found.map(([status, needs]) => [status, needs.length]))
    const all = [...new Set([...Object.keys(statuses), ...Object.keys(counts)])]
    return listed(
      'ニーズの状態が想定と違います',
      all.flatMap((status) => differing(status, statuses[status] ?? 0, counts[status] ?? 0)),
    )
  },
  needsDispatchedWithin: ({ minutes }, { waits }) =>
    listed(
      `派遣可になってから${minutes}分より長く待った件（分）`,
      waits.filter((wait) => wait > minutes),
    ),
  allReturnedBy: ({ clock }, after) => {
    const out = after.witness.last('attendance').filter(({ status }) => status === 'out')
    if (out.length > 0)
      return listed(
        'まだ帰っていない人の番号',
        out.map(({ number }) => number),
      )
    const returned = lastReturn(after)
    if (returned === '') return 'まだ誰も帰着していません。'
    const last = clockOf(returned, timeZone)
    return last <= clock ? null : `最後の帰着は${last}で、${clock}を過ぎました。`
  },
  dayClosedBy: ({ clock }, { witness }) => {
    const closedAt = witness.last('day').at(-1)?.closedAt
    if (!closedAt) return 'その日がまだ閉じていません。'
    const closed = clockOf(closedAt, timeZone)
    return closed <= clock ? null : `閉じたのは${closed}で、${clock}を過ぎました。`
  },
  dispatchedBy: ({ clock, teams }, { drill, witness }) => {
    const by = new Date(drill.instantOf(clock)).toISOString()
    const out = witness.last('team').filter(({ departedAt }) => departedAt !== null && departedAt <= by).length
    return atLeastBy(clock, '班', teams, out)
  },
  injectsAnsweredInTime: (_, { witness }) =>
    listed(
      '時間内に答えのなかった状況付与',
      witness
        .last('inject')
        .filter(({ answerWithin, firedAt }) => answerWithin !== null && firedAt !== null)
        .filter((one) => !answeredWithin(one, one.answerWithin ?? 0))
        .map(({ title }) => title),
    ),
  injectAnswered: ({ inject: key, within }, { witness }) => {
    const inject = witness.last('inject').find((one) => one.key === key)
    if (!inject) return `状況付与「${key}」は出されませんでした。`
    return answeredWithin(inject, within) ? null : `「${inject.title}」に${within}分のうちに答えがありませんでした。`
  },
  stoppedBy: ({ clock }, { drill, witness }) => {
    const by = new Date(drill.instantOf(clock)).toISOString()
    const stops = witness.last('notice').filter(({ kind }) => kind === 'stop' || kind === 'shorten')
    return stops.some(({ at }) => at <= by) ? null : `${clock}までに、活動の中止も短縮も出ていません。`
  },
  nothingLeftWithoutAnswer: (_, { witness }) =>
    listed(
      '返事のない依頼',
      witness
        .last('need')
        .filter(({ status, outcome }) => ['declined', 'referred'].includes(status) && outcome.answerBy === null)
        .map(({ number }) => number),
    ),
  noDoubleHouseholds: (_, after) => listed('二重に登録された世帯', doubleHouseholds(after)),
  everyDeclineHasReasonAndAnswerDate: (_, { witness }) => {
    const reasons = new Map(witness.last('needReason').map(({ id, reason }) => [id, reason]))
    return listed(
      '理由か返事の期日のない不受理・紹介',
      witness
        .last('need')
        .filter(({ status }) => status === 'declined' || status === 'referred')
        .filter(({ id, outcome }) => !reasons.get(id) || outcome.answerBy === null)
        .map(({ number }) => number),
    )
  },
  nobodyUninsuredOut: (_, after) => {
    const { hazard } = after.drill.scenario.center
    const dateOfDay = new Map(after.witness.last('day').map(({ id, date }) => [id, date]))
    const gaps = departures(after).filter(
      ({ dayId, insurance }) => insuranceGap(insurance, dateOfDay.get(dayId) ?? '', hazard) !== null,
    )
    return listed(
      '保険が足りないまま出た人の番号',
      gaps.map(({ number }) => number),
    )
  },
  noMinorsAlone: (_, after) => {
    const teams = Object.values(Object.groupBy(departures(after), ({ teamId, sentOutAt }) => `${teamId} ${sentOutAt}`))
    const alone = teams.filter((team) => team?.every(({ ageBand }) => ageBand === 'under18'))
    return listed(
      '未成年だけで出た班の人の番号',
      alone.flatMap((team) => team?.map(({ number }) => number) ?? []),
    )
  },
  leadersKnewTheWay: (_, { drill }) => listed('行き先がリーダーの画面に出なかった班', drill.lost),
  everyoneWentHome: (_, { witness }) =>
    listed(
      '退所していない人の番号',
      witness
        .last('attendance')
        .filter(({ status }) => status !== 'left' && status !== 'cancelled')
        .map(({ number }) => number),
    ),
  groups: ({ groups, people }, { summary }) =>
    same('団体', groups, summary.arrivals.groups) ?? same('団体で来た人', people, summary.arrivals.withGroup),
  grewWithoutLoss: ({ to }, after) => lossesOfGrowth(to, after),
  incidents: ({ nearMisses, injuries }, { summary }) =>
    same('ヒヤリハット', nearMisses, summary.incidents.nearMiss) ?? same('けが', injuries, summary.incidents.injury),
  summaryAgrees: (_, after) => listed('集計と、見ていた記録が合いません', summaryProblems(after)),
  refusedOnlyWith: ({ codes }, { refusals }) =>
    listed(
      '思わぬところで断られました',
      refusals.filter(({ code }) => !codes.includes(code)).map(({ clock, type, code }) => `${clock} ${type} ${code}`),
    ),
}

/** What does not hold of an expectation, in a sentence, or null. */
export function checkExpectation<E extends Expectation>(expected: E, after: AfterAction): string | null {
  // The table has one row for each name, typed by it; the compiler cannot follow the name through the union.
  const check = checks[expected.check] as (one: E, after: AfterAction) => string | null
  return check(expected, after)
}

export interface Outcome {
  check: Expectation['check']
  /** What does not hold, in a sentence; null when it holds. */
  failure: string | null
}

/** Holds the scenario's expectations against what came of it. */
export function checkAll(after: AfterAction): Outcome[] {
  const { expectations } = after.drill.scenario
  return expectations.map((expected) => ({ check: expected.check, failure: checkExpectation(expected, after) }))
}
