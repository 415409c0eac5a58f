import { html } from 'hono/html'
import { type Markup, qrMarkup } from '#server/core/sheet-page.ts'
import { type PaperHead, paper } from '#server/readiness/list-sheets.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { stands, stockCode } from '#shared/readiness/rules.ts'
import type { StockItem } from '#shared/readiness/stock-item.ts'
import { readinessSheetWords as words } from '#shared/texts/readiness-sheets.ts'
import { ownerNames } from '#shared/texts/readiness-words.ts'

const standing = (stock: readonly StockItem[]) =>
  stock.filter(stands).toSorted((one, other) => one.number - other.number)

/** Both dates in one column: few things have one, and hardly any has both. */
function dates({ expiresOn, returnOn }: StockItem): Markup {
  const expires = expiresOn === null ? '' : html`<div>${words.expiresOn} ${expiresOn}</div>`
  return html`${expires}${returnOn === null ? '' : html`<div>${words.returnOn} ${returnOn}</div>`}`
}

function row(item: StockItem): Markup {
  const { number, name, owner, ofWhom, place, count, unit, look } = item
  return html`<tr><td class="number set-up-whole">${stockCode(number)}</td><td>${name}</td>
  <td>${ownerNames[owner]}${ofWhom ? html`<br>${ofWhom}` : ''}</td><td>${place}</td>
  <td class="number set-up-whole">${count}${unit}</td><td class="number set-up-whole">${dates(item)}</td>
  <td>${look ? html`${dateOf(look.at, timeZone)}<br>${look.by}` : ''}</td><td></td></tr>`
}

/** 備品台帳, with a column for the number that is found. */
export function stockSheet(head: PaperHead, stock: readonly StockItem[]): Markup {
  const { number, name, owner, place, count, lastLook, found } = words
  const titles = [number, name, owner, place, count, words.dates, lastLook, found]
  return paper(
    head,
    words.stock,
    html`<table class="sheet-table set-up-table"><thead><tr>${titles.map((title) => html`<th>${title}</th>`)}</tr></thead>
    <tbody>${standing(stock).map(row)}</tbody></table>`,
  )
}

function label(item: StockItem, origin: string | undefined): Markup {
  const code = stockCode(item.number)
  // What was borrowed carries its owner, so that it goes back.
  const owner = item.owner === 'own' ? '' : `${ownerNames[item.owner]} ${item.ofWhom}`
  return html`<div class="stock-label">${origin ? qrMarkup(`${origin}/desk#stock-${item.number}`, code) : ''}
  <div><p class="stock-code number">${code}</p><p>${item.name}</p><p>${item.place}</p><p>${owner}</p></div></div>`
}

const perPage = 24

/** Labels to be cut and stuck on, one for each thing. */
export function labelSheets(stock: readonly StockItem[], origin: string | undefined): Markup[] {
  const all = standing(stock)
  const pages = Array.from({ length: Math.max(1, Math.ceil(all.length / perPage)) }, (_, page) =>
    all.slice(page * perPage, (page + 1) * perPage),
  )
  return pages.map(
    (page) => html`<section class="sheet">${origin ? '' : html`<p>${words.noNetwork}</p>`}
    ${all.length === 0 ? html`<p>${words.none}</p>` : ''}
    <div class="stock-labels">${page.map((item) => label(item, origin))}</div></section>`,
  )
}
