import type { AfterAction } from '#drills/summary/after-action.ts'
import { checkWords } from '#drills/summary/check-words.ts'
import type { Outcome } from '#drills/summary/checks.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { hoursOf } from '#shared/reports/day-summary.ts'

/** The moments that make the shape of a day, in words. */
const moments: Readonly<Record<string, string>> = {
  'center.openDay': '開所',
  'messages.sendNotice': 'お知らせ',
  'dispatch.answerHelp': '応援の求めに応答',
  'reports.recordIncident': 'けが・ヒヤリハットを記録',
  'needs.openGate': '人と理由を記して派遣を認める',
  'needs.declineNeed': '不受理',
  'needs.referNeed': '紹介',
  'needs.putOnHold': '保留',
  'reports.closeDay': 'その日を閉じる',
}

/** The first and the last of these are told. */
const runs: Readonly<Record<string, readonly [string, string]>> = {
  'volunteers.checkIn': ['最初の受付', '最後の受付'],
  'needs.receiveNeed': ['最初のニーズ', '最後のニーズ'],
  'dispatch.dispatchTeam': ['最初の班が出発', '最後の班が出発'],
  'reports.receiveTeam': ['最初の班が帰着', '最後の班が帰着'],
}

function outcomeLine({ check, failure }: Outcome): string {
  return failure === null ? `  ○ ${checkWords[check]}` : `  × ${checkWords[check]}  ${failure}`
}

function timeLine({ witness }: AfterAction): string[] {
  const lines = witness.versions('logEntry').map(({ record }) => record)
  const told = lines.flatMap(({ type, at }, index) => {
    const words = moments[type]
    if (words) return [{ at, words }]
    const run = runs[type]
    if (!run) return []
    const ofType = lines.filter((line) => line.type === type)
    if (ofType[0] === lines[index]) return [{ at, words: run[0] }]
    return ofType.at(-1) === lines[index] ? [{ at, words: run[1] }] : []
  })
  return told.map(({ at, words }) => `  ${clockOf(at, timeZone)}  ${words}`)
}

/** Each reason once, with its first time and how often it came. */
function refusalLines(refusals: AfterAction['refusals']): string[] {
  const byCode = Object.entries(Object.groupBy(refusals, ({ code }) => code))
  return byCode.map(([code, ones = []]) => `\n    ${ones[0]?.clock ?? ''} ${code} ×${ones.length}`)
}

function figures({ summary, waits, refusals }: AfterAction): string[] {
  const { arrivals, needs, teams, reports, incidents } = summary
  const middle = waits[Math.floor(waits.length / 2)] ?? 0
  return [
    `  受付      ${arrivals.total}人（スマートフォン ${arrivals.byChannel.phone}、代行 ${arrivals.byChannel.proxy}）、活動に出た人 ${arrivals.wentOut}`,
    `  ニーズ    受け付け ${needs.received}、完了 ${needs.completed}、継続 ${needs.toBeContinued}、不受理・紹介 ${needs.turnedAway}、残り ${needs.open}`,
    `  班        ${teams.sentOut}班、のべ ${teams.people}人、${hoursOf(teams.minutes)}人時`,
    `  報告      ${reports.heard}件（スマートフォンから ${reports.fromPhones}）`,
    `  けが ${incidents.injury}、ヒヤリハット ${incidents.nearMiss}`,
    `  派遣可から出発まで  中央 ${middle}分、最長 ${waits.at(-1) ?? 0}分`,
    `  断られた操作 ${refusals.length}${refusalLines(refusals).join('')}`,
  ]
}

/** What a drill came to, for a terminal. */
export function summaryText(after: AfterAction, outcomes: readonly Outcome[]): string {
  const { title, sources } = after.drill.scenario
  return [
    `訓練  ${title}`,
    '',
    '数字',
    ...figures(after),
    '',
    '時間の流れ',
    ...timeLine(after),
    '',
    'たしかめたこと',
    ...outcomes.map(outcomeLine),
    '',
    '数字の出どころ',
    ...sources.map(({ figure, source }) => `  ${figure} — ${source}`),
  ].join('\n')
}
