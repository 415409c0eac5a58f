import { html } from 'hono/html'
import { type Markup, qrMarkup, sheetPage } from '#server/core/sheet-page.ts'
import type { PageFiles } from '#server/core/slice.ts'
import type { Center, Day } from '#shared/center/center.ts'
import { tagCode } from '#shared/core/check-digit.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** An A4 sheet holds two by four tags. */
const tagsOnSheet = 8

/** People call each other by their family name; it stands before the first space. */
const familyName = (name: string) => name.split(/\s/)[0] ?? name

function tag({ number, name, nameKana }: Attendance, day: Day, center: Center | undefined): Markup {
  const kana = familyName(nameKana)
  const code = tagCode(day.number, number)
  return html`<article class="name-tag"><p class="name-tag-center">${center?.name ?? ''} 第${day.number}日</p>
<p class="name-tag-kana${[...kana].length > 5 ? ' name-tag-kana-long' : ''}">${kana}</p>${qrMarkup(code, `名札 ${code}`, code)}
<p class="name-tag-name">${name}</p><p class="name-tag-number">${number}</p></article>`
}

/** The sheet of name tags: the family name large in kana, the number, and the code that desks scan. */
export function nameTagsPage(parts: {
  files: PageFiles
  now: string
  day: Day
  people: readonly Attendance[]
  center: Center | undefined
}): Markup {
  const { files, now, day, center } = parts
  const people = parts.people.toSorted((one, other) => one.number - other.number)
  const pages = Array.from({ length: Math.ceil(people.length / tagsOnSheet) }, (_, index) =>
    people.slice(index * tagsOnSheet, (index + 1) * tagsOnSheet),
  )
  const sheets = pages.map(
    (
      page,
      index,
    ) => html`<section class="sheet"><div class="name-tags">${page.map((one) => tag(one, day, center))}</div>
<footer class="sheet-foot">名札 ${day.date} ${clockOf(now, timeZone)} 印刷 ${index + 1} / ${pages.length}</footer></section>`,
  )
  const empty = html`<section class="sheet"><p>印刷する名札がありません。受付の一覧で人を選んでください。</p></section>`
  return sheetPage({ title: '名札', kind: center?.kind ?? 'live', files, sheets: pages.length > 0 ? sheets : empty })
}
