import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { CheckItem } from '#shared/readiness/check-item.ts'
import { type CheckList, checkLists } from '#shared/readiness/limits.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'
import type { OpeningDecision } from '#shared/readiness/opening-decision.ts'
import { itemsOf } from '#shared/readiness/rules.ts'
import { readinessSheetWords as words } from '#shared/texts/readiness-sheets.ts'
import { checkListNames, decisionLabels, issueSource, outcomeNames } from '#shared/texts/readiness-words.ts'

/** What stands in the head of each of these papers. */
export interface PaperHead {
  centerName: string
  printedAt: string
  /** 開設まで, where the center is ready. */
  toOpen: string
}

export const momentText = (at: string): string => `${dateOf(at, timeZone)} ${clockOf(at, timeZone)}`

export function paper({ centerName, printedAt, toOpen }: PaperHead, title: string, body: Markup): Markup {
  return html`<section class="sheet"><header class="sheet-head"><div><p>${centerName}</p><h1>${title}</h1></div>
  <p class="sheet-id">${toOpen ? html`<strong>${toOpen}</strong><br>` : ''}${words.printedAt(printedAt)}</p></header>
  ${body}</section>`
}

function itemRow({ text, who, due, asks, settled, doneAt, doneBy }: CheckItem): Markup {
  const open = asks === '' ? '' : html`<br><small>${words.asks}：${asks} ${settled || '＿＿＿＿＿＿＿＿'}</small>`
  return html`<tr><td class="set-up-box">${doneAt ? '☑' : '☐'}</td><td>${text}${open}</td><td class="set-up-whole">${who}</td>
  <td>${due}</td><td class="number">${doneAt ? `${momentText(doneAt)} ${doneBy}` : ''}</td></tr>`
}

function listPaper(head: PaperHead, list: CheckList, items: readonly CheckItem[]): Markup {
  const table = html`<table class="sheet-table set-up-table"><thead><tr><th></th><th>${words.item}</th><th>${words.who}</th>
    <th>${words.due}</th><th class="set-up-done">${words.done}</th></tr></thead>
    <tbody>${items.map(itemRow)}</tbody></table>`
  return paper(head, `${words.lists}　${checkListNames[list]}`, table)
}

function issuePaper(head: PaperHead, issues: readonly OpenIssue[]): Markup {
  const table = html`<table class="sheet-table set-up-table"><thead><tr><th></th><th>${words.issues}</th><th>${words.source}</th>
    <th>${words.who}</th><th>${words.until}</th></tr></thead><tbody>${issues.map(
      ({ text, who, until, ...from }) =>
        html`<tr><td class="set-up-box">☐</td><td>${text}</td><td>${issueSource(from)}</td><td class="set-up-whole">${who}</td><td class="set-up-whole number">${until ?? ''}</td></tr>`,
    )}</tbody></table>`
  return paper(head, words.issues, table)
}

/** All lists, one to a page so that each desk takes its own, and what is still open from before. */
export function listSheets(head: PaperHead, items: readonly CheckItem[], issues: readonly OpenIssue[]): Markup[] {
  const open = issues.filter(({ doneAt }) => doneAt === null)
  const pages = checkLists
    .map((list) => ({ list, own: itemsOf(items, list) }))
    .filter(({ own }) => own.length > 0)
    .map(({ list, own }) => listPaper(head, list, own))
  if (open.length > 0) pages.push(issuePaper(head, open))
  return pages.length > 0 ? pages : [paper(head, words.lists, html`<p>${words.none}</p>`)]
}

function decisionPart(decision: OpeningDecision): Markup {
  const { decidedAt, writtenBy, withdrawnAt, withdrawnBy, nextReviewAt } = decision
  const rows = Object.entries({
    ...decision,
    outcome: outcomeNames[decision.outcome],
    nextReviewAt: nextReviewAt ? momentText(nextReviewAt) : '',
  }).flatMap(([field, value]) => {
    const label = Object.entries<string>(decisionLabels).find(([name]) => name === field)?.[1]
    return label === undefined ? [] : [html`<tr><th scope="row">${label}</th><td>${value ?? ''}</td></tr>`]
  })
  return html`<h2>${words.decidedAt} ${momentText(decidedAt)}（${words.writtenBy} ${writtenBy}）
    ${withdrawnAt ? html`【${words.withdrawn} ${momentText(withdrawnAt)} ${withdrawnBy}】` : ''}</h2>
  <table class="sheet-table set-up-decision"><tbody>${rows}</tbody></table>`
}

/** 開設の判断の記録: every decision in its order, also those that were taken back. */
export function decisionSheet(head: PaperHead, decisions: readonly OpeningDecision[]): Markup {
  const ordered = decisions.toSorted((one, other) => one.decidedAt.localeCompare(other.decidedAt))
  const body = ordered.length > 0 ? html`${ordered.map(decisionPart)}` : html`<p>${words.none}</p>`
  return paper(head, words.decisions, body)
}
