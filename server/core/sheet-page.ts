import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { PageFiles } from '#server/core/slice.ts'
import { qrDrawing } from '#shared/core/qr-path.ts'

/** A piece of a page; whatever was put into it is escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

interface Sheet {
  title: string
  /** A drill's sheet carries its frame. */
  kind: 'live' | 'drill'
  files: PageFiles
  /** One `<section class="sheet">` for each page of paper. */
  sheets: Markup | readonly Markup[]
  /** What stands in the bar beside the printing button, such as a choice of what is printed. */
  controls?: Markup
  /** The built script of the bar, where a sheet needs more than a printing button. */
  entry?: string
  /** In so many seconds the page looks again by itself: something on it is still being worked on. */
  lookAgainAfter?: number
}

/** A page that is made to be printed: the sheets, and above them a bar that never gets onto paper. */
export function sheetPage({ title, kind, files, sheets, controls, lookAgainAfter, entry = 'sheet.ts' }: Sheet): Markup {
  const { script } = files.assetsOf(entry)
  const { styles } = files.assetsOf('sheet.ts')
  return html`<!doctype html>
<html lang="ja" data-kind="${kind}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${lookAgainAfter === undefined ? '' : html`<meta http-equiv="refresh" content="${lookAgainAfter}">`}
    <title>${title}</title>
    ${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
    ${script ? html`<script type="module" src="${script}"></script>` : ''}
  </head>
  <body class="sheets">
    <nav class="sheet-bar no-print" aria-label="この紙の操作">
      <button class="button button-next" type="button" data-print>印刷する</button>
      ${controls ?? ''}
      <a class="button" href="/desk">デスクの画面へ</a>
    </nav>
    <main>${sheets}</main>
  </body>
</html>`
}

/** A QR as part of a page, with its short code in letters where there is one. */
export function qrMarkup(text: string, label: string, code?: string): Markup {
  const { side, path } = qrDrawing(text)
  return html`<span class="qr-block">
  <svg class="qr-image" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}">
    <rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000" shape-rendering="crispEdges"/>
  </svg>${code ? html`<span class="qr-code number">${code}</span>` : ''}
</span>`
}
