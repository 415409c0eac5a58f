import { html } from 'hono/html'
import { type Markup, qrMarkup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Center } from '#shared/center/center.ts'
import { posterBarTexts } from '#shared/texts/poster.ts'
import { registrationTexts } from '#shared/texts/registration-phone.ts'

interface Poster {
  center: Center | undefined
  /** `http://192.168.0.5:8080`, or undefined while the laptop has no network. */
  origin: string | undefined
  printedAt: string
  files: PageFiles
}

/** A sheet that leads phones to ボランティア登録, for the counter in ordinary times. */
export function registrationPoster({ center, origin, printedAt, files }: Poster): Markup {
  const { posterTitle, posterScan, what } = registrationTexts
  const address = `${origin}/registration`
  const sheet = html`<section class="sheet poster">
  <p class="poster-center">${center?.name ?? ''}</p>
  <div>
    <h1 class="poster-title">${posterTitle.ja}</h1>
    <p class="poster-other">${posterTitle.easy} / <span lang="en">${posterTitle.en}</span></p>
  </div>
  <div class="poster-qr-row"><div><p class="poster-step">${posterScan.ja}</p>
    <p class="poster-other">${posterScan.easy}<br><span lang="en">${posterScan.en}</span></p>${qrMarkup(address, posterTitle.ja)}</div></div>
  <p class="poster-address">${address}</p>
  <div><p class="poster-other">${what.ja}</p><p class="poster-other">${what.easy}</p><p class="poster-other" lang="en">${what.en}</p></div>
  <footer class="sheet-foot"><span></span><span>${posterBarTexts.printedAt(printedAt)}</span></footer>
</section>`
  return sheetPage({
    title: posterTitle.ja,
    kind: center?.kind ?? 'live',
    files,
    sheets: origin ? sheet : html`<section class="sheet"><p>${posterBarTexts.noAddress}</p></section>`,
  })
}
