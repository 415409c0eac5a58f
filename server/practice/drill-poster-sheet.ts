import { html } from 'hono/html'
import { type Markup, qrMarkup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Center, Wifi } from '#shared/center/center.ts'
import { wifiCode } from '#shared/core/wifi-code.ts'
import { drillSheetTexts as words } from '#shared/texts/drill-sheets.ts'
import { posterBarTexts, posterTexts } from '#shared/texts/poster.ts'

interface DrillPoster {
  center: Center
  title: string
  wifi: Wifi | undefined
  origin: string | undefined
  printedAt: string
  files: PageFiles
}

type Words = Record<'ja' | 'easy' | 'en', string>

const step = (number: number, { ja, easy, en }: Words): Markup =>
  html`<p class="poster-step"><span class="poster-count">${number}</span> ${ja}</p>
  <p class="poster-other">${easy}<br><span lang="en">${en}</span></p>`

function wifiPart(wifi: Wifi): Markup {
  return html`<div>${step(1, posterTexts.wifi)}${qrMarkup(wifiCode(wifi), `Wi-Fi ${wifi.ssid}`)}
    <p>Wi-Fi: <strong>${wifi.ssid}</strong></p>
    ${wifi.password === '' ? '' : html`<p>${posterTexts.password.ja}: <strong class="poster-secret">${wifi.password}</strong></p>`}</div>`
}

function sheet({ center, title, wifi, origin, printedAt }: DrillPoster & { origin: string }): Markup {
  const address = `${origin}/drill`
  const shown = wifi !== undefined && wifi.ssid !== '' ? wifi : undefined
  return html`<section class="sheet poster">
  <p class="poster-center">${center.name}　${title}</p>
  <div><h1 class="poster-title">${words.join.ja}</h1>
    <p class="poster-other">${words.join.easy} / <span lang="en">${words.join.en}</span></p></div>
  <div class="poster-qr-row">${shown ? wifiPart(shown) : ''}
    <div>${step(shown ? 2 : 1, words.scan)}${qrMarkup(address, words.join.ja)}</div></div>
  <p class="poster-address">${address}</p>
  <div>${step(shown ? 3 : 2, words.choose)}</div>
  <p class="poster-other">${words.noPhone}</p>
  <footer class="sheet-foot"><span>${title}</span><span>${words.printedAt(printedAt)}</span></footer>
</section>`
}

/** The poster by which people join a drill: another address than reception's, and 訓練 in red around it. */
export function drillPosterPage(poster: DrillPoster): Markup {
  const { center, origin, files } = poster
  const sheets = origin
    ? sheet({ ...poster, origin })
    : html`<section class="sheet"><p>${posterBarTexts.noAddress}</p></section>`
  return sheetPage({ title: words.poster, kind: center.kind, files, sheets })
}
