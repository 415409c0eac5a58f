import { html } from 'hono/html'
import { paperMark } from '#server/access/paper-mark.ts'
import { type Markup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Center } from '#shared/center/center.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { Reservation, ReservationDay } from '#shared/reservations/reservation.ts'
import { halvesTexts, reservationKindTexts, reservationStatusTexts } from '#shared/texts/reservation-words.ts'

interface DayList {
  files: PageFiles
  center: Center | undefined
  day: ReservationDay
  /** All that were not cancelled. */
  listed: readonly Reservation[]
  now: string
  /** The number of this paper today. */
  paper: number | null
}

const row = ({ number, name, nameKana, groupName, kind, halves, headcount, status }: Reservation) => html`<tr>
  <td class="number">${number}</td>
  <td>${nameKana}<br><strong>${groupName || name}</strong>${groupName ? `（${name}）` : ''}</td>
  <td>${reservationKindTexts[kind].ja}</td>
  <td>${halvesTexts[halves].ja}</td>
  <td class="number">${headcount}人</td>
  <td>${status === 'checkedIn' ? '☑' : '☐'} 来所</td>
  <td>${status === 'booked' || status === 'checkedIn' ? '' : reservationStatusTexts[status].ja}</td>
</tr>`

/** A day's reservations on paper, by kana: the door works on where the screens do not. No telephone numbers. */
export function dayListPage({ files, center, day, listed, now, paper }: DayList): Markup {
  const byKana = listed.toSorted((one, other) => searchKey(one.nameKana).localeCompare(searchKey(other.nameKana), 'ja'))
  const people = listed.filter(({ status }) => status !== 'waiting').reduce((sum, one) => sum + one.headcount, 0)
  const printed = `${formatDate(dateOf(now, timeZone), 'ja')} ${clockOf(now, timeZone)} 現在`
  const sheet = html`<section class="sheet">
  <header class="sheet-head">
    <div><p>${center?.name ?? ''}</p><h1>活動予約の一覧</h1><p>${formatDate(day.date, 'ja')}</p></div>
    <div class="sheet-id"><p><strong>${listed.length}件 ${people}人</strong></p><p>${printed}</p><p>${paperMark(paper)}</p></div>
  </header>
  <table class="sheet-table">
    <thead><tr><th>番号</th><th>ふりがな・名前</th><th>種類</th><th>時間</th><th>人数</th><th>来所</th><th>メモ</th></tr></thead>
    <tbody>${byKana.map(row)}</tbody>
  </table>
  ${listed.length === 0 ? html`<p>予約はありません。</p>` : ''}
  <footer class="sheet-foot"><span>来所に印をつけ、線が戻ったら受付の画面に入れてください。</span><span>${printed}</span></footer>
</section>`
  return sheetPage({ title: '活動予約の一覧', kind: center?.kind ?? 'live', files, sheets: sheet })
}
