import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import type { Trouble } from '#server/keeping/trouble.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { troublePageTexts as texts, troubleTexts } from '#shared/texts/keeping-trouble.ts'

/** A copy from which the center may go on. */
interface OfferedBackup {
  name: string
  at: string
  seq: number
}

export interface TroubleView {
  trouble: Trouble
  folder: string
  backups: readonly OfferedBackup[]
  /** Whether the folder of a remembered center still holds its file. */
  isThere: (file: string) => boolean
  /** What was wrong with the last attempt. */
  complaint: string | null
}

/**
 * What the page shows; the built script that reads a badge by the camera, null where none was built; and the look of the
 * one button that is meant first: whatever asks for it after that is drawn like the others.
 */
type ShownTrouble = TroubleView & { script: string | null; first: () => string }

const style = `
body { margin: 0; font: 18px/1.6 system-ui, "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", sans-serif; color: #111; background: #f3f4f1; }
main { max-width: 44rem; margin: 0 auto; padding: 24px 16px 64px; }
h1 { margin: 0 0 8px; font-size: 30px; line-height: 1.3; word-break: auto-phrase; } h2 { margin: 0 0 8px; font-size: 20px; }
section { margin: 16px 0; padding: 16px 20px; background: #fff; border: 1px solid #8a8f88; border-radius: 8px; }
p { margin: 0 0 8px; } .where { color: #444; font-size: 16px; overflow-wrap: anywhere; }
.complaint { border: 3px solid #b00020; color: #8a0018; font-weight: 700; }
label { display: block; margin: 0 0 4px; font-weight: 700; } label.check { display: flex; gap: 12px; font-weight: 400; align-items: flex-start; }
input[type=checkbox] { width: 28px; height: 28px; flex: none; }
textarea, input[type=text] { box-sizing: border-box; width: 100%; padding: 10px; font: 20px/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; border: 2px solid #555; border-radius: 6px; }
button, .button { display: inline-block; margin: 12px 0 0; padding: 10px 20px; min-height: 48px; box-sizing: border-box; font: inherit; font-weight: 700; border: 2px solid #1b4d3e; border-radius: 8px; background: #fff; color: #1b4d3e; cursor: pointer; text-decoration: none; }
button.next, .button.next { background: #1b4d3e; color: #fff; } button.danger { border-color: #b00020; color: #b00020; }
:focus-visible { outline: 4px solid #d98200; outline-offset: 2px; }
video { display: block; width: 100%; max-width: 24rem; margin: 12px 0; background: #111; } #badge-readers label { margin: 16px 0 4px; } input[type=file] { font: inherit; max-width: 100%; }
ul { margin: 0; padding: 0; list-style: none; } li { padding: 8px 0; border-top: 1px solid #ccc; } li:first-child { border-top: 0; }
.away { margin-top: 40px; background: none; border-style: dashed; }
`

/** Nothing but this page's own style, the script that reads a badge, and forms that go back to it. */
export const troublePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "script-src 'self'",
  "form-action 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

function plainPage(title: string, body: Markup, refreshSeconds?: number): Markup {
  return html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${refreshSeconds === undefined ? '' : html`<meta http-equiv="refresh" content="${refreshSeconds};url=/desk">`}
    <title>${title}</title>
    <style>${raw(style)}</style>
  </head>
  <body><main>${body}</main></body>
</html>`
}

const form = (act: string, fields: Markup | string, button: string, kind = '') =>
  html`<form method="post" action="/trouble"><input type="hidden" name="act" value="${act}">${fields}
  <button type="submit" class="${kind}">${button}</button></form>`

const when = (at: string) => ({
  day: formatDate(dateOf(at, timeZone), 'ja'),
  clock: clockOf(at, timeZone),
})

/** The script adds its camera and its picture to the field; a scanner and the keyboard need neither. */
const badgePart = ({ script, first }: ShownTrouble) =>
  html`<section><h2>${texts.badgeTitle}</h2>${form(
    'badge',
    html`<label for="badge">${texts.badgeLabel}</label>
  <input id="badge" type="text" name="typed" autocomplete="off" autofocus required maxlength="300">`,
    texts.badgeButton,
    first(),
  )}<div id="badge-readers"></div>${script ? html`<script type="module" src="${script}"></script>` : ''}</section>`

const wordsPart = ({ first }: ShownTrouble) =>
  html`<section><h2>${texts.wordsTitle}</h2>${form(
    'words',
    html`<label for="words">${texts.wordsLabel}</label>
  <textarea id="words" name="typed" rows="4" autocomplete="off" spellcheck="false" required maxlength="300"></textarea>`,
    texts.wordsButton,
    first(),
  )}</section>`

function backupsPart({ backups, first }: ShownTrouble): Markup {
  if (backups.length === 0) return html`<section><h2>${texts.backupsTitle}</h2><p>${texts.noBackups}</p></section>`
  const rows = backups.slice(0, 10).map(({ name, at, seq }, place) => {
    const { day, clock } = when(at)
    const title = html`${place === 0 ? html`<strong>${texts.latest}</strong> ` : ''}${texts.backup(day, clock, seq)}`
    const field = html`<input type="hidden" name="backup" value="${name}">`
    return html`<li>${title}${form('restore', field, texts.restoreButton(clock), place === 0 ? first() : '')}</li>`
  })
  return html`<section><h2>${texts.backupsTitle}</h2><ul>${rows}</ul></section>`
}

function knownPart({ trouble, isThere, first }: ShownTrouble): Markup | string {
  if (trouble.kind !== 'missing') return ''
  const rows = trouble.known.map(({ name, file, at }) => {
    const { day, clock } = when(at)
    const folder = file.replace(/[\\/][^\\/]*$/, '')
    const field = html`<input type="hidden" name="folder" value="${folder}">`
    const open = isThere(file) ? form('folder', field, texts.openThere, first()) : html`<p>${texts.notThere}</p>`
    return html`<li>${texts.known(name, day, clock)}<p class="where">${folder}</p>${open}</li>`
  })
  return html`<section><h2>${texts.knownTitle}</h2><ul>${rows}</ul></section>`
}

const folderPart = ({ first }: ShownTrouble) =>
  html`<section><h2>${texts.folderTitle}</h2>${form(
    'folder',
    html`<label for="folder">${texts.folderLabel}</label>
  <input id="folder" type="text" name="folder" autocomplete="off" required maxlength="1000">`,
    texts.folderButton,
    first(),
  )}</section>`

const newPart = () => html`<section class="away"><h2>${texts.newTitle}</h2>
<p><a class="button" href="/trouble/new">${texts.newLink}</a></p></section>`

const againPart = () => html`<section>${form('again', '', texts.again)}</section>`

const againFirst = ({ first }: ShownTrouble) => html`<section>${form('again', '', texts.again, first())}</section>`

function olderPart({ trouble }: TroubleView): Markup | string {
  if (trouble.kind !== 'older') return ''
  return html`<section><p>${texts.older(trouble.lost)}</p>${form('acceptOlder', '', texts.acceptOlder)}</section>`
}

const placePart = () => html`<section>${form('acceptPlace', '', texts.acceptPlace)}</section>`

/** Which ways out each trouble has, the best first. */
const parts: Record<Trouble['kind'], readonly ((view: ShownTrouble) => Markup | string)[]> = {
  missing: [knownPart, backupsPart, folderPart, againPart, newPart],
  older: [backupsPart, olderPart, folderPart],
  place: [folderPart, placePart],
  keyMissing: [wordsPart, folderPart, againPart, newPart],
  locked: [badgePart, wordsPart],
  unreadable: [wordsPart, backupsPart, folderPart, newPart],
  damaged: [backupsPart, folderPart, againPart, newPart],
  // A copy from before the upgrade would lose what was written since: it stands last.
  newer: [againFirst, folderPart, backupsPart],
  ioError: [againFirst, backupsPart, folderPart],
  unwritable: [againFirst, folderPart],
}

export const troubleText = (trouble: Trouble) => troubleTexts[trouble.kind === 'place' ? trouble.place : trouble.kind]

/** The page for whoever stands at the laptop: what happened, what is safe, and the ways on. */
export function troublePage(view: Omit<ShownTrouble, 'first'>): Markup {
  const { title, what, safe } = troubleText(view.trouble)
  const looks = ['next']
  const shown = { ...view, first: () => looks.pop() ?? '' }
  return plainPage(
    title,
    html`<h1>${title}</h1><p>${what}</p><p><strong>${safe}</strong></p>
    <p class="where">${texts.folder}: ${view.folder}</p>
    ${view.complaint ? html`<section class="complaint" role="alert">${view.complaint}</section>` : ''}
    ${parts[view.trouble.kind].map((part) => part(shown))}`,
  )
}

/** Asked on a page of its own, so that nobody begins anew by pressing the nearest button. */
export function newCenterPage(complaint: string | null): Markup {
  const check = html`<label class="check"><input type="checkbox" name="confirmed" value="yes"> ${texts.newConfirm}</label>`
  return plainPage(
    texts.newQuestion,
    html`<h1>${texts.newQuestion}</h1><p>${texts.newWords}</p>
    ${complaint ? html`<section class="complaint" role="alert">${complaint}</section>` : ''}
    <section><p><a class="button next" href="/">${texts.back}</a></p></section>
    <section class="away">${form('startNew', check, texts.newButton, 'danger')}</section>`,
  )
}

/** Whoever is not at this laptop is told to wait, and sees nothing of the trouble. */
export const waitPage = () =>
  plainPage(
    'ささえ',
    html`<h1>${texts.elsewhere}</h1><p>${texts.elsewhereEasy}</p><p lang="en">${texts.elsewhereEn}</p>`,
    20,
  )

export const openedPage = () => plainPage('ささえ', html`<h1>${texts.opened}</h1>`, 2)
