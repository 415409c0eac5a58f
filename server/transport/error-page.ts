import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { PageFiles } from '#server/core/slice.ts'
import { errorPageTexts } from '#shared/texts/error-page.ts'

/** Whether a person is looking: a browser that opens an address asks for a page, a script for JSON. */
export function asksForPage(path: string, accept: string | undefined): boolean {
  return !path.startsWith('/api/') && accept !== undefined && accept.includes('text/html')
}

/** What a person sees who opened a wrong address, or a sheet without having signed in: a sentence, and a way on. */
export function errorPage(
  sentence: string,
  files: Pick<PageFiles, 'assetsOf'>,
): HtmlEscapedString | Promise<HtmlEscapedString> {
  const { styles } = files.assetsOf('me.html')
  return html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${errorPageTexts.title}</title>
    ${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
  </head>
  <body>
    <main class="phone-column">
      <h1>${errorPageTexts.title}</h1>
      <p>${sentence}</p>
      <p lang="ja">${errorPageTexts.easy}</p>
      <p lang="en">${errorPageTexts.en}</p>
      <p><a class="button button-next button-large button-wide" href="/reception">${errorPageTexts.toReception}</a></p>
      <p><a class="button button-large button-wide" href="/desk">${errorPageTexts.toDesk}</a></p>
    </main>
  </body>
</html>`
}
