import type { LogEntry } from '#shared/center/center.ts'
import type { CommandName } from '#shared/commands.ts'
import { outcomeNames, spanText } from '#shared/texts/readiness-words.ts'

type ReadinessName = Extract<CommandName, `readiness.${string}`>
type Details = LogEntry['details']

/** What an act of the set-up room is called where its author must recognise it. */
export const readinessActNames: Record<ReadinessName, string> = {
  'readiness.adoptLists': '標準のリストを入れる',
  'readiness.writeItem': '準備リストの書き込み',
  'readiness.moveItem': '準備リストの並べ替え',
  'readiness.markItem': '準備の済み',
  'readiness.unmarkItem': '準備の済みの取り消し',
  'readiness.startListsOver': '準備リストをはじめに戻す',
  'readiness.recordDecision': '開設の判断',
  'readiness.withdrawDecision': '開設の判断の取り消し',
  'readiness.declareReady': '受け入れ準備よし',
  'readiness.takeBackReady': '受け入れ準備よしの取り消し',
  'readiness.writeStock': '備品の書き込み',
  'readiness.checkStock': '備品の点検',
  'readiness.takeBackStockCheck': '備品の点検の取り消し',
  'readiness.planEvent': '訓練・研修の予定',
  'readiness.addIssue': '課題を加える',
  'readiness.takeOverIssues': '訓練の課題を入れる',
  'readiness.changeIssue': '課題を直す',
  'readiness.settleIssue': '課題の済み',
  'readiness.reopenIssue': '課題の済みの取り消し',
  'readiness.putAway': '一覧から外す',
  'readiness.bringBack': '一覧に戻す',
}

const item = ({ item: text }: Details) => `「${text ?? ''}」`
const stock = ({ stock: code, name }: Details) => `備品 ${code ?? ''} ${name ?? ''}`
const outcome = (details: Details) => Object.entries(outcomeNames).find(([name]) => name === details.outcome)?.[1] ?? ''
const kinds: Readonly<Record<string, string>> = {
  checkItem: '準備リストの1件',
  stockItem: '備品1件',
  plannedEvent: '予定1件',
}
const findings: Readonly<Record<string, (count: unknown) => string>> = {
  fine: () => 'あり・数よし',
  counted: (count) => `数えて${String(count)}`,
  missing: () => '見あたらない',
}

/** The sentence of each act of the set-up room in the chronology. */
export const readinessSentences: Record<ReadinessName, (details: Details) => string> = {
  'readiness.adoptLists': ({ items }) => `準備リスト${items}件を入れた`,
  'readiness.writeItem': (details) => `準備リスト${item(details)}を書いた`,
  'readiness.moveItem': (details) => `準備リスト${item(details)}の順番を変えた`,
  'readiness.markItem': (details) => `準備${item(details)}が済んだ`,
  'readiness.unmarkItem': (details) => `準備${item(details)}を「まだ」に戻した`,
  'readiness.startListsOver': ({ items }) => `準備リストの済みの印${items}件を外した`,
  'readiness.recordDecision': (details) => `開設の判断：${outcome(details)}`,
  'readiness.withdrawDecision': (details) => `開設の判断（${outcome(details)}）を取り消した`,
  'readiness.declareReady': ({ minutes }) => `受け入れ準備よし（開設まで ${spanText(Number(minutes))}）`,
  'readiness.takeBackReady': () => '「受け入れ準備よし」を取り消した',
  'readiness.writeStock': (details) => `${stock(details)}を書いた`,
  'readiness.checkStock': (details) =>
    `${stock(details)}を点検した（${findings[String(details.found)]?.(details.count) ?? ''}）`,
  'readiness.takeBackStockCheck': (details) => `${stock(details)}の点検を取り消した`,
  'readiness.planEvent': ({ title, date }) => `予定「${title}」（${date}）を書いた`,
  'readiness.addIssue': () => '課題を加えた',
  'readiness.takeOverIssues': ({ title, taken, settled }) =>
    `訓練「${title ?? ''}」から課題${taken}件を入れ、${settled}件を済みにした`,
  'readiness.changeIssue': () => '課題を書き直した',
  'readiness.settleIssue': () => '課題を済みにした',
  'readiness.reopenIssue': () => '課題を「まだ」に戻した',
  'readiness.putAway': ({ kind }) => `${kinds[String(kind)] ?? ''}を一覧から外した`,
  'readiness.bringBack': ({ kind }) => `${kinds[String(kind)] ?? ''}を一覧に戻した`,
}
