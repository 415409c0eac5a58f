import { html, raw } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import {
  consentPart,
  hidden,
  insurancePart,
  line,
  openOwnForm,
  part,
  type RegistrationDrawing,
  translated,
  whichOne,
  wishPart,
  words,
} from '#server/roster/registration-page.ts'
import { checkField, choiceField, type Drawing, errorList, lineField } from '#server/volunteers/reception-fields.ts'
import { vehicleKinds } from '#shared/roster/group-form.ts'
import { groupKinds } from '#shared/roster/group-kinds.ts'
import { toolChoices } from '#shared/roster/registration-form.ts'
import { skillChoices } from '#shared/volunteers/reception-form.ts'

function groupPart(drawing: Drawing): Markup {
  const { language } = drawing
  return part(
    words(language, 'groupPart'),
    lineField(drawing, { name: 'name', label: words(language, 'groupName'), needed: true, complete: 'organization' }),
    lineField(drawing, { name: 'nameKana', label: words(language, 'groupKana') }),
    choiceField(drawing, {
      name: 'kind',
      label: words(language, 'groupKind'),
      options: groupKinds.map((value) => ({ value, label: words(language, `kind.${value}`) })),
    }),
  )
}

/** Who stands for the group and how they are reached; on the own page nothing of it is shown, only asked. */
function leaderPart(drawing: Drawing, needed: boolean): Markup {
  const { language } = drawing
  return part(
    words(language, 'leaderPart'),
    ...(needed ? [] : [html`<p class="field-hint">${words(language, 'groupRenewHint')}</p>`]),
    lineField(drawing, { name: 'leaderName', label: words(language, 'leaderName'), needed, complete: 'name' }),
    lineField(drawing, { name: 'leaderKana', label: words(language, 'leaderKana') }),
    lineField(drawing, { name: 'phone', label: words(language, 'leaderPhone'), needed, type: 'tel', complete: 'tel' }),
    line(drawing, 'email', { type: 'email', complete: 'email' }),
    lineField(drawing, { name: 'address', label: words(language, 'groupAddress'), complete: 'street-address' }),
  )
}

/** Two fields for each kind of vehicle: a page without a script cannot add lines. */
function vehiclesPart(drawing: Drawing): Markup {
  const { language, typed, mistakes } = drawing
  const isSaid = vehicleKinds.some((kind) => Boolean(typed[`count.${kind}`]))
  const isOpen = isSaid || mistakes.some(({ field }) => field === 'vehicles')
  const rows = vehicleKinds.map(
    (
      kind,
    ) => html`<fieldset class="field"><legend class="field-label">${words(language, `groupVehicle.${kind}`)}</legend>
<div class="form-pair">${lineField(drawing, { name: `count.${kind}`, label: words(language, 'vehicleCount'), mode: 'numeric' })}${lineField(
      drawing,
      { name: `seats.${kind}`, label: words(language, 'vehicleSeats'), mode: 'numeric' },
    )}</div>${checkField(drawing, { name: `mayMove.${kind}`, label: words(language, 'vehicleMoves') })}</fieldset>`,
  )
  return html`<details class="fold" id="vehicles"${isOpen ? raw(' open') : ''}><summary>${words(language, 'groupVehicles')}</summary><div class="fold-body">${rows}</div></details>`
}

function canPart(drawing: Drawing): Markup {
  const { language } = drawing
  return part(
    words(language, 'canTitle'),
    lineField(drawing, { name: 'headcount', label: words(language, 'usualHeadcount'), needed: true, mode: 'numeric' }),
    choiceField(drawing, {
      name: 'skills',
      label: words(language, 'groupSkills'),
      options: translated(drawing, skillChoices),
      several: true,
    }),
    choiceField(drawing, {
      name: 'tools',
      label: words(language, 'tools'),
      options: translated(drawing, toolChoices),
      several: true,
    }),
    lineField(drawing, { name: 'otherTools', label: words(language, 'otherTools') }),
    vehiclesPart(drawing),
  )
}

const insured = (drawing: Drawing) => insurancePart(drawing, words(drawing.language, 'groupInsuranceHint'))

/** The form of a group that registers, for whoever stands for it. */
export function groupRegistrationForm(drawing: RegistrationDrawing): Markup {
  const { language, ids, general } = drawing
  return html`<p>${words(language, 'what')}</p>${whichOne(language, 'group')}
<form id="registration" class="form-part" method="post" action="/registration/group?lang=${language}" novalidate>${hidden({ ...ids })}${groupPart(
    drawing,
  )}${leaderPart(drawing, true)}${canPart(drawing)}${wishPart(drawing)}${insured(drawing)}${consentPart(drawing)}${errorList(drawing, general)}
<button class="button button-next button-large button-wide">${words(language, 'submit')}</button></form>
${openOwnForm(language)}`
}

/** What a group says anew each year. */
export function groupRenewForm(drawing: RegistrationDrawing): Markup {
  const { language, ids, general } = drawing
  return html`<form id="renew" class="form-part" method="post" action="/registration/group/renew?lang=${language}" novalidate>${hidden({ ...ids })}
<h2>${words(language, 'renewTitle')}</h2>${canPart(drawing)}${wishPart(drawing)}${insured(drawing)}${leaderPart(
    drawing,
    false,
  )}${consentPart(drawing)}${errorList(drawing, general)}
<button class="button button-next button-large button-wide">${words(language, 'renew')}</button></form>`
}
