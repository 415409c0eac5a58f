import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import {
  checkField,
  choiceField,
  type Drawing,
  errorList,
  lineField,
  say,
  textField,
} from '#server/volunteers/reception-fields.ts'
import type { Center } from '#shared/center/center.ts'
import { consentWordings } from '#shared/texts/reception-consent.ts'
import { type receptionTexts, skillTexts } from '#shared/texts/reception-phone.ts'
import {
  conditions,
  consents,
  licenceChoices,
  plans,
  sexes,
  skillChoices,
  vehicleChoices,
} from '#shared/volunteers/reception-form.ts'

/** What a form carries besides its fields: ids that make sending it twice harmless, and the new page's token. */
export interface HiddenIds {
  commandId: string
  attendanceId: string
  personId: string
  linkToken: string
}

/** What the page says of the day and the center. */
export interface Surroundings {
  hazard: Center['hazard']
  consentVersion: string
  full: boolean
}

export interface FormDrawing extends Drawing {
  ids: HiddenIds
  around: Surroundings
  /** A sentence about the whole form: why the center refused it. */
  general: string | null
}

type TextKey = keyof typeof receptionTexts

const part = (title: string, ...fields: Markup[]) =>
  html`<section class="form-part"><h2>${title}</h2>${fields}</section>`

function choicesOf<T extends string>({ language }: Drawing, name: string, values: readonly T[]) {
  // Every choice has its text under `field.value`; the dictionary's type knows the keys that exist.
  return values.map((value) => ({ value, label: say(language, `${name}.${value}` as TextKey) }))
}

const skillChoicesIn = ({ language }: Drawing, values: readonly string[]) =>
  values.map((value) => ({ value, label: skillTexts[value]?.[language] ?? value }))

const phoneField = (drawing: Drawing) =>
  lineField(drawing, {
    name: 'phone',
    label: say(drawing.language, 'phone'),
    hint: say(drawing.language, 'phoneHint'),
    needed: true,
    type: 'tel',
    complete: 'tel',
  })

const birthDateField = (drawing: Drawing) =>
  lineField(drawing, {
    name: 'birthDate',
    label: say(drawing.language, 'birthDate'),
    hint: say(drawing.language, 'birthDateHint'),
    needed: true,
    complete: 'bday',
    echo: true,
  })

function namePart(drawing: Drawing): Markup {
  const { language } = drawing
  return part(
    say(language, 'nameTitle'),
    lineField(drawing, { name: 'name', label: say(language, 'name'), needed: true, complete: 'name' }),
    lineField(drawing, { name: 'nameKana', label: say(language, 'nameKana'), needed: true }),
  )
}

/** Where no script can look at the date of birth, the guardian's consent is folded and always there. */
function guardianField(drawing: Drawing): Markup {
  const { language } = drawing
  return html`<details class="fold" id="guardian"><summary>${say(language, 'guardianTitle')}</summary><div class="fold-body">${choiceField(
    drawing,
    {
      name: 'guardianConsent',
      label: say(language, 'guardianTitle'),
      hint: say(language, 'guardianHint'),
      options: choicesOf(drawing, 'guardian', consents),
    },
  )}</div></details>`
}

function contactPart(drawing: Drawing): Markup {
  const { language } = drawing
  const sex = { name: 'sex', label: say(language, 'sex'), options: choicesOf(drawing, 'sex', sexes) }
  return part(
    say(language, 'contactTitle'),
    phoneField(drawing),
    birthDateField(drawing),
    guardianField(drawing),
    choiceField(drawing, sex),
  )
}

function emergencyFields(drawing: Drawing, needed: boolean): Markup[] {
  const { language } = drawing
  return [
    lineField(drawing, { name: 'emergencyName', label: say(language, 'emergencyName'), needed }),
    lineField(drawing, { name: 'emergencyPhone', label: say(language, 'emergencyPhone'), needed, type: 'tel' }),
    lineField(drawing, { name: 'emergencyRelation', label: say(language, 'emergencyRelation') }),
  ]
}

function emergencyPart(drawing: Drawing): Markup {
  const hint = html`<p class="field-hint">${say(drawing.language, 'emergencyHint')}</p>`
  return part(say(drawing.language, 'emergencyTitle'), hint, ...emergencyFields(drawing, true))
}

function insurancePart(drawing: FormDrawing, values: readonly (typeof plans)[number][] | readonly string[]): Markup {
  const { language, around } = drawing
  const hint = [
    around.hazard === 'earthquake' ? say(language, 'insuranceEarthquake') : '',
    say(language, 'insuranceHint'),
  ].join(language === 'en' ? ' ' : '')
  const label = say(language, 'insurance')
  return part(
    say(language, 'insuranceTitle'),
    choiceField(drawing, {
      name: 'insurance',
      label,
      hint,
      needed: true,
      options: choicesOf(drawing, 'insurance', values),
    }),
    lineField(drawing, { name: 'joinedOn', label: say(language, 'joinedOn'), echo: true }),
  )
}

function healthPart(drawing: Drawing): Markup {
  const { language } = drawing
  return part(
    say(language, 'healthTitle'),
    choiceField(drawing, {
      name: 'health',
      label: say(language, 'health'),
      needed: true,
      options: choicesOf(drawing, 'health', conditions),
    }),
    textField(drawing, {
      name: 'healthNote',
      label: say(language, 'healthNote'),
      hint: say(language, 'healthNoteHint'),
    }),
  )
}

function morePart(drawing: Drawing): Markup {
  const { language } = drawing
  const line = (name: 'affiliation' | 'postalCode' | 'address' | 'email', more: object = {}) =>
    lineField(drawing, { name, label: say(language, name), ...more })
  return html`<details class="fold"><summary>${say(language, 'moreTitle')}（${say(language, 'optional')}）</summary><div class="fold-body">${choiceField(
    drawing,
    { name: 'vehicle', label: say(language, 'vehicle'), options: choicesOf(drawing, 'vehicle', vehicleChoices) },
  )}${choiceField(drawing, {
    name: 'skills',
    label: say(language, 'skills'),
    options: skillChoicesIn(drawing, skillChoices),
    several: true,
  })}${choiceField(drawing, {
    name: 'licences',
    label: say(language, 'licences'),
    options: skillChoicesIn(drawing, licenceChoices),
    several: true,
  })}${checkField(drawing, { name: 'experience', label: say(language, 'experience') })}${line('affiliation', {
    complete: 'organization',
  })}${line('postalCode', { complete: 'postal-code', mode: 'numeric' })}${line('address', {
    complete: 'street-address',
  })}${line('email', { type: 'email', complete: 'email' })}</div></details>`
}

function consentPart(drawing: FormDrawing): Markup {
  const { language, around } = drawing
  const wording = consentWordings[around.consentVersion]?.[language] ?? []
  return part(
    say(language, 'consentTitle'),
    html`<details class="fold"><summary>${say(language, 'consentRead')}</summary><div class="fold-body"><ol>${wording.map(
      (line) => html`<li>${line}</li>`,
    )}</ol></div></details>`,
    checkField(drawing, { name: 'consent', label: say(language, 'consent'), needed: true }),
  )
}

function hiddenFields(drawing: FormDrawing, kind: 'first' | 'again'): Markup {
  const { ids, language, around } = drawing
  const values = {
    kind,
    ...ids,
    language,
    consentVersion: around.consentVersion,
    waitingList: around.full ? 'yes' : '',
  }
  return html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
}

const submit = ({ language, around }: FormDrawing) =>
  html`<button class="button button-next button-large button-wide">${say(language, around.full ? 'submitList' : 'submit')}</button>`

/** The form of somebody who comes for the first time. */
export function firstForm(drawing: FormDrawing): Markup {
  return html`<form id="first" method="post" action="/reception?lang=${drawing.language}" novalidate>${hiddenFields(drawing, 'first')}${namePart(drawing)}${contactPart(drawing)}${emergencyPart(drawing)}${insurancePart(drawing, plans)}${healthPart(
    drawing,
  )}${morePart(drawing)}${consentPart(drawing)}${errorList(drawing, drawing.general)}${submit(drawing)}</form>`
}

/** The form of somebody who came before: who they are, then three things; nothing that is stored appears on it. */
export function againForm(drawing: FormDrawing, open: boolean): Markup {
  const { language } = drawing
  return html`<details class="fold" id="again"${open ? html` open` : ''}><summary>${say(language, 'againTitle')}</summary><div class="fold-body"><form id="again-form" method="post" action="/reception?lang=${language}" novalidate>${hiddenFields(
    drawing,
    'again',
  )}<input type="hidden" name="earlierToken" value=""><p id="again-hint">${say(
    language,
    'againHint',
  )}</p><button class="button" type="button" id="again-other" hidden>${say(language, 'againOther')}</button><div class="form-part" id="again-who">${phoneField(drawing)}${birthDateField(drawing)}</div>${healthPart(
    drawing,
  )}${insurancePart(drawing, ['asBefore', ...plans])}${part(
    say(language, 'emergencyTitle'),
    checkField(drawing, { name: 'emergencySame', label: say(language, 'emergencySame') }),
    html`<p class="field-hint">${say(language, 'emergencyChanged')}</p>`,
    ...emergencyFields(drawing, false),
  )}${consentPart(drawing)}${errorList(drawing, drawing.general)}${submit(drawing)}</form></div></details>`
}
