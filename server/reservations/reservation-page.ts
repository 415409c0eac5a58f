import { html, raw } from 'hono/html'
import { type Markup, qrMarkup } from '#server/core/sheet-page.ts'
import { checkField, choiceField, type Drawing, errorList, lineField } from '#server/volunteers/reception-fields.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import type { Language } from '#shared/core/language.ts'
import { clockOf, dateOf, timeZone, weekdayOf } from '#shared/core/time.ts'
import { halfDays, reservationKinds, wishedHalves } from '#shared/reservations/limits.ts'
import type { OwnReservation } from '#shared/reservations/reads.ts'
import type { ReservationCaps, ReservationDay } from '#shared/reservations/reservation.ts'
import { reserveProblem } from '#shared/reservations/rules.ts'
import { reservationTexts } from '#shared/texts/reservation-phone.ts'
import { halvesTexts, reservationKindTexts, reservationStatusTexts } from '#shared/texts/reservation-words.ts'

/** What a form carries besides its fields: ids that make sending it twice harmless, and the new page's token. */
export interface ReservationIds {
  commandId: string
  reservationId: string
  ownToken: string
}

export interface ReservationDrawing extends Drawing {
  ids: ReservationIds
  general: string | null
}

/** A date on the page, with the places that are given. */
export interface OfferedDay {
  day: ReservationDay
  booked: ReservationCaps
}

/** A text of the page, with what stands in braces filled in. */
export function words(
  language: Language,
  key: keyof typeof reservationTexts,
  values: Record<string, string | number> = {},
): string {
  return reservationTexts[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

const dateWords = (date: string, language: Language) =>
  language === 'en'
    ? `${weekdayOf(date, language)} ${formatDate(date, language)}`
    : `${formatDate(date, language)}（${weekdayOf(date, language)}）`

const shortDate = (date: string, language: Language) =>
  `${Number(date.slice(5, 7))}/${Number(date.slice(8))} ${language === 'ja' ? `（${weekdayOf(date, language)}）` : weekdayOf(date, language)}`

const opening = ({ opensAt }: ReservationDay, language: Language) =>
  words(language, 'opensAt', {
    date: dateWords(dateOf(opensAt, timeZone), language),
    clock: clockOf(opensAt, timeZone),
  })

function cell({ day, booked }: OfferedDay, half: (typeof halfDays)[number], language: Language): Markup {
  return html`${reservationKinds.map((kind) => {
    const cap = day.caps[half][kind]
    const free = Math.max(0, cap - booked[half][kind])
    const text = free > 0 ? String(free) : words(language, cap === 0 ? 'noneCell' : 'fullCell')
    return html`<td class="number">${day.status === 'closed' ? words(language, 'closedDay') : text}</td>`
  })}`
}

/** Free places per date, half-day and kind. */
function placesTable(offered: readonly OfferedDay[], language: Language): Markup {
  const columns = reservationKinds.length + 1
  // The date stands above its halves: beside them it would take the place of the last kind on a phone.
  const rows = offered.map(
    (one) =>
      html`<tbody><tr><th scope="rowgroup" colspan="${columns}">${shortDate(one.day.date, language)}</th></tr>${halfDays.map(
        (half) =>
          html`<tr><th scope="row">${halvesTexts[half][language === 'easy' ? 'ja' : language]}</th>${cell(one, half, language)}</tr>`,
      )}</tbody>`,
  )
  return html`<section class="form-part"><h2 id="free">${words(language, 'free')}</h2><div class="places-frame" role="region" aria-labelledby="free" tabindex="0"><table class="places-table"><thead><tr><td></td>${reservationKinds.map(
    (kind) => html`<th scope="col">${reservationKindTexts[kind][language]}</th>`,
  )}</tr></thead>${rows}</table></div><p class="field-hint">${words(language, 'freeHint')}</p></section>`
}

const part = (title: string, ...fields: Markup[]) =>
  html`<section class="form-part"><h2>${title}</h2>${fields}</section>`

function wishPart(drawing: ReservationDrawing, days: readonly ReservationDay[]): Markup {
  const { language } = drawing
  const options = <T extends string>(values: readonly T[], texts: Record<T, Record<Language, string>>) =>
    values.map((value) => ({ value, label: texts[value][language] }))
  const dates = days.map(({ id, date }) => ({ value: id, label: shortDate(date, language) }))
  return part(
    words(language, 'date'),
    choiceField(drawing, { name: 'day', label: words(language, 'date'), options: dates }),
    choiceField(drawing, {
      name: 'halves',
      label: words(language, 'halves'),
      options: options(wishedHalves, halvesTexts),
    }),
    choiceField(drawing, {
      name: 'kind',
      label: words(language, 'kind'),
      hint: words(language, 'kindHint'),
      options: options(reservationKinds, reservationKindTexts),
    }),
    lineField(drawing, {
      name: 'headcount',
      label: words(language, 'headcount'),
      hint: words(language, 'headcountHint'),
      mode: 'numeric',
      needed: true,
    }),
    lineField(drawing, { name: 'groupName', label: words(language, 'groupName'), complete: 'organization' }),
  )
}

function whoPart(drawing: ReservationDrawing): Markup {
  const { language } = drawing
  const line = (name: 'name' | 'nameKana' | 'phone' | 'birthDate' | 'address' | 'email', more: object = {}) =>
    lineField(drawing, { name, label: words(language, name), ...more })
  return part(
    words(language, 'whoTitle'),
    line('name', { needed: true, complete: 'name' }),
    line('nameKana', { needed: true }),
    line('phone', { needed: true, type: 'tel', complete: 'tel' }),
    line('birthDate', { needed: true, complete: 'bday', hint: words(language, 'birthDateHint') }),
    line('address', { complete: 'address-level2' }),
    line('email', { type: 'email', complete: 'email' }),
  )
}

const hiddenFields = (values: Record<string, string>) =>
  html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`

/** The page with its form: what it is, which dates there are, and when they open. */
export function reservationForm(offered: readonly OfferedDay[], drawing: ReservationDrawing, now: string): Markup {
  const { language, ids } = drawing
  const open = offered.filter(({ day }) => reserveProblem(day, now, timeZone, 'phone')?.code !== 'reservations.closed')
  const later = open.filter(({ day }) => day.opensAt > now).map(({ day }) => day)
  const [next] = later.toSorted((one, other) => (one.opensAt < other.opensAt ? -1 : 1))
  // Where all dates are closed, nobody types everything in to be refused at the end.
  if (open.length === 0)
    return html`<div class="notice notice-information"><p>${words(language, 'noDays')}</p></div>${drawing.general === null ? '' : errorList(drawing, drawing.general)}`
  return html`${
    next
      ? html`<div class="notice notice-information" id="opening" role="status"><p>${shortDate(next.date, language)}: ${opening(next, language)} <strong class="number" id="countdown"></strong></p></div>`
      : ''
  }${placesTable(offered, language)}<form id="reserve" method="post" action="/reservation?lang=${language}" novalidate>${hiddenFields(
    { ...ids, language },
  )}${wishPart(
    drawing,
    open.map(({ day }) => day),
  )}${whoPart(drawing)}${checkField(drawing, { name: 'waitIfFull', label: words(language, 'waitIfFull') })}<p class="field-hint">${words(
    language,
    'purpose',
  )}</p>${errorList(drawing, drawing.general)}<button class="button button-next button-large button-wide">${words(language, 'submit')}</button></form>`
}

const stateWords = {
  booked: 'whenBooked',
  waiting: 'whenWaiting',
  cancelled: 'whenCancelled',
  checkedIn: 'whenCheckedIn',
  noShow: 'whenNoShow',
} as const

function cancelFold(own: OwnReservation, language: Language, ownToken: string, commandId: string): Markup {
  const fields = hiddenFields({ ownToken, commandId, reservationId: own.reservationId })
  return html`<details class="fold"><summary>${words(language, 'cancelAsk')}</summary><div class="fold-body"><form id="cancel" method="post" action="/reservation/cancel?lang=${language}">${fields}<p>${words(
    language,
    'cancelHint',
  )}</p><button class="button button-danger button-large button-wide">${words(language, 'cancel')}</button></form></div></details>`
}

/** Somebody's own reservation, drawn from the token that came in the body: it stands in no address and in no log. */
export function ownPage(
  own: OwnReservation,
  language: Language,
  ownToken: string,
  commandId: string,
  refusal: string | null,
): Markup {
  const { status, place, number, code, date, halves, headcount } = own
  const stands = status === 'booked' || status === 'waiting'
  const people = language === 'en' ? `× ${headcount}` : `${headcount}人`
  return html`<section class="form-part centered">${
    refusal ? html`<div class="notice notice-warning" role="alert"><p>${refusal}</p></div>` : ''
  }<h2>${words(language, 'ownTitle')}</h2><p><strong>${dateWords(date, language)}</strong> ${halvesTexts[halves][language]} ${people}</p>
<p class="now" id="state" data-status="${status}">${reservationStatusTexts[status][language]}${place === null ? '' : html`<br>${words(language, 'place', { place })}`}</p>
<p>${words(language, 'number')}</p><p class="big-number">${number}</p><p>${words(language, stateWords[status])}</p>${
    stands
      ? html`${status === 'booked' ? qrMarkup(code, words(language, 'code'), code) : html`<p class="number">${code}</p>`}
<form id="own" method="post" action="/reservation/own?lang=${language}">${hiddenFields({ ownToken })}<button class="button button-large button-wide">${words(language, 'reload')}</button></form>
<p>${words(language, 'keep')}</p><p><a id="own-link" href="/reservation?lang=${language}#${ownToken}">${words(language, 'ownLink')}</a></p>${cancelFold(own, language, ownToken, commandId)}`
      : ''
  }<p><a href="/reservation?lang=${language}">${words(language, 'another')}</a></p></section>`
}

/** The form that the script fills with the token of an address's fragment, or finds filled in, and sends. */
export const openOwnForm = (language: Language, token = '') =>
  html`<form id="open-own" method="post" action="/reservation/own?lang=${language}"${raw(' hidden')}><input type="hidden" name="ownToken" value="${token}"></form>`
