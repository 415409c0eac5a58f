import { html } from 'hono/html'
import { paperMark } from '#server/access/paper-mark.ts'
import type { Markup } from '#server/core/sheet-page.ts'
import type { Center, Day } from '#shared/center/center.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** What a roll-call is printed from. */
export interface RollCall {
  center: Center
  day: Day
  teams: readonly Team[]
  /** Those who are out now. */
  people: readonly Attendance[]
  now: string
  /** The number of this paper today. */
  paper: number | null
}

function teamRows(team: Team, out: ReadonlySet<string>): Markup[] {
  const members = team.members.filter(({ attendanceId }) => out.has(attendanceId))
  return members.map(
    ({ attendanceId, number, name }, index) => html`<tr>
      <td class="number">${index === 0 ? `${team.number}班` : ''}</td>
      <td class="number">${number}</td>
      <td>${name}${attendanceId === team.leaderId ? '（リーダー）' : ''}</td>
      <td class="number">${team.departedAt ? clockOf(team.departedAt, timeZone) : ''}</td>
      <td class="blank"></td>
      <td class="blank"></td>
    </tr>`,
  )
}

function aloneRows(people: readonly Attendance[], teams: readonly Team[]): Markup[] {
  const outTeams = new Set(teams.map(({ id }) => id))
  return people
    .filter(({ teamId }) => !outTeams.has(teamId ?? ''))
    .map(
      ({ number, name, sentOutAt }) => html`<tr>
      <td>単独</td>
      <td class="number">${number}</td>
      <td>${name}</td>
      <td class="number">${sentOutAt ? clockOf(sentOutAt, timeZone) : ''}</td>
      <td class="blank"></td>
      <td class="blank"></td>
    </tr>`,
    )
}

/** The roll-call on paper (点呼): works in the car park, in the dark, without any device. */
export function rollCallSheet({ center, day, teams, people, now, paper }: RollCall): Markup {
  const out = new Set(people.map(({ id }) => id))
  const outTeams = teams.filter(({ status }) => status === 'out').sort((a, b) => a.number - b.number)
  const clock = clockOf(now, timeZone)
  return html`<section class="sheet">
  <header class="sheet-head">
    <div>
      <p>${center.name}</p>
      <h1>全員帰着の点呼</h1>
      <p>${formatDate(day.date, 'ja')}　戻る時刻 ${day.returnBy}</p>
    </div>
    <p class="sheet-id"><strong>${people.length}人</strong><br>${clock} 現在<br>${paperMark(paper)}</p>
  </header>
  <table class="sheet-table">
    <thead>
      <tr><th>班</th><th>番号</th><th>氏名</th><th>出発</th><th>帰着</th><th>確認</th></tr>
    </thead>
    <tbody>${outTeams.flatMap((team) => teamRows(team, out))}${aloneRows(people, outTeams)}</tbody>
  </table>
  ${people.length === 0 ? html`<p>活動中の人はいません（${clock}）。</p>` : ''}
  <footer class="sheet-foot">
    <span>点呼 ${day.date} ${clock}</span><span>使い終わったら本部で集めます（個人情報）</span>
  </footer>
</section>`
}
