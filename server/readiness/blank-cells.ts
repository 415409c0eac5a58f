import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import { type BlankForm, blankFormTexts as words } from '#shared/texts/blank-forms.ts'

/** How much of the width a box takes, in sixths of the page. */
type Width = 1 | 2 | 3 | 4 | 6

/** A box to write in, with its label in a corner; `tall` where sentences are written. */
export function cell(label: string, width: Width, inside: Markup | string = '', tall = false): Markup {
  return html`<div class="blank-cell blank-${width}${tall ? ' blank-tall' : ''}"><p class="blank-label">${label}</p>${inside}</div>`
}

export const boxes = (choices: readonly string[]): Markup =>
  html`<ul class="boxes">${choices.map((choice) => html`<li>${choice}</li>`)}</ul>`

/** Boxes to tick that need no label besides their own words. */
export const ticks = (width: Width, choices: readonly string[]): Markup =>
  html`<div class="blank-cell blank-${width}">${boxes(choices)}</div>`

export const grid = (...cells: readonly Markup[]): Markup => html`<div class="blank-grid">${cells}</div>`

interface BlankPage {
  form: BlankForm
  /** What the number on this paper is called. */
  number: string
  centerName: string
  page?: readonly [number, number]
  body: Markup
}

/** One page: which paper it is, its number, and when and by whom it was written, so that it can be keyed in later. */
export function blankPage({ form, number, centerName, page: [page, pages] = [1, 1], body }: BlankPage): Markup {
  const name = words.names[form]
  return html`<section class="sheet blank-form" data-form="${form}">
  <header class="sheet-head"><h1>${name}</h1><div class="sheet-id">${centerName}</div></header>
  <div class="blank-grid blank-stamp"><div class="blank-cell"><p class="blank-label">${number}</p></div>
    <div class="blank-cell"><p class="blank-label">${words.date}</p><p class="blank-fill">${words.blankDate}</p></div>
    <div class="blank-cell"><p class="blank-label">${words.time}</p><p class="blank-fill">${words.blankTime}</p></div>
    <div class="blank-cell"><p class="blank-label">${words.writer}</p></div></div>
  ${body}
  <footer class="sheet-foot"><span>${words.toDo}</span>
    <ul class="boxes blank-keyed"><li>${words.keyedIn}</li></ul><span class="blank-keyed-by">${words.keyedBy}</span>
    <span>${words.page(page, pages)}</span></footer>
</section>`
}
