import type { X509Certificate } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Routes } from '#server/core/routes.ts'
import type { PageFiles } from '#server/core/slice.ts'
import { cameEncrypted, hostName } from '#server/transport/doors.ts'
import { notFound } from '#shared/core/problems.ts'
import { httpsPageTexts as texts } from '#shared/texts/https-page.ts'

/** Where https is spoken, and whom a device must trust for it. */
export interface HttpsDoor {
  port: number
  authority: X509Certificate
}

type AppContext = Context<{ Bindings: HttpBindings }>

/** Sixteen groups of four: two people can read them to each other. */
export function fingerprintGroups({ fingerprint256 }: X509Certificate): string[] {
  return fingerprint256.replaceAll(':', '').match(/.{4}/g) ?? []
}

const nameOf = ({ subject }: X509Certificate) => subject.replace(/^CN=/, '')

function steps(door: HttpsDoor, host: string) {
  return html`<p>${texts.whom}</p>
      <h2>${texts.compare}</h2>
      <p>${texts.compareHow}</p>
      <p>${texts.fingerprint}</p>
      <p><strong><code>${fingerprintGroups(door.authority).join(' ')}</code></strong></p>
      <h2>${texts.install}</h2>
      <p><a class="button button-next button-large button-wide" href="/https/sasae-ca.crt">${texts.take}</a></p>
      ${texts.devices.map(
        ({ name, steps: own }) => html`<details>
        <summary>${name}</summary>
        <ol>${own.map((step) => html`<li>${step}</li>`)}</ol>
      </details>`,
      )}
      <h2>${texts.open}</h2>
      <p>${texts.first}</p>
      <p><a class="button button-large button-wide" href="https://${host}:${door.port}/desk">${texts.toDesk}</a></p>
      <p>${texts.warned}</p>
      <h2>${texts.remove}</h2>
      <p>${texts.removeHow(nameOf(door.authority))}</p>`
}

function page(context: AppContext, files: Pick<PageFiles, 'assetsOf'>, door: HttpsDoor | undefined) {
  const { styles } = files.assetsOf('me.html')
  const already = cameEncrypted(context)
  return html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${texts.title}</title>
    ${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
  </head>
  <body>
    <main class="phone-column">
      <h1>${texts.title}</h1>
      ${already ? html`<p><strong>${texts.already}</strong></p>` : ''}
      ${door ? steps(door, hostName(context.req.header('host') ?? '')) : html`<p>${texts.off}</p>`}
    </main>
  </body>
</html>`
}

interface PageParts {
  files: Pick<PageFiles, 'assetsOf'>
  https?: () => HttpsDoor | undefined
}

/** How a device comes to trust this laptop; by plain http, for nobody trusts it before. No secret is told. */
export function addHttpsRoutes(routes: Routes, { files, https }: PageParts): void {
  routes.openToAll({ method: 'get', path: '/https' }, async (context) =>
    context.html(await page(context, files, https?.())),
  )
  routes.openToAll({ method: 'get', path: '/https/sasae-ca.crt' }, (context) => {
    const door = https?.()
    if (!door) throw notFound({ kind: 'page' })
    // By this type a phone knows what it is, and offers to install it.
    return context.body(new Uint8Array(door.authority.raw), 200, { 'content-type': 'application/x-x509-ca-cert' })
  })
}
