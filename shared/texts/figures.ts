import type { Figure } from '#shared/lookback/figure.ts'
import type { FigureKey, QueueName } from '#shared/lookback/figure-keys.ts'

/** What each figure of a look back is called, on the screen and on paper. */
const figureWords: Record<FigureKey, string> = {
  timeToOpen: '設置から受け入れまで',
  arrivalToNumber: '到着 → 受付番号',
  numberToTeam: '受付番号 → 班',
  needToSurvey: '依頼 → 現地調査',
  surveyToDispatch: '派遣可 → 出発',
  dispatchToDone: '出発 → 完了',
  needToDone: '依頼 → 完了',
  queue: '列の最大',
  stoodTooLong: '待たせすぎた割合',
  expectations: 'できなかったこと・遅れたこと',
  injects: '答えのない・遅れた状況付与',
  doublesCaught: '見つけた重複',
  doublesLeft: '残った重複',
  sentAgainWithReason: '終わった家へまた派遣(理由あり)',
  sentAgainWithoutReason: '終わった家へまた派遣(理由なし)',
  gateWithReason: '見てから理由を書いて認めた派遣',
  gateUnseen: 'だれも見ていない家への派遣',
  gateWithoutReason: '理由を書かずに認めた派遣',
  uninsuredOut: '保険が足りないまま出た班',
  minorsAlone: '未成年だけで出た班',
  unaccounted: '帰着を確かめていない人',
  notSentHome: '退所していない人',
  byProxy: '代行入力・紙の割合',
  paperAccuracy: '紙から入れた記録の正しさ',
}

/** What stands and waits, as a desk says it. */
export const queueWords: Record<QueueName, string> = {
  line: '受付の前の列（模擬の人だけ）',
  consulting: '体調相談を待つ人',
  received: '聞いたままの依頼',
  toSurvey: '日の決まらない現地調査',
  ready: '班を待つ依頼',
  waiting: '待機する人',
  sendOff: '出発前の班',
  reports: '報告がまだの班',
}

const units = { minutes: '分', count: '件', percent: '%' } as const

export const figureWord = ({ key, part }: Pick<Figure, 'key' | 'part'>): string =>
  part === '' ? figureWords[key] : `${figureWords[key]}: ${queueWords[part]}`

/** A value with its unit; of lengths of time also the quarters. */
export function figureValue({ value, unit, quartiles }: Pick<Figure, 'value' | 'unit' | 'quartiles'>): string {
  if (value === null) return '―'
  if (quartiles === null) return `${value}${units[unit]}`
  return `${value}${units[unit]}（${quartiles.lower}〜${quartiles.upper}、${quartiles.count}件）`
}
