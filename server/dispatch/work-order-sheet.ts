import { html } from 'hono/html'
import { paperMark } from '#server/access/paper-mark.ts'
import { type Markup, qrMarkup } from '#server/core/sheet-page.ts'
import { sketchMarkup } from '#server/dispatch/sketch-markup.ts'
import type { Sheet } from '#server/dispatch/work-orders.ts'
import type { Center } from '#shared/center/center.ts'
import { clockOf, timeZone, weekdayOf } from '#shared/core/time.ts'
import { sheetNumber } from '#shared/dispatch/rules.ts'
import { sheetCode } from '#shared/dispatch/sheet-code.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { placeText } from '#shared/places/place.ts'
import { sketchMap } from '#shared/places/sketch-map.ts'
import { choiceWords } from '#shared/texts/need-words.ts'
import { sheetTexts as t } from '#shared/texts/work-order.ts'

interface Printing {
  sheet: Sheet
  center: Center
  /** The instant of printing, which stands on every sheet. */
  now: string
  /** The number of this paper today. */
  paper: number | null
}

const familyName = (name: string) => name.split(/[\s\u3000]/)[0] ?? name

function phoneText(phone: string): string {
  return phone.replace(/^(0\d{2})(\d{3,4})(\d{4})$/, '$1-$2-$3')
}

function headMarkup({ sheet: { workOrder }, center, now, paper }: Printing): Markup {
  const { date, needNumber, teamNumber } = workOrder
  const code = sheetCode(workOrder)
  return html`<header class="sheet-head">
  <div>
    <p>${center.name}${workOrder.status === 'void' ? html` <strong>${t.void}</strong>` : ''}</p>
    <h1>${t.title}</h1>
    <p class="work-order-job"><strong>${needNumberText(needNumber)}</strong> <strong>${teamNumber}班</strong>
      ${date}（${weekdayOf(date, 'ja')}） <strong>${t.returnBy(workOrder.returnBy)}</strong></p>
  </div>
  <div class="sheet-id work-order-id">
    ${qrMarkup(code, `${t.title} ${code}`, code)}
    <p>${t.number} <strong>${sheetNumber(workOrder)}</strong></p>
    <p>${t.printedAt} ${clockOf(now, timeZone)}　${paperMark(paper)}</p>
  </div>
</header>`
}

/** About how many lines the words of the upper half take on paper, 42 characters each. */
function linesOf({ workOrder, place }: Sheet): number {
  const { work, cautions, tools, ownEquipment, members, reasonForTeam, againBecause } = workOrder
  const paragraphs = [work, reasonForTeam, againBecause, ownEquipment, place.careHint, ...cautions.split('\n')]
  const text = paragraphs.reduce((sum, one) => sum + Math.ceil(one.length / 42), 0)
  return text + Math.ceil(tools.length / 5) + Math.ceil(members.length / 9)
}

/** One page is the promise: the more words, the smaller the sketch and the lines to write on. */
function densityOf(sheet: Sheet): string {
  const lines = linesOf(sheet)
  if (lines <= 7) return ''
  return lines <= 12 ? ' work-order-dense' : ' work-order-dense work-order-full'
}

/** Where to go: with the address withheld (住所非開示) the sheet says only whom to call. */
function placeMarkup({ sheet: { place }, center }: Printing): Markup {
  if (place.withheld)
    return html`<p class="work-order-place"><strong>${t.withheld(phoneText(center.phone))}</strong></p>`
  const sketch = sketchMap(place, { width: 400, height: 152 })
  return html`<p class="work-order-place"><strong>${placeText(place)}</strong>
    ${place.nameWithheld ? t.nameWithheld : place.surname === '' ? '' : `${place.surname} 様方`} ${place.landmark === '' ? '' : `（目印: ${place.landmark}）`}</p>
  ${sketch ? sketchMarkup(sketch) : ''}
  ${sketch && !sketch.pin.exact ? html`<p class="work-order-small">${t.approximate}</p>` : ''}`
}

function peopleMarkup({ sheet: { workOrder } }: Printing): Markup {
  const { members, leaderId } = workOrder
  const leader = members.find(({ attendanceId }) => attendanceId === leaderId)
  const others = members.filter(({ attendanceId }) => attendanceId !== leaderId)
  const say = ({ number, name }: { number: number; name: string }) => `${number} ${familyName(name)}`
  return html`<p>${t.leader} <strong>${leader ? say(leader) : ''}</strong></p>
  <p>${t.members(members.length)} ${others.map(say).join('、')}</p>
  ${workOrder.reasonForTeam === '' ? '' : html`<p class="work-order-small">${t.reason}: ${workOrder.reasonForTeam}</p>`}
  ${workOrder.againBecause === '' ? '' : html`<p class="work-order-small">${t.again}: ${workOrder.againBecause}</p>`}`
}

function row(label: string, content: Markup): Markup {
  return html`<tr><th scope="row">${label}</th><td>${content}</td></tr>`
}

/** The upper half: what to do. Nothing of the household but surname and place (field guide 1.5). */
function jobMarkup(printing: Printing): Markup {
  const { workOrder, place } = printing.sheet
  const { careHint } = place
  const { categories, work, tools, ownEquipment, cautions } = workOrder
  const lines = cautions.split('\n').filter((line) => line !== '')
  return html`<table class="sheet-table work-order-table"><tbody>
  ${row(t.place, placeMarkup(printing))}
  ${row(t.people, peopleMarkup(printing))}
  ${row(t.work, html`<strong>${categories.map((one) => choiceWords.categories[one]).join('・')}</strong> ${workOrder.workWithheld ? t.workWithheld : work}`)}
  ${row(t.tools, html`<ul class="boxes">${(tools.length > 0 ? tools : [t.none]).map((tool) => html`<li>${tool}</li>`)}</ul>`)}
  ${ownEquipment === '' ? '' : row(t.ownEquipment, html`${ownEquipment}`)}
  ${row(t.cautions, html`${lines.map((line) => html`<strong>⚠ ${line}</strong><br>`)}${t.standing}`)}
  ${careHint === '' ? '' : row(t.careHint, html`<strong>${careHint}</strong>`)}
  ${row(t.contact, html`<strong>${phoneText(printing.center.phone)}</strong>（${t.contactHint}）`)}
</tbody></table>`
}

const box = (words: readonly string[]) => html`<ul class="boxes">${words.map((word) => html`<li>${word}</li>`)}</ul>`

/** The lower half: the report, so that the sheet alone suffices when every device is dead. */
export function reportMarkup(): Markup {
  const r = t.report
  return html`<h2>${r.title}</h2>
<table class="sheet-table work-order-table"><tbody>
  ${row(r.times, html`${r.timeLine}`)}
  ${row(r.outcome, box(r.outcomes))}
  ${row(r.workDone, html`<div class="write-lines write-lines-2"></div>`)}
  ${row(r.remaining, html`<div class="write-lines"></div><p>${r.next}</p>`)}
  ${row(r.household, html`${box(r.householdStates)}<div class="write-lines"></div>`)}
  ${row(r.safety, html`${box(r.safetyStates)}<div class="write-lines"></div>`)}
</tbody></table>`
}

/** 活動依頼書(兼報告書) on one A4 page: above what to do, below the report. */
export function workOrderMarkup(printing: Printing): Markup {
  const { workOrder } = printing.sheet
  return html`<section class="sheet work-order${densityOf(printing.sheet)}${workOrder.status === 'void' ? ' sheet-void' : ''}">
  ${headMarkup(printing)}
  <div class="work-order-half">${jobMarkup(printing)}</div>
  <div class="work-order-half work-order-report">${reportMarkup()}</div>
  <footer class="sheet-foot"><span>${t.title} ${sheetNumber(workOrder)} ${sheetCode(workOrder)}</span>
    <span>${t.handBack}</span><span>1 / 1</span></footer>
</section>`
}
