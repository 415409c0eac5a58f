import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { findCenter } from '#server/center/centers.ts'
import type { Markup } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { findLinkedPerson } from '#server/roster/registration-links.ts'
import {
  type OwnRegistration,
  ownPage,
  type RegistrationDrawing,
  type RegistrationIds,
  registrationForm,
  words,
} from '#server/roster/registration-page.ts'
import { registrationPoster } from '#server/roster/registration-poster.ts'
import { registrations } from '#server/roster/registrations.ts'
import { languageOf, typedIn } from '#server/volunteers/page-request.ts'
import { persons } from '#server/volunteers/persons.ts'
import { receptionFrame } from '#server/volunteers/reception-frame.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import type { Language } from '#shared/core/language.ts'
import { Problem } from '#shared/core/problem.ts'
import { notSignedIn } from '#shared/core/problems.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { linkNotKnown } from '#shared/roster/problems.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { readRegistration, readRenewal, toolChoices } from '#shared/roster/registration-form.ts'
import { fiscalYearOf, standingOf } from '#shared/roster/rules.ts'
import { coreProblemTexts } from '#shared/texts/core-problems.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { registrationTexts } from '#shared/texts/registration-phone.ts'
import { rosterConsentVersion } from '#shared/texts/roster-consent.ts'
import { rosterProblemTexts } from '#shared/texts/roster-problems.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'
import type { Person } from '#shared/volunteers/person.ts'
import { type Mistake, type Typed, typedValue } from '#shared/volunteers/reception-form.ts'

type PageContext = Context<{ Bindings: HttpBindings }>

const sentences = { ...coreProblemTexts, ...keepingProblemTexts, ...rosterProblemTexts }

/** The script of 活動予約's pages does here what it does there: it opens a link by its fragment. */
const page = { address: '/registration', entry: 'reservation.ts', title: registrationTexts.title }

interface Reply {
  language: Language
  content: Markup
  status?: number
}

async function answerPage(route: RouteContext, context: PageContext, reply: Reply): Promise<Response> {
  const { language, content, status = 200 } = reply
  const center = await route.center.read(findCenter)
  const { markup, headers } = await receptionFrame({
    page,
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

const newIds = (): RegistrationIds => ({ commandId: newId(), personId: newId(), ownToken: newSecret() })

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const tokenShape = /^[0-9a-f]{32}$/

function idsIn(typed: Typed): RegistrationIds {
  const of = (name: keyof RegistrationIds) => typedValue(typed, name)
  const ids = { commandId: of('commandId'), personId: of('personId'), ownToken: of('ownToken') }
  const fit = idShape.test(ids.commandId) && idShape.test(ids.personId) && tokenShape.test(ids.ownToken)
  return fit ? ids : newIds()
}

/** What came back with a refusal. */
interface Returned {
  typed: Typed
  mistakes: readonly Mistake[]
  problem: Problem | null
}

const unasked: Returned = { typed: { vehicle: 'none' }, mistakes: [], problem: null }

function drawingOf(
  language: Language,
  ids: RegistrationIds,
  { typed, mistakes, problem }: Returned,
): RegistrationDrawing {
  const general = problem && sentenceFor(sentences, problem, language)
  return { language, prefix: '', typed, mistakes, ids, general }
}

/** What is stored of what one can do and wishes, as the form of one's own page shows it. */
function typedFrom(person: Person, { areas, days, tools, languages, insurance }: Registration): Typed {
  const offered: readonly string[] = toolChoices
  return {
    skills: person.skills,
    licences: person.licences,
    vehicle: person.vehicle,
    experience: person.experience ? 'yes' : '',
    areas,
    days,
    tools: tools.filter((one) => offered.includes(one)),
    otherTools: tools.filter((one) => !offered.includes(one)).join('、'),
    languages: languages.join('、'),
    insurance: insurance.plan,
    joinedOn: insurance.joinedOn ?? '',
  }
}

interface Own {
  own: OwnRegistration
  typed: Typed
}

function findOwn(route: RouteContext, token: string): Promise<Own | undefined> {
  const today = dateOf(route.center.clock.now(), timeZone)
  return route.center.read(async (tx) => {
    const personId = tokenShape.test(token) ? await findLinkedPerson(tx, token) : undefined
    const registration = personId === undefined ? undefined : await registrations.find(tx, personId)
    const person = registration && (await persons.find(tx, registration.id))
    if (!registration || !person) return undefined
    const own = {
      number: registration.number,
      name: person.name,
      standing: standingOf(registration, today),
      year: fiscalYearOf(today),
    }
    return { own, typed: typedFrom(person, registration) }
  })
}

interface Drawn {
  returned?: Returned
  told?: string | null
}

async function drawOwn(route: RouteContext, language: Language, token: string, drawn: Drawn = {}): Promise<Reply> {
  const found = await findOwn(route, token)
  if (!found) {
    const sentence = sentenceFor(sentences, linkNotKnown({}), language)
    const content = html`<div class="notice notice-warning" role="alert"><p>${sentence}</p></div><p><a href="/registration?lang=${language}">${words(language, 'again')}</a></p>`
    return { language, status: 404, content }
  }
  const returned = drawn.returned ?? { ...unasked, typed: found.typed }
  const drawing = drawingOf(language, { ...newIds(), ownToken: token }, returned)
  const status = drawn.returned ? (drawn.returned.problem?.status ?? 422) : 200
  return { language, status, content: ownPage(found.own, drawing, drawn.told ?? null) }
}

type Sending = (ids: RegistrationIds) => { type: string; input: object }

/** Sends an act of a page; answers why it was refused, or null. */
async function send(route: RouteContext, context: PageContext, ids: RegistrationIds, sending: Sending) {
  try {
    await route.execute(context, { id: ids.commandId, ...sending(ids), device: 'form' })
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

const todayOf = ({ center }: RouteContext) => dateOf(center.clock.now(), timeZone)

async function receive(route: RouteContext, context: PageContext): Promise<Response> {
  const language = languageOf(context)
  const typed = await typedIn(context)
  const ids = idsIn(typed)
  const { said, mistakes } = readRegistration(typed, todayOf(route))
  const input = { ...said, personId: ids.personId, linkToken: ids.ownToken, consentVersion: rosterConsentVersion }
  const problem =
    mistakes.length > 0 ? null : await send(route, context, ids, () => ({ type: 'roster.registerSelf', input }))
  if (mistakes.length === 0 && problem === null) {
    const told = words(language, 'doneTitle')
    return answerPage(route, context, await drawOwn(route, language, ids.ownToken, { told }))
  }
  const content = registrationForm(drawingOf(language, ids, { typed, mistakes, problem }))
  return answerPage(route, context, { language, content, status: problem?.status ?? 422 })
}

async function receiveRenewal(route: RouteContext, context: PageContext): Promise<Response> {
  const language = languageOf(context)
  const typed = await typedIn(context)
  const ids = idsIn(typed)
  const { said, mistakes } = readRenewal(typed, todayOf(route))
  const input = { ...said, linkToken: ids.ownToken, consentVersion: rosterConsentVersion }
  const problem =
    mistakes.length > 0 ? null : await send(route, context, ids, () => ({ type: 'roster.renewSelf', input }))
  const refused = mistakes.length > 0 || problem !== null
  const drawn = refused ? { returned: { typed, mistakes, problem } } : { told: words(language, 'renewed') }
  return answerPage(route, context, await drawOwn(route, language, ids.ownToken, drawn))
}

async function receiveLeave(route: RouteContext, context: PageContext): Promise<Response> {
  const language = languageOf(context)
  const ids = idsIn(await typedIn(context))
  const input = { linkToken: ids.ownToken }
  await send(route, context, ids, () => ({ type: 'roster.withdrawSelf', input }))
  return answerPage(route, context, await drawOwn(route, language, ids.ownToken))
}

/** ボランティア登録 for phones: pages that the server writes, and that work without a script. */
export function registrationRoutes(route: RouteContext): void {
  const { app, center } = route
  app.get('/registration', async (context) => {
    const language = languageOf(context)
    const content = registrationForm(drawingOf(language, newIds(), unasked))
    return answerPage(route, context, { language, content })
  })
  app.post('/registration', (context) => receive(route, context))
  // Somebody who comes back by the browser's history finds the form, not an error.
  for (const path of ['/registration/own', '/registration/renew', '/registration/leave'])
    app.get(path, (context) => context.redirect(`/registration?lang=${languageOf(context)}`))
  app.post('/registration/own', async (context) => {
    const token = typedValue(await typedIn(context), 'ownToken')
    return answerPage(route, context, await drawOwn(route, languageOf(context), token))
  })
  app.post('/registration/renew', (context) => receiveRenewal(route, context))
  app.post('/registration/leave', (context) => receiveLeave(route, context))
  app.get('/sheets/registration-poster', async (context) => {
    if ((await route.actorOf(context)).kind !== 'staff') throw notSignedIn({})
    const now = center.clock.now()
    const printedAt = `${dateOf(now, timeZone)} ${clockOf(now, timeZone)}`
    const found = await center.read(findCenter)
    const [origin] = route.origins()
    return context.html(registrationPoster({ center: found, origin, printedAt, files: route.files }))
  })
}
