import { html } from 'hono/html'
import type { Markup } from '#server/core/sheet-page.ts'
import { reportMarkup } from '#server/dispatch/work-order-sheet.ts'
import { blankPage, boxes, cell, grid, ticks } from '#server/readiness/blank-cells.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { type BlankForm, blankFormTexts as words } from '#shared/texts/blank-forms.ts'
import { earlierTimeTexts } from '#shared/texts/earlier-time.ts'
import { choiceWords, fieldWords as need, surveyWords as survey } from '#shared/texts/need-words.ts'
import { needsConsentVersion, needsConsentWordings } from '#shared/texts/needs-consent.ts'
import { consentWordings } from '#shared/texts/reception-consent.ts'
import { receptionTexts } from '#shared/texts/reception-phone.ts'
import { sheetTexts as order } from '#shared/texts/work-order.ts'
import {
  conditions,
  consents,
  licenceChoices,
  plans,
  sexes,
  skillChoices,
  vehicleChoices,
} from '#shared/volunteers/reception-form.ts'

/** What blank forms take from the center: nothing that anybody was asked. */
export interface OfCenter {
  centerName: string
  phone: string
  consentVersion: string
}

type ReceptionKey = keyof typeof receptionTexts
const say = (key: ReceptionKey) => receptionTexts[key].ja

/** The choices of a field of reception; each has its text under `field.value`, as on the phone's page. */
const choicesOf = (field: string, values: readonly string[]) =>
  boxes(values.map((value) => say(`${field}.${value}` as ReceptionKey)))

function receptionSheet({ centerName, consentVersion }: OfCenter): Markup {
  const body = grid(
    cell(say('nameKana'), 3),
    cell(say('name'), 3),
    cell(say('phone'), 3),
    cell(say('birthDate'), 3),
    cell(say('sex'), 6, choicesOf('sex', sexes)),
    cell(say('guardianTitle'), 6, choicesOf('guardian', consents)),
    cell(`${say('emergencyTitle')}: ${say('emergencyName')}`, 6),
    cell(say('emergencyPhone'), 3),
    cell(say('emergencyRelation'), 3),
    cell(`${say('insuranceTitle')}: ${say('insurance')}`, 6, choicesOf('insurance', plans)),
    cell(say('joinedOn'), 2),
    cell(`${say('healthTitle')}: ${say('health')}`, 4, choicesOf('health', conditions)),
    cell(say('healthNote'), 6),
    cell(say('vehicle'), 6, choicesOf('vehicle', vehicleChoices)),
    cell(say('skills'), 6, boxes(skillChoices)),
    cell(say('licences'), 4, boxes(licenceChoices)),
    ticks(2, [say('experience')]),
    cell(say('affiliation'), 3),
    cell(say('email'), 3),
    cell(say('postalCode'), 2),
    cell(say('address'), 4),
  )
  const consent = html`<div class="blank-consent"><ol>${(consentWordings[consentVersion]?.ja ?? []).map(
    (line) => html`<li>${line}</li>`,
  )}</ol>${boxes([say('consent')])}</div>`
  return blankPage({ form: 'reception', number: words.receptionNumber, centerName, body: html`${body}${consent}` })
}

/** Whom the team may be told what: the first line opens, the last closes, and each between them is a question. */
function needConsent(): Markup {
  const lines = needsConsentWordings[needsConsentVersion]?.ja ?? []
  return html`<div class="blank-consent"><p>${lines[0]}</p><ul class="blank-questions">${lines
    .slice(1, -1)
    .map((line) => html`<li><span>${line}</span>${boxes(words.yesNo)}</li>`)}</ul><p>${lines.at(-1)}</p></div>`
}

const choices = (field: keyof typeof choiceWords) => boxes(Object.values(choiceWords[field]))

const placeCells = () => [cell(need.town, 2), cell(need.addressLine, 4), cell(need.landmark, 6)]

function needSheets({ centerName }: OfCenter): Markup[] {
  const page = (number: 1 | 2, body: Markup) =>
    blankPage({ form: 'need', number: words.needNumber, centerName, page: [number, 2], body })
  const asked = grid(
    cell(need.channel, 6, choices('channel')),
    cell(need.requesterPhone, 2),
    cell(need.requesterKana, 2),
    cell(need.requesterName, 2),
    cell(need.relation, 6, choices('relation')),
    cell(need.replyTo, 6),
    cell(need.householdKana, 2),
    cell(need.householdName, 2),
    cell(need.householdPhone, 2),
    ...placeCells(),
    ticks(6, [need.addressWithheld]),
    cell(need.categories, 6, choices('categories')),
    cell(need.story, 6, '', true),
    cell(need.work, 6, '', true),
  )
  const conditionsOfHome = grid(
    cell(need.headcount, 2),
    cell(need.tools, 4),
    cell(need.considerations, 6),
    cell(need.occupancy, 6, choices('occupancy')),
    cell(need.electricity, 2, choices('yesNo')),
    cell(need.water, 2, choices('yesNo')),
    cell(need.parking, 2, choices('yesNo')),
    cell(need.sticker, 6, choices('sticker')),
    ticks(6, [need.fallingObjectNotice, need.roofWork, need.livelihood]),
    cell(need.dangers, 6, '', true),
    cell(need.wishedDate, 2),
    cell(need.wishedTime, 4),
    cell(need.survey, 6, choices('survey')),
    ticks(6, [need.urgent, need.crisis, need.watch]),
  )
  const consent = html`${needConsent()}${grid(cell(words.answeredBy, 2), cell(words.careHint, 4))}`
  return [page(1, asked), page(2, html`${conditionsOfHome}${consent}`)]
}

function surveySheet({ centerName }: OfCenter): Markup {
  const body = grid(
    cell(survey.surveyedBy, 4),
    cell(earlierTimeTexts.visited, 2, words.blankTime),
    ...placeCells(),
    cell(survey.mayEnter, 6, boxes(Object.values(survey.mayEnterWords))),
    cell(survey.headcount, 2),
    cell(survey.tools, 4),
    cell(survey.work, 6, '', true),
    cell(survey.dangers, 6, '', true),
    cell(survey.sticker, 6, choices('sticker')),
    ticks(6, [survey.roofWork]),
    cell(survey.note, 6, '', true),
    cell(survey.reviewOn, 3, words.blankDate),
    ticks(3, [survey.notMet]),
    cell(survey.notMetNote, 6),
  )
  return blankPage({ form: 'survey', number: words.needNumber, centerName, body })
}

/** Above what to do, below the report, as on the sheet that the center prints by itself. */
function workOrderSheet({ centerName, phone }: OfCenter): Markup {
  const body = grid(
    cell(words.needNumber, 2),
    cell(order.people, 2),
    cell(words.returnBy, 2, words.blankTime),
    cell(order.place, 6, '', true),
    cell(order.leader, 2),
    cell(words.people, 4),
    cell(order.work, 6, choices('categories'), true),
    cell(order.tools, 3),
    cell(order.careHint, 3),
    cell(order.cautions, 6, html`<p class="blank-standing">${order.standing}</p>`),
    cell(order.contact, 6, html`<strong>${formatPhone(phone)}</strong>（${order.contactHint}）`),
  )
  return blankPage({
    form: 'workOrder',
    number: words.orderNumber,
    centerName,
    body: html`${body}<div class="work-order-report">${reportMarkup()}</div>`,
  })
}

/** As many teams as stand legibly on one page. */
const teamsPerPage = 3

function sendOffSheet({ centerName }: OfCenter): Markup {
  const team = () =>
    grid(
      cell(words.team, 1),
      cell(words.orderNumber, 2),
      cell(words.headcount, 1),
      cell(words.returnBy, 2, words.blankTime),
      cell(words.leader, 3),
      cell(words.leaderPhone, 3),
      cell(words.people, 6, '', true),
      cell(earlierTimeTexts.left, 2, words.blankTime),
      cell(earlierTimeTexts.cameBack, 2, words.blankTime),
      cell(words.missing, 2),
      cell(words.safety, 6, boxes(order.report.safetyStates)),
    )
  const body = html`${Array.from({ length: teamsPerPage }, team)}`
  return blankPage({ form: 'sendOff', number: words.number, centerName, body })
}

/** The pages of each form. */
export const blankForms: Readonly<Record<BlankForm, (of: OfCenter) => readonly Markup[]>> = {
  reception: (of) => [receptionSheet(of)],
  need: needSheets,
  survey: (of) => [surveySheet(of)],
  workOrder: (of) => [workOrderSheet(of)],
  sendOff: (of) => [sendOffSheet(of)],
}
