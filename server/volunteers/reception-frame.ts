import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import { type Language, languages } from '#shared/core/language.ts'
import { keptFormTexts } from '#shared/texts/kept-form.ts'
import { pulseTexts } from '#shared/texts/page-pulse.ts'
import { receptionTexts } from '#shared/texts/reception-phone.ts'
import type { PhoneTexts } from '#shared/texts/text.ts'

/** A page that stands alone: its style and script lie inside, so that a phone on a crowded line asks once. */
export interface InlinedPage {
  markup: Markup
  headers: Record<string, string>
}

interface Inlined {
  script: string
  style: string
  policy: string
}

const kept = new Map<string, Inlined>()

async function textOf(files: PageFiles, address: string | null | undefined): Promise<string> {
  return (address && (await files.answer(address.slice(1), undefined)?.text())) || ''
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The built script and style of the page, and the policy that allows these two texts and no others inside it. */
async function inlinedOf(files: PageFiles, entry: string): Promise<Inlined> {
  const { script: address, styles } = files.assetsOf(entry)
  const key = `${address} ${styles.join(' ')}`
  const known = kept.get(key)
  if (known) return known
  const script = await textOf(files, address)
  const style = await textOf(files, styles[0])
  const policy = [
    "default-src 'none'",
    // From its own address: what is brought later (`web/core/bring-moving.ts`), and what drills have besides.
    `script-src ${script === '' ? "'none'" : `'self' ${hashOf(script)}`}`,
    `style-src ${style === '' ? "'none'" : hashOf(style)}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const inlined = { script, style, policy }
  // Built anew while one works on it, a page leaves its old texts behind.
  if (kept.size > 8) kept.clear()
  kept.set(key, inlined)
  return inlined
}

/** A page that phones are given by an address: reception of today, or reservations of the days to come. */
interface PhonePage {
  address: string
  /** The built script, `reception.ts`. */
  entry: string
  title: Record<Language, string>
}

export const receptionPage: PhonePage = { address: '/reception', entry: 'reception.ts', title: receptionTexts.title }

interface Frame {
  page: PhonePage
  files: PageFiles
  language: Language
  centerName: string
  kind: 'live' | 'drill'
  content: Markup
  /** What the script has to know: plain data, read by it as JSON. */
  data: object
}

const languageNames: Record<Language, string> = { ja: '日本語', easy: 'やさしい日本語', en: 'English' }
const htmlLanguage = (language: Language) => (language === 'en' ? 'en' : 'ja')

function languageLinks(current: Language, address: string): Markup {
  return html`<nav class="language-switch" aria-label="言語 / Language">${languages.map(
    (language) =>
      html`<a href="${address}?lang=${language}" hreflang="${htmlLanguage(language)}" lang="${htmlLanguage(language)}"${language === current ? raw(' aria-current="true"') : ''}>${languageNames[language]}</a>`,
  )}</nav>`
}

/** What the script says, in the page's own language alone: it is among the first bytes that a phone waits for. */
const wordsIn = (texts: PhoneTexts, language: Language) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]]))

/** JSON that cannot end the element it stands in. */
const jsonInside = (data: object) => raw(JSON.stringify(data).replaceAll('<', '\\u003c'))

/** A drill's page goes dark with all devices; no phone of a live center waits for that. */
function darkScript({ kind, files }: Frame): Markup | '' {
  const address = kind === 'drill' ? files.assetsOf('dark.ts').script : null
  return address === null ? '' : html`<script type="module" src="${address}"></script>`
}

/** The frame of every page of reception on a phone. */
export async function receptionFrame(frame: Frame): Promise<InlinedPage> {
  const { page, files, language, centerName, kind, content, data } = frame
  const { script, style, policy } = await inlinedOf(files, page.entry)
  const title = page.title[language]
  const markup = html`<!doctype html>
<html lang="${htmlLanguage(language)}" data-kind="${kind}" data-language="${language}" data-build="${files.build}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${centerName}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header class="phone-head"><strong class="phone-center">${centerName}</strong>${languageLinks(language, page.address)}</header>
<main class="phone-column">
<h1>${title}</h1>
<noscript><p class="field-hint">${receptionTexts.languageFirst[language]}</p></noscript>
${content}
</main>
<script type="application/json" id="data">${jsonInside({
    ...data,
    pulse: wordsIn(pulseTexts, language),
    kept: wordsIn(keptFormTexts, language),
    moving: files.assetsOf('moving.ts').script,
  })}</script>
<script type="module">${raw(script)}</script>${darkScript(frame)}
</body>
</html>`
  // The browser names the origin of a form only where the page lets it.
  return { markup, headers: { 'content-security-policy': policy, 'referrer-policy': 'same-origin' } }
}
