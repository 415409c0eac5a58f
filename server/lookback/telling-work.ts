import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type AfterAction, afterActionSheets } from '#server/lookback/after-action-sheet.ts'
import type { LogLine } from '#server/lookback/log-lines.ts'
import type { Telling } from '#server/lookback/telling.ts'
import type { Score } from '#shared/lookback/figure.ts'
import type { History } from '#shared/lookback/history.ts'
import { scoreOf } from '#shared/lookback/score.ts'
import { historyOfDate, shownHistory } from '#shared/lookback/shown.ts'
import { Story } from '#shared/lookback/story.ts'

const squeeze = promisify(gzip)

/** What the thread can be asked; a date is empty for all that happened. */
export interface TellingWork {
  tell: { asked: { lines: readonly LogLine[] }; answer: null }
  /** What these audiences may hold of it, as JSON in bytes, compressed where whoever asks takes it so. */
  history: { asked: { date: string; audiences: readonly string[]; packed: boolean }; answer: Uint8Array<ArrayBuffer> }
  score: { asked: { date: string }; answer: Score }
  /** The pages of the report, as markup; its map has what these audiences may hold. */
  report: {
    asked: Omit<AfterAction, 'story' | 'shown' | 'score'> & { audiences: readonly string[] }
    answer: string[]
  }
}

export type TellingOrder = { [K in keyof TellingWork]: { kind: K; asked: TellingWork[K]['asked'] } }[keyof TellingWork]

const ofDate = (history: History, date: string) => (date === '' ? history : historyOfDate(history, date))

async function historyBytes(telling: Telling, { date, audiences, packed }: TellingWork['history']['asked']) {
  const text = JSON.stringify(ofDate(shownHistory(telling, audiences), date))
  // A buffer of its own, so that it is handed over and not copied.
  return new Uint8Array(packed ? await squeeze(text) : Buffer.from(text))
}

async function reportPages(telling: Telling, asked: TellingWork['report']['asked']): Promise<string[]> {
  const { audiences, ...about } = asked
  const told = ofDate(telling, asked.date)
  const shown = new Story(ofDate(shownHistory(telling, audiences), asked.date))
  const score = scoreOf(told, await telling.facts())
  const pages = afterActionSheets({ ...about, story: new Story(told), shown, score })
  // A page is markup, or on its way to be.
  return Promise.all(pages.map(async (page) => String(await page)))
}

/** Carries out one order; only the thread that tells history calls it. */
export async function carryOut(
  telling: Telling,
  order: TellingOrder,
): Promise<TellingWork[keyof TellingWork]['answer']> {
  if (order.kind === 'history') return historyBytes(telling, order.asked)
  if (order.kind === 'score') return scoreOf(ofDate(telling, order.asked.date), await telling.facts())
  if (order.kind === 'report') return reportPages(telling, order.asked)
  await telling.tell(order.asked.lines)
  return null
}
