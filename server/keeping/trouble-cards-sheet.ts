import { html } from 'hono/html'
import { type Markup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Center } from '#shared/center/center.ts'
import { type TroubleCard, troubleCards, troubleCardTexts } from '#shared/texts/trouble-cards.ts'

/** As many as an A4 page holds whatever they say. */
const perPage = 5

function card({ title, safe, steps, call }: TroubleCard): Markup {
  return html`<section class="desk-sheet trouble-sheet"><h2>${title}</h2>
  <p>${troubleCardTexts.safe}: ${safe}</p>
  <ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
  <p><strong>${troubleCardTexts.call}: ${call}</strong></p></section>`
}

/** こまったら on paper: it must be readable when nothing else is. */
export function troubleCardsPage(center: Center, files: PageFiles, printedAt: string): Markup {
  const cards = Object.values(troubleCards)
  const pages = Array.from({ length: Math.ceil(cards.length / perPage) }, (_, page) =>
    cards.slice(page * perPage, (page + 1) * perPage),
  )
  const sheets = pages.map(
    (page, index) => html`<section class="sheet"><header class="sheet-head"><h1>${troubleCardTexts.title}</h1>
    <div class="sheet-id">${center.name}<br>${troubleCardTexts.printedAt(printedAt)}<br>${troubleCardTexts.page(index + 1, pages.length)}</div></header>
    ${index === 0 ? html`<p>${troubleCardTexts.keep}</p>` : ''}
    ${page.map(card)}</section>`,
  )
  return sheetPage({ title: troubleCardTexts.title, kind: center.kind, files, sheets })
}
