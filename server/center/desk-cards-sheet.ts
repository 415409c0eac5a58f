import { html } from 'hono/html'
import { type Markup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Center } from '#shared/center/center.ts'
import type { Desk } from '#shared/center/profile.ts'
import { deskCardText } from '#shared/texts/desk-cards.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { posterBarTexts } from '#shared/texts/poster.ts'

function card(desk: Desk): Markup {
  const { lines, ask } = deskCardText(desk.work?.[0] ?? desk.name)
  return html`<section class="desk-sheet"><h2>${deskTitle(desk)}</h2>
  <ol>${lines.map((line) => html`<li>${line}</li>`)}</ol><p><strong>${ask}</strong></p></section>`
}

/** このデスクの仕事 of every desk of the center, to be cut apart and laid on the tables. */
export function deskCardsPage(center: Center, desks: readonly Desk[], files: PageFiles, printedAt: string): Markup {
  const pages = [desks.slice(0, 4), desks.slice(4)].filter((page) => page.length > 0)
  const sheets = pages.map(
    (page) => html`<section class="sheet"><header class="sheet-head"><h1>${posterBarTexts.cards}</h1>
    <div class="sheet-id">${center.name}<br>${posterBarTexts.printedAt(printedAt)}</div></header>
    ${page.map(card)}</section>`,
  )
  return sheetPage({ title: posterBarTexts.cards, kind: center.kind, files, sheets })
}
