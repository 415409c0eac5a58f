import { html } from 'hono/html'
import { type Markup, qrMarkup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Sealed } from '#server/keeping/archive.ts'
import type { Center } from '#shared/center/center.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { handOverSheetTexts as texts } from '#shared/texts/keeping-sheet.ts'

/** Four letters at a time: what is typed from paper is compared group by group. */
const grouped = (code: string) => code.match(/.{1,4}/g)?.join(' ') ?? code

function fact(label: string, value: string | number): Markup {
  return html`<tr><th scope="row">${label}</th><td class="number">${value}</td></tr>`
}

/** The paper that goes with the sealed file: its key, what is in it, and what to do on the other laptop. */
export function handOverPage(of: {
  center: Center
  sealed: Sealed
  files: PageFiles
  printedAt: string
  /** The head of the record of who looked. */
  looks: string
}): Markup {
  const { center, sealed, files, printedAt, looks } = of
  const { facts } = sealed
  const lastAt = facts.lastAt === '' ? '' : `${dateOf(facts.lastAt, timeZone)} ${clockOf(facts.lastAt, timeZone)}`
  const sheets = html`<section class="sheet">
  <header class="sheet-head"><h1>${texts.title}</h1><div class="sheet-id">${center.name}<br>${texts.printedAt(printedAt)}</div></header>
  <p><strong>${texts.secret}</strong></p>
  <ol>${texts.steps.map((step) => html`<li>${step}</li>`)}</ol>
  <h2>${texts.code}</h2>
  ${qrMarkup(sealed.code, texts.code)}
  <p class="number"><strong>${grouped(sealed.code)}</strong></p>
  <h2>${texts.contents}</h2>
  <table>
    ${fact(texts.file, sealed.name)}
    ${fact(texts.seq, facts.seq)}
    ${fact(texts.lastAt, lastAt)}
    ${fact(texts.head, facts.head.slice(0, 8))}
    ${fact(texts.looks, looks)}
    ${fact(texts.epoch, facts.epoch + 1)}
    ${fact(texts.persons, facts.persons)}
    ${fact(texts.attendances, facts.attendances)}
    ${fact(texts.needs, facts.needs)}
    ${fact(texts.teams, facts.teams)}
  </table>
  <p>${texts.address}</p>
</section>`
  return sheetPage({ title: texts.title, kind: center.kind, files, sheets })
}
