import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import type { Center, Day } from '#shared/center/center.ts'
import { toCsv } from '#shared/core/csv.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, timeZone, weekdayOf } from '#shared/core/time.ts'
import type { DaySummary } from '#shared/reports/day-summary.ts'
import { type SummaryGroup, summaryGroups } from '#shared/texts/day-summary.ts'

/** Whose day it is, and when it was counted. */
export interface SummaryHead {
  center: Center
  day: Day
  /** The instant of printing. */
  now: string
}

const dateText = ({ date }: Day) => `${formatDate(date, 'ja')}（${weekdayOf(date, 'ja')}）`

/** Figures of a day that is still running are marked as such: nobody may pass them on as final. */
function stateText({ day, now }: SummaryHead): string {
  const clock = clockOf(now, timeZone)
  return day.status === 'closed' ? `確定（${clock} 印刷）` : `途中（${clock} 現在）`
}

function groupMarkup({ title, lines }: SummaryGroup): Markup {
  return html`<section class="summary-group">
  <h2>${title}</h2>
  <table class="sheet-table summary-table">
    <tbody>
      ${lines.map(
        ({ word, count, unit, part }) => html`<tr>
        <th scope="row" class="${part ? 'summary-part' : ''}">${word}</th>
        <td class="number">${count} ${unit}</td>
      </tr>`,
      )}
    </tbody>
  </table>
</section>`
}

/** The daily report (日報) on one page. It holds figures only; `looks` is the head of the record of who looked. */
export function daySummarySheet(summary: DaySummary, head: SummaryHead, looks: string): Markup {
  const { center, day } = head
  return html`<section class="sheet">
  <header class="sheet-head">
    <div>
      <p>${center.name}　${center.disasterName}</p>
      <h1>日報　第${day.number}日</h1>
      <p>${dateText(day)}</p>
    </div>
    <p class="sheet-id">${stateText(head)}</p>
  </header>
  <div class="summary-columns">${summaryGroups(summary).map(groupMarkup)}</div>
  <h2>特記事項</h2>
  <div class="write-lines write-lines-3"></div>
  <footer class="sheet-foot">
    <span>日報 ${day.date}</span><span>個人の情報は載せていません</span><span>見た記録の控え番号 ${looks}</span><span>1 / 1</span>
  </footer>
</section>`
}

/** The same figures as a file for a spreadsheet: one line for each. */
export function daySummaryCsv(summary: DaySummary, head: SummaryHead): string {
  const { center, day } = head
  const marked = center.kind === 'drill' ? '訓練 ' : ''
  return toCsv([
    ['センター', `${marked}${center.name}`, ''],
    ['災害', center.disasterName, ''],
    ['日付', day.date, ''],
    ['状態', stateText(head), ''],
    ['区分', '項目', '数', '単位'],
    ...summaryGroups(summary).flatMap(({ title, lines }) =>
      lines.map(({ word, count, unit, part }) => [title, part ? `うち${word}` : word, count, unit]),
    ),
  ])
}
