import type { CheckList, StockOwner } from '#shared/readiness/limits.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'
import type { OpeningDecision } from '#shared/readiness/opening-decision.ts'

/** Words of the set-up room (開設準備室) that stand on screens and on paper alike. */
export const checkListNames: Readonly<Record<CheckList, string>> = {
  firstJobs: '最初の4つの仕事',
  first3h: '発災から3時間',
  first24h: '3時間から24時間',
  first72h: '24時間から72時間',
  untilOpening: '開設まで',
  desks: 'デスクと動線',
  lines: '回線と電源',
  alternate: '代わりの場所',
  stocks: '備品',
}

export const outcomeNames: Readonly<Record<OpeningDecision['outcome'], string>> = {
  open: 'センターを開設する',
  ordinary: 'ふだんの体制で対応する',
  wait: 'まだ決めない（様子を見る）',
}

export const ownerNames: Readonly<Record<StockOwner, string>> = {
  own: '自分のもの',
  lentFree: '無償で借りたもの',
  rented: 'レンタル',
  donated: '寄付',
}

export const decisionLabels = {
  askedBy: '求めた人・機関',
  damage: '被害の状況',
  needs: '入っている依頼',
  volunteers: '見込めるボランティア',
  present: 'その場にいた人',
  outcome: '判断',
  reason: '理由',
  nextReviewAt: '次に見直すとき',
} as const

/** In a drill, beside an open point that the center has settled in its own lists. */
export const settledAtHome = '決まっています（本番のリストにあります）'

/** Where an issue came from: the drill that showed it, and what somebody wrote of it. */
export function issueSource({ drill, source }: Pick<OpenIssue, 'drill' | 'source'>): string {
  const held = drill ? `訓練「${drill.title}」${drill.heldOn}` : ''
  return [held, source].filter(Boolean).join('・')
}

/** 2時間05分, 45分, or 3日4時間. */
export function spanText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours >= 48) return `${Math.floor(hours / 24)}日${hours % 24}時間`
  return hours === 0 ? `${rest}分` : `${hours}時間${String(rest).padStart(2, '0')}分`
}
