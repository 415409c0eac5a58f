import { html } from 'hono/html'
import { CompiledQuery } from 'kysely'
import { paperMark } from '#server/access/paper-mark.ts'
import type { Markup } from '#server/core/sheet-page.ts'
import type { Tx } from '#server/database/record-table.ts'
import { type Gathered, gather } from '#server/privacy/gather.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { Subject } from '#shared/privacy/erasure.ts'
import {
  recordChoices,
  recordFields,
  recordNames,
  usePlaces,
  recordSheetWords as words,
} from '#shared/texts/record-sheet.ts'

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const timeText = (at: string) => `${dateOf(at, timeZone)} ${clockOf(at, timeZone)}`

/** A text as people say it: a choice in words, an instant in the center's time. */
function spoken(field: string, text: string): string {
  if (Object.hasOwn(recordChoices, text)) return recordChoices[text] ?? ''
  if (instant.test(text)) return timeText(text)
  return field.toLowerCase().endsWith('phone') ? formatPhone(text) : text
}

function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('、')
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? spoken(field, value) : ''
}

/** The lines of one record that say something, in the order of its fields. */
function linesOf(record: object): { word: string; value: string }[] {
  return Object.entries(record).flatMap(([field, value]) => {
    const word = recordFields[field]
    const text = valueText(field, value)
    return word === undefined || text === '' ? [] : [{ word, value: text }]
  })
}

interface RecordSheet {
  subject: Subject
  gathered: Gathered
  uses: readonly { at: string; word: string; by: string }[]
}

// Of the roster desks are told nothing, and so their acts name nobody: what was typed says whom they were about.
const usedIn = `with of_whom as (select value as id from json_each(?)) select at, type, actor_name as by_name from event_log l
  where exists (select 1 from json_each(record_ids) j join of_whom on of_whom.id = j.value)
    or exists (select 1 from event_input i join of_whom on instr(i.input, of_whom.id) > 0 where i.seq = l.seq)
  order by seq limit 500`

/** All that is held of somebody, and the acts in which it was used. */
export async function readRecordSheet(tx: Tx, subject: Subject): Promise<RecordSheet> {
  const gathered = await gather(tx, subject.kind, subject.id)
  const ids = JSON.stringify([...gathered.ids])
  const query = CompiledQuery.raw(usedIn, [ids])
  const { rows } = await tx.executeQuery<{ at: string; type: string; by_name: string }>(query)
  return {
    subject,
    gathered,
    uses: rows.map(({ at, type, by_name: by }) => ({ at, by, word: usePlaces[type.split('.')[0] ?? ''] ?? type })),
  }
}

function recordMarkup({ kind, record }: Gathered['records'][number]): Markup | string {
  const lines = linesOf(record)
  if (lines.length === 0) return ''
  return html`<table class="sheet-table record-table">
  <caption>${recordNames[kind] ?? kind}</caption>
  <tbody>${lines.map(({ word, value }) => html`<tr><th scope="row">${word}</th><td>${value}</td></tr>`)}</tbody>
</table>`
}

function usesMarkup(uses: RecordSheet['uses']): Markup {
  return html`<h2>${words.uses}</h2>
<table class="sheet-table">
  <thead><tr><th scope="col">${words.at}</th><th scope="col">${words.act}</th><th scope="col">${words.by}</th></tr></thead>
  <tbody>${uses.map(
    ({ at, word, by }) => html`<tr><td>${timeText(at)}</td><td>${word}</td><td>${by}</td></tr>`,
  )}</tbody>
</table>`
}

/** この人の記録: for the person themselves, or for whoever acts for them. */
export function recordSheet(
  { subject, gathered, uses }: RecordSheet,
  head: { center: string; now: string; by: string; paper: number | null },
): Markup {
  return html`<section class="sheet">
  <header class="sheet-head">
    <div>
      <p>${head.center}</p>
      <h1>${words.title[subject.kind]}</h1>
      <p>${words.hint}</p>
    </div>
    <p class="sheet-id">${words.printed(timeText(head.now), head.by)}<br>${paperMark(head.paper)}</p>
  </header>
  ${gathered.records.map(recordMarkup)}
  ${usesMarkup(uses)}
  <footer class="sheet-foot"><span>${words.foot}</span><span>${timeText(head.now)}</span></footer>
</section>`
}
