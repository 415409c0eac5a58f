import { html, raw } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import type { Language } from '#shared/core/language.ts'
import { mistakeTexts, receptionTexts } from '#shared/texts/reception-phone.ts'
import type { Mistake, Typed } from '#shared/volunteers/reception-form.ts'

/** One form as it is drawn: its language, what was typed, and what was wrong with it. */
export interface Drawing {
  language: Language
  /** Stands before the ids of a form's fields, for the page holds two forms. */
  prefix: string
  typed: Typed
  mistakes: readonly Mistake[]
}

type TextKey = keyof typeof receptionTexts

/** A text of the page, with what stands in braces filled in. */
export function say(language: Language, key: TextKey, values: Record<string, string | number> = {}): string {
  return receptionTexts[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

const valuesOf = ({ typed }: Drawing, name: string): readonly string[] => {
  const value = typed[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

function mistakeIn({ mistakes, language }: Drawing, name: string): string | null {
  const mistake = mistakes.find(({ field }) => field === name)
  return mistake ? mistakeTexts[mistake.reason][language] : null
}

const required = (language: Language) => html`<span class="field-required">${say(language, 'required')}</span>`

interface Field {
  name: string
  label: string
  hint?: string
  needed?: boolean
}

/** Where a field's error appears; the script writes into it too, so it is always there. */
function errorLine(drawing: Drawing, id: string, name: string): Markup {
  const error = mistakeIn(drawing, name)
  return html`<p class="field-error" id="${id}-error"${error ? '' : raw(' hidden')}>${error ?? ''}</p>`
}

interface LineField extends Field {
  type?: 'text' | 'tel' | 'email'
  mode?: string
  complete?: string
  /** Where the page says what it understood of a date. */
  echo?: boolean
}

/** What an input says of itself to the browser and to who hears the page. */
function attributesOf(drawing: Drawing, { name, hint, needed, mode }: LineField): string {
  const id = drawing.prefix + name
  return [
    mode ? ` inputmode="${mode}"` : '',
    needed ? ' aria-required="true"' : '',
    mistakeIn(drawing, name) === null ? '' : ' aria-invalid="true"',
    ` aria-describedby="${hint ? `${id}-hint ` : ''}${id}-error"`,
  ].join('')
}

/** One line to fill in. */
export function lineField(drawing: Drawing, field: LineField): Markup {
  const { name, label, hint, needed, type = 'text', complete = 'off', echo } = field
  const id = drawing.prefix + name
  return html`<div class="field"><label class="field-label" for="${id}">${label}${needed ? required(drawing.language) : ''}</label>${
    hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : ''
  }<input class="field-input" id="${id}" name="${name}" type="${type}" value="${valuesOf(drawing, name)[0] ?? ''}" autocomplete="${complete}"${
    // Names of fields and settings of this file; nothing that anybody typed.
    raw(attributesOf(drawing, field))
  }>${echo ? html`<p class="field-echo" id="${id}-echo" role="status"></p>` : ''}${errorLine(drawing, id, name)}</div>`
}

/** Several lines to fill in. */
export function textField(drawing: Drawing, { name, label, hint }: Field): Markup {
  const id = drawing.prefix + name
  const wrong = mistakeIn(drawing, name) !== null
  return html`<div class="field"><label class="field-label" for="${id}">${label}</label>${
    hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : ''
  }<textarea class="field-input" id="${id}" name="${name}" rows="3"${wrong ? raw(' aria-invalid="true"') : ''} aria-describedby="${hint ? `${id}-hint ` : ''}${id}-error">${
    valuesOf(drawing, name)[0] ?? ''
  }</textarea>${errorLine(drawing, id, name)}</div>`
}

/** One of several choices, or several of them, as large chips. */
export function choiceField(
  drawing: Drawing,
  field: Field & { options: readonly { value: string; label: string }[]; several?: boolean },
): Markup {
  const { name, label, hint, needed, options, several } = field
  const id = drawing.prefix + name
  const chosen = valuesOf(drawing, name)
  return html`<fieldset class="field" id="${id}" aria-describedby="${hint ? `${id}-hint ` : ''}${id}-error"><legend class="field-label">${label}${
    needed ? required(drawing.language) : ''
  }</legend>${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : ''}<div class="chips">${options.map(
    ({ value, label: word }) =>
      html`<label class="chip"><input type="${several ? 'checkbox' : 'radio'}" name="${name}" value="${value}"${
        chosen.includes(value) ? raw(' checked') : ''
      }><span>${word}</span></label>`,
  )}</div>${errorLine(drawing, id, name)}</fieldset>`
}

/** One thing to tick. */
export function checkField(drawing: Drawing, { name, label, needed }: Field): Markup {
  const id = drawing.prefix + name
  const ticked = valuesOf(drawing, name).length > 0
  const wrong = mistakeIn(drawing, name) !== null
  return html`<div class="field"><label class="check"><input type="checkbox" id="${id}" name="${name}" value="yes"${ticked ? raw(' checked') : ''}${
    needed ? raw(' aria-required="true"') : ''
  }${wrong ? raw(' aria-invalid="true"') : ''} aria-describedby="${id}-error"><span>${label}${
    needed ? html` ${required(drawing.language)}` : ''
  }</span></label>${errorLine(drawing, id, name)}</div>`
}

/** All that is wrong, each with a link to its field; the script fills the same list. */
export function errorList(drawing: Drawing, general: string | null): Markup {
  const { language, mistakes, prefix } = drawing
  const some = mistakes.length > 0 || general !== null
  return html`<div class="error-summary" id="${prefix}errors" role="alert" tabindex="-1"${some ? raw(' autofocus') : raw(' hidden')}><h2>${
    general ?? say(language, 'fixThese')
  }</h2><ul>${mistakes.map(
    ({ field, reason }) => html`<li><a href="#${prefix}${field}">${mistakeTexts[reason][language]}</a></li>`,
  )}</ul></div>`
}
