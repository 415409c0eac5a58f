import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import type { Compared } from '#server/lookback/compared.ts'
import { plotMarkup } from '#server/lookback/plot.ts'
import { wardMapMarkup } from '#server/lookback/ward-map.ts'
import type { Center } from '#shared/center/center.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { arrivalsLine, needLines } from '#shared/lookback/day-lines.ts'
import type { Figure, Score } from '#shared/lookback/figure.ts'
import type { FigureKey } from '#shared/lookback/figure-keys.ts'
import type { Story } from '#shared/lookback/story.ts'
import { talkingPoints } from '#shared/lookback/talking-points.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { deskLabel } from '#shared/texts/desk-names.ts'
import { figureValue, figureWord, queueWords } from '#shared/texts/figures.ts'

/** What was looked back at, and what it is held against. */
export interface AfterAction {
  center: Center
  /** A date, or empty for a whole drill. */
  date: string
  now: string
  story: Story
  /** As far as desks may hold it by now: of homes whose place is withheld, nothing. */
  shown: Story
  score: Score
  compared: Compared
}

/** '' where nothing happened on the day that was asked for. */
const clock = (at: string) => (at === '' ? '' : clockOf(at, timeZone))

interface Page {
  title: string
  body: Markup
}

function page(report: AfterAction, { title, body }: Page, number: string): Markup {
  const { center, date, story, now } = report
  const [drill] = story.last('drillState')
  return html`<section class="sheet after-action">
  <header class="sheet-head">
    <div>
      <p>${center.name}　${drill?.record.title ?? center.disasterName}</p>
      <h1>${title}</h1>
      <p>${formatDate(date === '' ? dateOf(story.startsAt, timeZone) : date, 'ja')}　${clock(story.startsAt)}〜${clock(story.endsAt)}</p>
    </div>
    <p class="sheet-id">${formatDate(dateOf(now, timeZone), 'ja')} ${clock(now)} 印刷</p>
  </header>
  ${body}
  <footer class="sheet-foot"><span>振り返り</span><span>個人の名前は載せていません</span><span>${number}</span></footer>
</section>`
}

const pointsText = ({ points }: Figure) => (points ? `${points.got} / ${points.of}` : '')
const momentsText = ({ seqs }: Figure, atOf: ReadonlyMap<number, string>) =>
  seqs
    .slice(0, 4)
    .flatMap((seq) => atOf.get(seq) ?? [])
    .toSorted()
    .map(clock)
    .join('、')

const shortText = (one: Figure) =>
  `${figureValue({ ...one, quartiles: null })}${one.points ? ` [${pointsText(one)}]` : ''}`

function sameIn({ score }: { score: Score }, { key, part }: Figure): string {
  const found = score.figures.find((one) => one.key === key && one.part === part)
  return found ? shortText(found) : '―'
}

/** This drill beside simulated people alone, and beside the last ones of the same scenario. */
function comparison({ score, compared: { others } }: AfterAction): Markup {
  const told = score.figures.filter((one) => one.value !== null)
  return html`<table class="sheet-table figures-table">
  <thead><tr><th scope="col">見たこと</th><th scope="col">今回</th>${others.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
  <tbody>
    <tr><th scope="row">点</th><td>${score.total.got} / ${score.total.of}</td>${others.map(({ score: { total } }) => html`<td>${total.got} / ${total.of}</td>`)}</tr>
    ${told.map((one) => html`<tr><th scope="row">${figureWord(one)}</th><td>${shortText(one)}</td>${others.map((other) => html`<td>${sameIn(other, one)}</td>`)}</tr>`)}
  </tbody>
</table>`
}

function figuresTable({ score, story }: AfterAction): Markup {
  const atOf = new Map(story.of('logEntry').flatMap((lines) => lines.map(({ seq, at }) => [seq, at] as const)))
  const told = score.figures.filter(({ value }) => value !== null)
  return html`<table class="sheet-table figures-table">
  <thead><tr><th scope="col">見たこと</th><th scope="col">結果（中央、四分位）</th><th scope="col">点</th><th scope="col">場面</th></tr></thead>
  <tbody>${told.map(
    (one) => html`<tr><th scope="row">${figureWord(one)}</th><td>${figureValue(one)}</td>
    <td class="number">${pointsText(one)}</td><td class="number">${momentsText(one, atOf)}</td></tr>`,
  )}</tbody>
</table>`
}

function overTimeOf({ score }: AfterAction, key: FigureKey): Figure['overTime'] {
  return score.figures.find((one) => one.key === key)?.overTime ?? []
}

function plots(report: AfterAction): Markup {
  const { story, score } = report
  const { open, completed } = needLines(story)
  const queues = score.figures
    .filter(({ key, part, value }) => key === 'queue' && part !== '' && (value ?? 0) > 0)
    .toSorted(
      (one, other) =>
        Number(other.part === 'line') - Number(one.part === 'line') || (other.value ?? 0) - (one.value ?? 0),
    )
    .slice(0, 4)
    .flatMap(({ part, overTime }) => (part === '' ? [] : [{ label: queueWords[part], line: overTime }]))
  return html`${plotMarkup({ title: '受付した人と列', unit: '15分ごと、人・件', hours: story }, [{ label: '受付した人', line: arrivalsLine(story) }, ...queues])}
  ${plotMarkup({ title: '手順にかかった時間', unit: '終わった時刻ごとの中央、分', hours: story }, [
    { label: '依頼 → 現地調査', line: overTimeOf(report, 'needToSurvey') },
    { label: '番号 → 班', line: overTimeOf(report, 'numberToTeam') },
    { label: '派遣可 → 出発', line: overTimeOf(report, 'surveyToDispatch') },
    { label: '出発 → 完了', line: overTimeOf(report, 'dispatchToDone') },
  ])}
  ${plotMarkup({ title: '依頼の減り方', unit: '件', hours: story }, [
    { label: '残っている依頼', line: open },
    { label: '完了した依頼', line: completed },
  ])}`
}

function mapPage({ shown }: AfterAction): Markup {
  const needs = shown.last('need').map(({ record }) => record)
  const looks = [...new Map(needs.map(({ status }) => [statusMark(status).letter, statusMark(status).word]))]
  return html`${wardMapMarkup(shown)}
  <p>${looks.map(([letter, word]) => `${letter} ${word}`).join('　')}　数字は重なる件数　点線の丸は、町までしか分からない依頼　■ 地域防災拠点　○ 駅　◆ 区役所</p>
  <p>依頼の番号と、行った班の番号です。家が分からないように、100mほどずらしています。住所は載せていません。</p>`
}

const pointsMarkup = (points: ReturnType<typeof talkingPoints>): Markup =>
  points.length === 0
    ? html`<p>記録からは、特に見つかりませんでした。</p>`
    : html`<table class="sheet-table talking-points"><tbody>${points.map(
        ({ at, what, words }) =>
          html`<tr><td class="number">${clock(at)}</td><th scope="row">${what}</th><td>${words}</td></tr>`,
      )}</tbody></table>`

const pointsPage = (points: ReturnType<typeof talkingPoints>): Markup =>
  html`${pointsMarkup(points)}
  <h2>話し合って分かったこと</h2>
  <div class="write-lines"></div>`

const marks = { good: '○ よい', problem: '△ 困った', note: '・ メモ' } as const

function notesPage({ story }: AfterAction): Markup {
  const notes = story.last('observation').toSorted((one, other) => one.at.localeCompare(other.at))
  if (notes.length === 0)
    return html`<p>観察のメモはありません。気づいたことを、ここに書いてください。</p><div class="write-lines"></div>`
  return html`<table class="sheet-table">
  <thead><tr><th scope="col">時刻</th><th scope="col">デスク</th><th scope="col">印</th><th scope="col">気づき</th></tr></thead>
  <tbody>${notes.map(
    ({ record }) => html`<tr><td class="number">${clock(record.at)}</td>
    <td>${record.deskName === null ? '' : deskLabel(record.deskName)}</td><td>${marks[record.mark]}</td><td>${record.text}${record.photoIds.map(
      (id) => html`<img class="note-photo" src="/drill-photos/${id}/preview" alt="観察の写真">`,
    )}</td></tr>`,
  )}</tbody>
</table>`
}

function changesPage(): Markup {
  return html`<p>次の訓練までに変えることを、1行に1つ書きます。書いたことは、振り返りの画面から「開設準備室」の一覧に入れると、次の訓練のはじめに出ます。</p>
<table class="sheet-table changes-table">
  <thead><tr><th scope="col">変えること</th><th scope="col">なぜ（場面）</th><th scope="col">だれが</th><th scope="col">いつまで</th></tr></thead>
  <tbody>${Array.from({ length: 12 }, () => html`<tr><td class="blank"></td><td></td><td></td><td></td></tr>`)}</tbody>
</table>`
}

/** What is said where the comparison is not there, or not all of it. */
function comparedMarkup({ compared: { others, isDone }, center: { kind } }: AfterAction): Markup | '' {
  if (!isDone)
    return html`<p role="status" class="no-print">前の訓練と、全員が模擬のときの記録を、いま計算しています。できると、この紙に「くらべる」として出ます。</p>`
  // A real day is held against none.
  if (others.length > 0 || kind === 'live') return ''
  return html`<p>比べる記録（前の訓練、全員が模擬のとき）は、まだありません。</p>`
}

/** What stands in the place of the report while history is told for the first time. */
export function underWaySheet({ told, of }: { told: number; of: number }): Markup {
  return html`<section class="sheet after-action">
  <h1>振り返りを計算しています</h1>
  <p role="status">記録を、はじめからもう一度たどっています。${of}件のうち ${told}件まで進みました。できると、ここに出ます。</p>
  <progress max="${of}" value="${told}"></progress>
</section>`
}

/** 振り返り: one printed document; no person is named on it, and no address. */
export function afterActionSheets(report: AfterAction): Markup[] {
  const { got, of } = report.score.total
  const lacking = report.score.gaps > 0 ? html`<p>たどれない操作が${report.score.gaps}件あります。</p>` : ''
  const { others } = report.compared
  const isOpen = report.story.last('day').some(({ record }) => record.status === 'open')
  const unfinished = isOpen
    ? html`<p>この日はまだ閉じていません。いま外にいる人も、帰着を確かめていない人に数えています。</p>`
    : ''
  const first = html`<p>手順を守れたかに点を付けます。人数や速さには付けません。</p>${unfinished}${lacking}${figuresTable(report)}${comparedMarkup(report)}`
  const pages: Page[] = [
    { title: `振り返り　${of}点中 ${got}点`, body: first },
    ...(others.length === 0 ? [] : [{ title: 'くらべる', body: comparison(report) }]),
    { title: '一日の流れ', body: plots(report) },
    { title: '地図', body: mapPage(report) },
    { title: '話し合いたい場面', body: pointsPage(talkingPoints(report.story, report.score)) },
    { title: '観察のメモ', body: notesPage(report) },
    { title: '次に変えること', body: changesPage() },
  ]
  return pages.map((one, index) => page(report, one, `${index + 1} / ${pages.length}`))
}
