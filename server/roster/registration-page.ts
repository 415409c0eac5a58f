import { html, raw } from 'hono/html'
import { type Markup, qrMarkup } from '#server/core/sheet-page.ts'
import {
  checkField,
  choiceField,
  type Drawing,
  errorList,
  lineField,
  say,
} from '#server/volunteers/reception-fields.ts'
import { type RegistrationKind, registrationCode, registrationText } from '#shared/core/check-digit.ts'
import type { Language } from '#shared/core/language.ts'
import { weekdayOf } from '#shared/core/time.ts'
import { areaNames, slots, toolChoices } from '#shared/roster/registration-form.ts'
import type { Standing } from '#shared/roster/rules.ts'
import { skillTexts } from '#shared/texts/reception-phone.ts'
import { registrationTexts } from '#shared/texts/registration-phone.ts'
import { rosterConsentVersion, rosterConsentWordings } from '#shared/texts/roster-consent.ts'
import { licenceChoices, plans, sexes, skillChoices, vehicleChoices } from '#shared/volunteers/reception-form.ts'

/** What a form carries besides its fields: ids that make sending it twice harmless, and the link's token. */
export interface RegistrationIds {
  commandId: string
  registrationId: string
  ownToken: string
}

export interface RegistrationDrawing extends Drawing {
  ids: RegistrationIds
  /** Why the center refused the form. */
  general: string | null
}

/** A text of the page, with what stands in braces filled in. */
export function words(
  language: Language,
  key: keyof typeof registrationTexts,
  values: Record<string, string | number> = {},
): string {
  return registrationTexts[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

export const part = (title: string, ...fields: Markup[]) =>
  html`<section class="form-part"><h2>${title}</h2>${fields}</section>`

export const hidden = (values: Record<string, string>) =>
  html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`

export const translated = ({ language }: Drawing, values: readonly string[]) =>
  values.map((value) => ({ value, label: skillTexts[value]?.[language] ?? value }))

export function line(drawing: Drawing, name: Parameters<typeof say>[1], more: object = {}): Markup {
  return lineField(drawing, { name, label: say(drawing.language, name), ...more })
}

function whoPart(drawing: Drawing): Markup {
  const { language } = drawing
  const sex = sexes.map((value) => ({ value, label: say(language, `sex.${value}`) }))
  return part(
    say(language, 'nameTitle'),
    line(drawing, 'name', { needed: true, complete: 'name' }),
    line(drawing, 'nameKana', { needed: true }),
    line(drawing, 'phone', { needed: true, type: 'tel', complete: 'tel', hint: say(language, 'phoneHint') }),
    line(drawing, 'birthDate', { needed: true, complete: 'bday', hint: say(language, 'birthDateHint') }),
    choiceField(drawing, { name: 'sex', label: say(language, 'sex'), options: sex }),
    line(drawing, 'address', { complete: 'street-address' }),
    line(drawing, 'email', { type: 'email', complete: 'email' }),
    line(drawing, 'affiliation', { complete: 'organization' }),
  )
}

function emergencyPart(drawing: Drawing, needed: boolean): Markup {
  const { language } = drawing
  return part(
    say(language, 'emergencyTitle'),
    html`<p class="field-hint">${words(language, 'emergencyHint')}</p>`,
    line(drawing, 'emergencyName', { needed }),
    line(drawing, 'emergencyPhone', { needed, type: 'tel' }),
    line(drawing, 'emergencyRelation'),
  )
}

function canPart(drawing: Drawing): Markup {
  const { language } = drawing
  const vehicles = vehicleChoices.map((value) => ({
    value,
    label: value === 'none' ? words(language, 'vehicle.none') : say(language, `vehicle.${value}`),
  }))
  return part(
    words(language, 'canTitle'),
    choiceField(drawing, {
      name: 'skills',
      label: say(language, 'skills'),
      options: translated(drawing, skillChoices),
      several: true,
    }),
    choiceField(drawing, {
      name: 'licences',
      label: say(language, 'licences'),
      options: translated(drawing, licenceChoices),
      several: true,
    }),
    choiceField(drawing, { name: 'vehicle', label: words(language, 'vehicle'), options: vehicles }),
    choiceField(drawing, {
      name: 'tools',
      label: words(language, 'tools'),
      options: translated(drawing, toolChoices),
      several: true,
    }),
    lineField(drawing, { name: 'otherTools', label: words(language, 'otherTools') }),
    lineField(drawing, { name: 'languages', label: words(language, 'languages') }),
    checkField(drawing, { name: 'experience', label: say(language, 'experience') }),
  )
}

/** 2026-11-23 is a Monday: the week by whose days a slot is called. */
const monday = 23

function slotLabel(slot: (typeof slots)[number], language: Language): string {
  const day = weekdayOf(`2026-11-${monday + Math.floor(slots.indexOf(slot) / 2)}`, language)
  return `${day} ${words(language, slot.endsWith('am') ? 'am' : 'pm')}`
}

export function wishPart(drawing: Drawing): Markup {
  const { language } = drawing
  const areas = areaNames.map((value) => ({ value, label: value }))
  return part(
    words(language, 'wishTitle'),
    choiceField(drawing, {
      name: 'days',
      label: words(language, 'days'),
      options: slots.map((value) => ({ value, label: slotLabel(value, language) })),
      several: true,
    }),
    html`<details class="fold"><summary>${words(language, 'areas')}</summary><div class="fold-body">${choiceField(
      drawing,
      { name: 'areas', label: words(language, 'areas'), options: areas, several: true },
    )}</div></details>`,
  )
}

export function insurancePart(drawing: Drawing, hint?: string): Markup {
  const { language } = drawing
  return part(
    say(language, 'insuranceTitle'),
    choiceField(drawing, {
      name: 'insurance',
      label: say(language, 'insurance'),
      needed: true,
      ...(hint === undefined ? {} : { hint }),
      options: plans.map((value) => ({ value, label: say(language, `insurance.${value}`) })),
    }),
    line(drawing, 'joinedOn'),
  )
}

export function consentPart(drawing: Drawing): Markup {
  const { language } = drawing
  return part(
    say(language, 'consentTitle'),
    html`<details class="fold"><summary>${words(language, 'consentRead')}</summary><div class="fold-body"><ol>${rosterConsentWordings[
      rosterConsentVersion
    ]?.[language].map((one) => html`<li>${one}</li>`)}</ol></div></details>`,
    checkField(drawing, { name: 'consent', label: words(language, 'consent'), needed: true }),
  )
}

/** 個人 or 団体: two pages that lead to each other, so that neither needs a script. */
export function whichOne(language: Language, current: RegistrationKind): Markup {
  const link = (kind: RegistrationKind, address: string, key: 'asPerson' | 'asGroup') =>
    html`<a class="button${kind === current ? ' button-next' : ''}" href="${address}?lang=${language}"${kind === current ? raw(' aria-current="page"') : ''}>${words(language, key)}</a>`
  return html`<nav class="form-pair" aria-label="${words(language, 'whichOne')}">${link('person', '/registration', 'asPerson')}${link('group', '/registration/group', 'asGroup')}</nav>`
}

/** By this form, which nobody sees, the script opens a link by its fragment. */
export const openOwnForm = (language: Language) =>
  html`<form id="open-own" method="post" action="/registration/own?lang=${language}" hidden><input type="hidden" name="ownToken" value=""></form>`

/** The form of somebody who registers. */
export function registrationForm(drawing: RegistrationDrawing): Markup {
  const { language, ids, general } = drawing
  return html`<p>${words(language, 'what')}</p>${whichOne(language, 'person')}
<form id="registration" class="form-part" method="post" action="/registration?lang=${language}" novalidate>${hidden({ ...ids })}${whoPart(drawing)}${emergencyPart(
    drawing,
    true,
  )}${canPart(drawing)}${wishPart(drawing)}${insurancePart(drawing)}${consentPart(drawing)}${errorList(drawing, general)}
<button class="button button-next button-large button-wide">${words(language, 'submit')}</button></form>
${openOwnForm(language)}`
}

/** What the own page shows: nothing of how somebody is reached, for the link may lie about. */
export interface OwnRegistration {
  kind: RegistrationKind
  number: number
  name: string
  standing: Standing
  year: number
}

function standingLine({ standing, year }: OwnRegistration, language: Language): Markup {
  const key = standing === 'withdrawn' ? 'withdrawn' : standing
  return html`<div id="state" class="notice notice-${standing === 'active' ? 'information' : 'warning'}"><p>${words(language, key, { year })}</p></div>`
}

export function renewForm(drawing: RegistrationDrawing): Markup {
  const { language, ids, general } = drawing
  return html`<form id="renew" class="form-part" method="post" action="/registration/renew?lang=${language}" novalidate>${hidden({ ...ids })}
<h2>${words(language, 'renewTitle')}</h2>${canPart(drawing)}${wishPart(drawing)}${insurancePart(drawing)}
<p class="field-hint">${words(language, 'renewHint')}</p>${line(drawing, 'phone', { type: 'tel' })}${line(drawing, 'email', { type: 'email' })}${line(drawing, 'address')}${emergencyPart(
    drawing,
    false,
  )}${consentPart(drawing)}${errorList(drawing, general)}
<button class="button button-next button-large button-wide">${words(language, 'renew')}</button></form>`
}

/** One's own registration: the number and its code for reception, renewing and leaving. */
export function ownPage(
  own: OwnRegistration,
  drawing: RegistrationDrawing,
  shown: { told: string | null; renewal: Markup },
): Markup {
  const { language, ids } = drawing
  const { kind, number, name, standing } = own
  const { told, renewal } = shown
  const code = registrationCode(kind, number)
  const head = html`${told ? html`<div class="notice notice-information" role="status"><p>${told}</p></div>` : ''}
<section class="form-part centered"><p>${name}</p><p>${words(language, 'number')}</p><p class="big-number">${registrationText(kind, number)}</p>${
    standing === 'withdrawn' ? '' : qrMarkup(code, `${words(language, 'number')} ${code}`, code)
  }</section>${standingLine(own, language)}`
  if (standing === 'withdrawn')
    return html`${head}<p><a href="/registration?lang=${language}">${words(language, 'again')}</a></p>`
  return html`${head}<p>${words(language, 'keep')}</p>
<p><a id="own-link" href="/registration?lang=${language}#${ids.ownToken}">${words(language, 'link')}</a></p>${renewal}
<details class="fold"><summary>${words(language, 'leaveTitle')}</summary><div class="fold-body"><p>${words(language, 'leaveHint')}</p>
<form method="post" action="/registration/leave?lang=${language}">${hidden({ ...ids, commandId: ids.registrationId })}<button class="button button-danger button-wide">${words(language, 'leave')}</button></form></div></details>`
}
