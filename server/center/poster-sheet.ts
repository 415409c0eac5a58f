import { html } from 'hono/html'
import { type Markup, qrMarkup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Center, Wifi } from '#shared/center/center.ts'
import { wifiCode } from '#shared/core/wifi-code.ts'
import { posterBarTexts, posterTexts } from '#shared/texts/poster.ts'

/** What a poster is made from. */
export interface Poster {
  center: Center
  wifi: Wifi | undefined
  /** `http://192.168.0.5:8080`, or undefined while the laptop has no network. */
  origin: string | undefined
  origins: readonly string[]
  printedAt: string
  files: PageFiles
}

type Word = keyof typeof posterTexts

/** Whoever helps on another day: small, and below all that leads to today's reception. */
function reservationPart(origin: string): Markup {
  const address = `${origin}/reservation`
  const { ja, easy, en } = posterTexts.another
  return html`<div class="poster-small-row">${qrMarkup(address, ja)}
    <div><p>${ja}</p><p>${easy} / <span lang="en">${en}</span></p><p><strong>${address}</strong></p></div></div>`
}

/** One step in three languages: the Japanese large enough to be read from three metres. */
function step(number: number, word: Word): Markup {
  const { ja, easy, en } = posterTexts[word]
  return html`<p class="poster-step"><span class="poster-count">${number}</span> ${ja}</p>
  <p class="poster-other">${easy}<br><span lang="en">${en}</span></p>`
}

function wifiPart(wifi: Wifi): Markup {
  const { network, password } = posterTexts
  return html`<div>
    ${step(1, 'wifi')}
    ${qrMarkup(wifiCode(wifi), `${network.ja} ${wifi.ssid}`)}
    <p>${network.ja}: <strong>${wifi.ssid}</strong></p>
    ${wifi.password === '' ? '' : html`<p>${password.ja}: <strong class="poster-secret">${wifi.password}</strong></p>`}
  </div>`
}

function sheet({ center, wifi, origin, printedAt }: Poster & { origin: string }): Markup {
  const address = `${origin}/reception`
  const hasWifi = wifi !== undefined && wifi.ssid !== ''
  return html`<section class="sheet poster">
  <p class="poster-center">${center.name}</p>
  <div>
    <h1 class="poster-title">${posterTexts.title.ja}</h1>
    <p class="poster-other">${posterTexts.title.easy} / <span lang="en">${posterTexts.title.en}</span></p>
  </div>
  <div class="poster-qr-row">
    ${hasWifi ? wifiPart(wifi) : ''}
    <div>${step(hasWifi ? 2 : 1, 'reception')}${qrMarkup(address, posterTexts.title.ja)}</div>
  </div>
  <p class="poster-address">${address}</p>
  <div>${step(hasWifi ? 3 : 2, 'fill')}</div>
  <div><p class="poster-other">${posterTexts.noPhone.ja}</p>
    <p class="poster-other">${posterTexts.noPhone.easy} / <span lang="en">${posterTexts.noPhone.en}</span></p></div>
  ${reservationPart(origin)}
  <footer class="sheet-foot"><span>${center.disasterName}</span><span>${posterBarTexts.printedAt(printedAt)}</span></footer>
</section>`
}

function controls({ wifi, origin, origins }: Poster): Markup {
  const choice =
    origins.length > 1
      ? html`<form method="get"><label>${posterBarTexts.address}
          <select name="address">${origins.map((one) => html`<option value="${one}" ${one === origin ? 'selected' : ''}>${one}</option>`)}</select></label>
          <button class="button">${posterBarTexts.choose}</button></form>`
      : ''
  return html`${choice}${wifi && wifi.ssid !== '' ? '' : html`<span>${posterBarTexts.noWifi}</span>`}`
}

/** The poster for the entrance: the room's Wi-Fi beside the reception, the address in letters, three short steps. */
export function posterPage(poster: Poster): Markup {
  const { center, origin, files } = poster
  return sheetPage({
    title: posterBarTexts.poster,
    kind: center.kind,
    files,
    entry: 'poster.ts',
    controls: controls(poster),
    sheets: origin
      ? html`<div data-poster="${origin}">${sheet({ ...poster, origin })}</div>`
      : html`<section class="sheet"><p>${posterBarTexts.noAddress}</p></section>`,
  })
}
