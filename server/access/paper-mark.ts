import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import { paperWords } from '#shared/texts/paper.ts'

/** The number by which a paper with people's records is counted at the day's end. */
export const paperMark = (paper: number | null): Markup =>
  html`<strong class="paper-number">${paper === null ? paperWords.none : paperWords.number(paper)}</strong>`
