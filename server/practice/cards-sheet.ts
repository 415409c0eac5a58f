import { html } from 'hono/html'
import { type Markup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Center } from '#shared/center/center.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Inject } from '#shared/practice/inject.ts'
import type { RoleCard } from '#shared/practice/participant.ts'
import { recipientWords, drillSheetTexts as words } from '#shared/texts/drill-sheets.ts'

interface Paper {
  center: Center
  title: string
  printedAt: string
  files: PageFiles
}

/** Two to a page: each half is cut off and handed to one person. */
const onOnePage = 2

const pagesOf = (cards: readonly Markup[]): Markup[][] =>
  Array.from({ length: Math.ceil(cards.length / onOnePage) }, (_, page) =>
    cards.slice(page * onOnePage, (page + 1) * onOnePage),
  )

function cardPages({ center, title, printedAt, files }: Paper, name: string, none: string, cards: readonly Markup[]) {
  const pages = cards.length === 0 ? [[html`<p>${none}</p>`]] : pagesOf(cards)
  const sheets = pages.map(
    (page, index) => html`<section class="sheet"><header class="sheet-head"><h1>${name}</h1>
    <div class="sheet-id">${title}<br>${words.printedAt(printedAt)}<br>${words.page(index + 1, pages.length)}</div></header>
    ${page.map((card) => html`<div class="sheet-half drill-card">${card}</div>`)}</section>`,
  )
  return sheetPage({ title: name, kind: center.kind, files, sheets })
}

/** The halves are cut apart: each says by itself that it is no real thing. */
const mark = html`<span class="drill-mark">訓練</span>`

/** So many letters fit on half a page in letters that are read at arm's length. */
const fewLetters = 160

const sizeFor = (...texts: string[]) => (texts.join('').length <= fewLetters ? 'drill-card-large' : '')

const lines = ['who', 'whatHappened', 'knows', 'doesNotKnow', 'saysFirst'] as const

function roleCard(card: RoleCard, phone: string): Markup {
  const told = lines.filter((line) => card[line] !== '')
  return html`<h2>${mark} ${card.title}</h2><table class="sheet-table ${sizeFor(...told.map((line) => card[line]))}"><tbody>${told.map(
    (line) => html`<tr><th scope="row">${words[line]}</th><td>${card[line]}</td></tr>`,
  )}</tbody></table>${phone === '' || card.role !== 'survivor' ? '' : html`<p>${words.call(formatPhone(phone))}</p>`}`
}

/** 役割カード for those without a phone. */
export const roleCardsPage = (paper: Paper, cards: readonly RoleCard[]): Markup =>
  cardPages(
    paper,
    words.roleCards,
    words.noRoleCards,
    cards.map((card) => roleCard(card, paper.center.phone)),
  )

function injectCard({ title, text, script, recipient, dueAt, condition, answerWithin }: Inject): Markup {
  const when = dueAt === null ? condition || words.byHand : words.at(clockOf(dueAt, timeZone))
  return html`<h2>${mark} ${title}</h2><p><strong>${recipientWords(recipient)}</strong>　${when}${
    answerWithin === null ? '' : html`　${words.within(answerWithin)}`
  }</p><div class="${sizeFor(text, script)}"><p class="drill-card-text">${text}</p>${
    script === '' ? '' : html`<p><strong>${words.says}</strong></p><p class="drill-card-text">「${script}」</p>`
  }</div><table class="sheet-table"><tbody><tr><th scope="row">${words.answer}</th></tr><tr><td class="blank"></td></tr></tbody></table>`
}

/** 状況付与カード: what the controller hands over where nobody looks at a screen. */
export const injectCardsPage = (paper: Paper, injects: readonly Inject[]): Markup =>
  cardPages(paper, words.injectCards, words.noInjectCards, injects.map(injectCard))
