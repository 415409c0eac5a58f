import { html } from 'hono/html'
import { type Markup, qrMarkup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import { recoveryLines, recoveryQr } from '#server/keeping/recovery-code.ts'
import { recoverySheetTexts as texts } from '#shared/texts/keeping-sheet-of-key.ts'

interface SheetParts {
  key: string
  name: string
  kind: 'live' | 'drill'
  printedAt: string
  files: PageFiles
}

/** 復旧の紙: with the file and this sheet a center goes on at any computer, so it lies in the safe and nowhere else. */
export function recoverySheet({ key, name, kind, printedAt, files }: SheetParts): Markup {
  const sheet = html`<section class="sheet"><header class="sheet-head"><h1>${texts.title}</h1>
    <div class="sheet-id">${name}<br>${texts.printedAt(printedAt)}</div></header>
    <p><strong>${texts.keep}</strong></p>
    <ol class="recovery-lines">${recoveryLines(key).map((line) => html`<li class="number">${line}</li>`)}</ol>
    <p>${texts.letters}</p>
    ${qrMarkup(recoveryQr(key), texts.qr)}
    <h2>${texts.useTitle}</h2>
    <ol>${texts.use.map((step) => html`<li>${step}</li>`)}</ol></section>`
  return sheetPage({ title: texts.title, kind, files, sheets: sheet })
}
