import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import type { PageFiles, RouteContext } from '#server/core/slice.ts'
import { type Language, languages } from '#shared/core/language.ts'
import { notFound } from '#shared/core/problems.ts'
import { consentPageTexts, consentVersionText } from '#shared/texts/consent-page.ts'
import { needsConsentWordings } from '#shared/texts/needs-consent.ts'
import { consentWordings } from '#shared/texts/reception-consent.ts'
import { rosterConsentWordings } from '#shared/texts/roster-consent.ts'

type Wording = Readonly<Record<Language, readonly string[]>>

const wordingOf = (version: string): Wording | undefined =>
  [consentWordings, rosterConsentWordings, needsConsentWordings].find((all) => Object.hasOwn(all, version))?.[version]

function consentPage(version: string, wording: Wording, files: Pick<PageFiles, 'assetsOf'>): Markup {
  const { styles } = files.assetsOf('me.html')
  return html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${consentPageTexts.title.ja} ${version}</title>
    ${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
  </head>
  <body>
    <main class="phone-column">
      <h1>${consentPageTexts.title.ja}</h1>
      <p>${consentVersionText(version)}</p>
      ${languages.map(
        (language) => html`<section lang="${language === 'en' ? 'en' : 'ja'}">
        <h2>${consentPageTexts.title[language]}</h2>
        <ul>${wording[language].map((line) => html`<li>${line}</li>`)}</ul>
      </section>`,
      )}
    </main>
  </body>
</html>`
}

/** Every wording that was ever agreed to stays readable under its version, for whoever agreed to it. */
export function addConsentRoute({ routes, files }: RouteContext): void {
  routes.openToAll({ method: 'get', path: '/consent/:version' }, (context) => {
    const version = context.req.param('version') ?? ''
    const wording = wordingOf(version)
    if (!wording) throw notFound({ kind: 'consent' })
    return context.html(consentPage(version, wording, files))
  })
}
