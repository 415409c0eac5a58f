import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { findCenter } from '#server/center/centers.ts'
import type { Markup } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { groupRegistrationForm, groupRenewForm } from '#server/roster/group-registration-page.ts'
import { findOwn } from '#server/roster/own-registration.ts'
import {
  ownPage,
  type RegistrationDrawing,
  type RegistrationIds,
  registrationForm,
  renewForm,
  words,
} from '#server/roster/registration-page.ts'
import { registrationPoster } from '#server/roster/registration-poster.ts'
import { languageOf, typedIn } from '#server/volunteers/page-request.ts'
import { receptionFrame } from '#server/volunteers/reception-frame.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import type { Language } from '#shared/core/language.ts'
import { Problem } from '#shared/core/problem.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { readGroup, readGroupRenewal, vehiclesTyped } from '#shared/roster/group-form.ts'
import { linkNotKnown } from '#shared/roster/problems.ts'
import { readRegistration, readRenewal } from '#shared/roster/registration-form.ts'
import { coreProblemTexts } from '#shared/texts/core-problems.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { registrationTexts } from '#shared/texts/registration-phone.ts'
import { rosterConsentVersion } from '#shared/texts/roster-consent.ts'
import { rosterProblemTexts } from '#shared/texts/roster-problems.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'
import { type Mistake, type Typed, typedValue } from '#shared/volunteers/reception-form.ts'

type PageContext = Context<{ Bindings: HttpBindings }>

const sentences = { ...coreProblemTexts, ...keepingProblemTexts, ...rosterProblemTexts }

/** The script of 活動予約's pages does here what it does there: it opens a link by its fragment. */
const page = { address: '/registration', entry: 'reservation.ts', title: registrationTexts.title }

interface Reply {
  language: Language
  content: Markup
  status?: number
  /** Which of the two pages the languages lead to; the own page leads to that of persons. */
  address?: string
}

async function answerPage(route: RouteContext, context: PageContext, reply: Reply): Promise<Response> {
  const { language, content, status = 200, address = page.address } = reply
  const center = await route.center.read(findCenter)
  const { markup, headers } = await receptionFrame({
    page: { ...page, address },
    files: route.files,
    language,
    centerName: center?.name ?? 'ささえ',
    kind: center?.kind ?? 'live',
    content: center
      ? content
      : html`<div class="notice notice-information"><p>${words(language, 'notReady')}</p></div>`,
    data: { opensInMs: null, sending: words(language, 'sending') },
  })
  const response = await context.html(markup)
  // The page of one person: no cache on the way may keep it.
  const kept = { 'content-type': 'text/html; charset=utf-8', vary: 'accept-language', 'cache-control': 'no-store' }
  return new Response(response.body, { status, headers: { ...headers, ...kept } })
}

const newIds = (): RegistrationIds => ({ commandId: newId(), registrationId: newId(), ownToken: newSecret() })

const tokenShape = /^[0-9a-f]{32}$/
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function idsIn(typed: Typed): RegistrationIds {
  const of = (name: keyof RegistrationIds) => typedValue(typed, name)
  const ids = { commandId: of('commandId'), registrationId: of('registrationId'), ownToken: of('ownToken') }
  const fit = idShape.test(ids.commandId) && idShape.test(ids.registrationId) && tokenShape.test(ids.ownToken)
  return fit ? ids : newIds()
}

/** What came back with a refusal. */
interface Returned {
  typed: Typed
  mistakes: readonly Mistake[]
  problem: Problem | null
}

const unasked = (typed: Typed): Returned => ({ typed, mistakes: [], problem: null })

function drawingOf(
  language: Language,
  ids: RegistrationIds,
  { typed, mistakes, problem }: Returned,
): RegistrationDrawing {
  const general = problem && sentenceFor(sentences, problem, language)
  return { language, prefix: '', typed, mistakes, ids, general }
}

interface Drawn {
  returned?: Returned
  told?: string | null
}

async function drawOwn(route: RouteContext, language: Language, token: string, drawn: Drawn = {}): Promise<Reply> {
  const found = await findOwn(route.center, token)
  if (!found) {
    const sentence = sentenceFor(sentences, linkNotKnown({}), language)
    const content = html`<div class="notice notice-warning" role="alert"><p>${sentence}</p></div><p><a href="/registration?lang=${language}">${words(language, 'again')}</a></p>`
    return { language, status: 404, content }
  }
  const returned = drawn.returned ?? unasked(found.typed)
  const drawing = drawingOf(language, { ...newIds(), ownToken: token }, returned)
  const renewal = found.own.kind === 'person' ? renewForm(drawing) : groupRenewForm(drawing)
  const status = drawn.returned ? (drawn.returned.problem?.status ?? 422) : 200
  return { language, status, content: ownPage(found.own, drawing, { told: drawn.told ?? null, renewal }) }
}

/** Sends an act of a page; answers why it was refused, or null. */
async function send(route: RouteContext, context: PageContext, ids: RegistrationIds, act: Read['act']) {
  try {
    await route.execute(context, { id: ids.commandId, ...act, device: 'form' })
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

const todayOf = ({ center }: RouteContext) => dateOf(center.clock.now(), timeZone)

/** What one of the two forms was read as, and the act it becomes. */
interface Read {
  act: { type: string; input: object }
  mistakes: readonly Mistake[]
}

/** The two pages on which one registers: of a person, and of a group. */
interface Pages {
  form: (drawing: RegistrationDrawing) => Markup
  address: string
  /** The commands that they send. */
  asks: { first: string; renewal: string }
  /** What the page shows before anything was typed. */
  typed: Typed
  read: (typed: Typed, ids: RegistrationIds, today: string) => Read
  readRenewal: (typed: Typed, ids: RegistrationIds, today: string) => Read
}

const consentVersion = rosterConsentVersion

const ofPersons: Pages = {
  form: registrationForm,
  address: '/registration',
  asks: { first: 'roster.registerSelf', renewal: 'roster.renewSelf' },
  typed: { vehicle: 'none' },
  read: (typed, { registrationId, ownToken }, today) => {
    const { said, mistakes } = readRegistration(typed, today)
    const input = { ...said, personId: registrationId, linkToken: ownToken, consentVersion }
    return { act: { type: 'roster.registerSelf', input }, mistakes }
  },
  readRenewal: (typed, { ownToken }, today) => {
    const { said, mistakes } = readRenewal(typed, today)
    return { act: { type: 'roster.renewSelf', input: { ...said, linkToken: ownToken, consentVersion } }, mistakes }
  },
}

const ofGroups: Pages = {
  form: groupRegistrationForm,
  address: '/registration/group',
  asks: { first: 'roster.registerGroupSelf', renewal: 'roster.renewGroupSelf' },
  typed: {},
  read: (typed, { registrationId, ownToken }, today) => {
    const { group, contact, mistakes } = readGroup(typed, vehiclesTyped(typed), today, true)
    const { note: _, ...said } = group
    const input = { groupId: registrationId, group: said, contact, linkToken: ownToken, consentVersion }
    return { act: { type: 'roster.registerGroupSelf', input }, mistakes }
  },
  readRenewal: (typed, { ownToken }, today) => {
    const { said, mistakes } = readGroupRenewal(typed, today)
    return { act: { type: 'roster.renewGroupSelf', input: { ...said, linkToken: ownToken, consentVersion } }, mistakes }
  },
}

async function receive(route: RouteContext, context: PageContext, pages: Pages): Promise<Response> {
  const language = languageOf(context)
  const typed = await typedIn(context)
  const ids = idsIn(typed)
  const { act, mistakes } = pages.read(typed, ids, todayOf(route))
  const problem = mistakes.length > 0 ? null : await send(route, context, ids, act)
  if (mistakes.length === 0 && problem === null) {
    const told = words(language, 'doneTitle')
    return answerPage(route, context, await drawOwn(route, language, ids.ownToken, { told }))
  }
  const content = pages.form(drawingOf(language, ids, { typed, mistakes, problem }))
  return answerPage(route, context, { language, content, status: problem?.status ?? 422, address: pages.address })
}

async function receiveRenewal(route: RouteContext, context: PageContext, pages: Pages): Promise<Response> {
  const language = languageOf(context)
  const typed = await typedIn(context)
  const ids = idsIn(typed)
  const { act, mistakes } = pages.readRenewal(typed, ids, todayOf(route))
  const problem = mistakes.length > 0 ? null : await send(route, context, ids, act)
  const refused = mistakes.length > 0 || problem !== null
  const drawn = refused ? { returned: { typed, mistakes, problem } } : { told: words(language, 'renewed') }
  return answerPage(route, context, await drawOwn(route, language, ids.ownToken, drawn))
}

async function receiveLeave(route: RouteContext, context: PageContext): Promise<Response> {
  const language = languageOf(context)
  const ids = idsIn(await typedIn(context))
  const input = { linkToken: ids.ownToken }
  await send(route, context, ids, { type: 'roster.withdrawSelf', input })
  return answerPage(route, context, await drawOwn(route, language, ids.ownToken))
}

/** ボランティア登録 for phones: pages that the server writes, and that work without a script. */
export function registrationRoutes(route: RouteContext): void {
  for (const pages of [ofPersons, ofGroups]) formRoutes(route, pages)
  ownRoutes(route)
  posterRoute(route)
}

function formRoutes(route: RouteContext, pages: Pages): void {
  const { routes } = route
  const { address, form, typed, asks } = pages
  routes.openToAll({ method: 'get', path: address }, async (context) => {
    const language = languageOf(context)
    const content = form(drawingOf(language, newIds(), unasked(typed)))
    return answerPage(route, context, { language, content, address })
  })
  routes.openToAll({ method: 'post', path: address, asks: asks.first }, (context) => receive(route, context, pages))
  const renewing = `${address}/renew`
  routes.openToAll({ method: 'get', path: renewing }, (context) =>
    context.redirect(`${address}?lang=${languageOf(context)}`),
  )
  routes.openToAll({ method: 'post', path: renewing, asks: asks.renewal }, (context) =>
    receiveRenewal(route, context, pages),
  )
}

function ownRoutes(route: RouteContext): void {
  const { routes } = route
  // Somebody who comes back by the browser's history finds the form, not an error.
  for (const path of ['/registration/own', '/registration/leave'])
    routes.openToAll({ method: 'get', path }, (context) =>
      context.redirect(`/registration?lang=${languageOf(context)}`),
    )
  const own = { method: 'post', path: '/registration/own', asks: 'the secret of that registration' } as const
  routes.openToAll(own, async (context) => {
    const token = typedValue(await typedIn(context), 'ownToken')
    return answerPage(route, context, await drawOwn(route, languageOf(context), token))
  })
  const leaving = { method: 'post', path: '/registration/leave', asks: 'roster.withdrawSelf' } as const
  routes.openToAll(leaving, (context) => receiveLeave(route, context))
}

function posterRoute({ routes, center, origins, files }: RouteContext): void {
  routes.open({ method: 'get', path: '/sheets/registration-poster', may: ['staff'] }, async (context) => {
    const now = center.clock.now()
    const printedAt = `${dateOf(now, timeZone)} ${clockOf(now, timeZone)}`
    const found = await center.read(findCenter)
    const [origin] = origins()
    return context.html(registrationPoster({ center: found, origin, printedAt, files }))
  })
}
