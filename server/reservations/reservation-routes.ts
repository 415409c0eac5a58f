import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { findCenter } from '#server/center/centers.ts'
import type { Markup } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { ownReservation } from '#server/reservations/find-reservations.ts'
import { bookedPlaces } from '#server/reservations/places.ts'
import {
  openOwnForm,
  ownPage,
  type ReservationDrawing,
  type ReservationIds,
  reservationForm,
  words,
} from '#server/reservations/reservation-page.ts'
import { comingReservationDays } from '#server/reservations/reservations.ts'
import { languageOf, typedIn } from '#server/volunteers/page-request.ts'
import { receptionFrame } from '#server/volunteers/reception-frame.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import type { Language } from '#shared/core/language.ts'
import { Problem } from '#shared/core/problem.ts'
import { addDays, dateOf, msBetween, timeZone } from '#shared/core/time.ts'
import { unknownLink } from '#shared/reservations/problems.ts'
import { readReservationForm } from '#shared/reservations/reservation-form.ts'
import { coreProblemTexts } from '#shared/texts/core-problems.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { reservationTexts } from '#shared/texts/reservation-phone.ts'
import { reservationsProblemTexts } from '#shared/texts/reservations-problems.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'
import { type Mistake, type Typed, typedValue } from '#shared/volunteers/reception-form.ts'

type PageContext = Context<{ Bindings: HttpBindings }>

const sentences = { ...coreProblemTexts, ...keepingProblemTexts, ...reservationsProblemTexts }
const page = { address: '/reservation', entry: 'reservation.ts', title: reservationTexts.title }

/** As many dates as a phone can look through. */
const mostDays = 14

interface Reply {
  language: Language
  content: Markup
  status?: number
  opensInMs?: number | null
}

async function answerPage(route: RouteContext, context: PageContext, reply: Reply): Promise<Response> {
  const { language, content, status = 200, opensInMs = null } = reply
  const center = await route.center.read(findCenter)
  const { markup, headers } = await receptionFrame({
    page,
    files: route.files,
    language,
    centerName: center?.name ?? 'ささえ',
    kind: center?.kind ?? 'live',
    content: html`<p>${words(language, 'what')}</p>${content}`,
    data: {
      language,
      now: route.center.clock.now(),
      today: dateOf(route.center.clock.now(), timeZone),
      // How long until the next date opens, by the server's clock; the phone's own clock is never asked.
      opensInMs,
      countdown: words(language, 'countdown', { left: '{left}' }),
      openNow: words(language, 'openNow'),
      sending: words(language, 'sending'),
    },
  })
  const response = await context.html(markup)
  // The page of one person: no cache on the way may keep it.
  const kept = { 'content-type': 'text/html; charset=utf-8', vary: 'accept-language', 'cache-control': 'no-store' }
  return new Response(response.body, { status, headers: { ...headers, ...kept } })
}

const newIds = (): ReservationIds => ({ commandId: newId(), reservationId: newId(), ownToken: newSecret() })

interface Returned {
  typed: Typed
  mistakes: readonly Mistake[]
  problem: Problem | null
  ids: ReservationIds
}

async function offer(route: RouteContext, language: Language, returned: Returned | null): Promise<Reply> {
  const now = route.center.clock.now()
  const tomorrow = addDays(dateOf(now, timeZone), 1)
  const offered = await route.center.read(async (tx) => {
    const days = (await comingReservationDays(tx, tomorrow)).slice(0, mostDays)
    return Promise.all(days.map(async (day) => ({ day, booked: await bookedPlaces(tx, day.id) })))
  })
  const first = offered.find(({ day }) => day.status === 'open')?.day.id ?? ''
  const unasked = { day: first, halves: 'morning', kind: 'individual', headcount: '1', waitIfFull: 'yes' }
  const { typed, mistakes, problem, ids } = returned ?? { typed: unasked, mistakes: [], problem: null, ids: newIds() }
  const general = problem && sentenceFor(sentences, problem, language)
  const drawing: ReservationDrawing = { language, prefix: '', typed, mistakes, ids, general }
  const waits = offered.map(({ day }) => msBetween(now, day.opensAt)).filter((ms) => ms > 0)
  const content = html`${openOwnForm(language)}${reservationForm(offered, drawing, now)}`
  return { language, content, opensInMs: waits.length > 0 ? Math.min(...waits) : null }
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const tokenShape = /^[0-9a-f]{32}$/

function idsIn(typed: Typed): ReservationIds {
  const of = (name: keyof ReservationIds) => typedValue(typed, name)
  const ids = { commandId: of('commandId'), reservationId: of('reservationId'), ownToken: of('ownToken') }
  const fit = idShape.test(ids.commandId) && idShape.test(ids.reservationId) && tokenShape.test(ids.ownToken)
  return fit ? ids : newIds()
}

async function drawOwn(
  route: RouteContext,
  language: Language,
  token: string,
  problem: Problem | null = null,
): Promise<Reply> {
  const own = await route.center.read((tx) => ownReservation(tx, token))
  const refusal = problem ?? (own ? null : unknownLink({}))
  const sentence = refusal && sentenceFor(sentences, refusal, language)
  const status = refusal?.status ?? 200
  if (own) return { language, status, content: ownPage(own, language, token, newId(), sentence) }
  return {
    language,
    status,
    // A phone that gives the reservation back to a restored center opens it from here.
    content: html`${openOwnForm(language, token)}<div class="notice notice-warning" role="alert"><p>${sentence}</p></div><p><a href="/reservation?lang=${language}">${words(language, 'another')}</a></p>`,
  }
}

/** Without a script this is the whole way; the same envelope sent again is answered as the first time. */
async function receive(route: RouteContext, context: PageContext): Promise<Response> {
  const language = languageOf(context)
  const typed = await typedIn(context)
  const ids = idsIn(typed)
  const { said, mistakes } = readReservationForm(typed, dateOf(route.center.clock.now(), timeZone))
  const back = async (problem: Problem | null) => {
    const reply = await offer(route, language, { typed, mistakes, problem, ids })
    return answerPage(route, context, { ...reply, status: problem?.status ?? 422 })
  }
  if (mistakes.length > 0) return back(null)
  const { commandId, ...own } = ids
  const input = { ...said, ...own, reservationDayId: typedValue(typed, 'day'), language }
  try {
    await route.execute(context, { id: commandId, type: 'reservations.reserve', input, device: 'form' })
  } catch (error) {
    if (error instanceof Problem) return back(error)
    throw error
  }
  return answerPage(route, context, await drawOwn(route, language, ids.ownToken))
}

async function receiveCancel(route: RouteContext, context: PageContext): Promise<Response> {
  const language = languageOf(context)
  const { commandId, reservationId, ownToken } = idsIn(await typedIn(context))
  const envelope = { id: commandId, type: 'reservations.cancelOwn', input: { reservationId, ownToken }, device: 'form' }
  try {
    await route.execute(context, envelope)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return answerPage(route, context, await drawOwn(route, language, ownToken, error))
  }
  return answerPage(route, context, await drawOwn(route, language, ownToken))
}

/** 活動予約 for phones: pages that the server writes, and that work without a script. */
export function reservationRoutes(route: RouteContext): void {
  const { routes } = route
  routes.openToAll({ method: 'get', path: '/reservation' }, async (context) =>
    answerPage(route, context, await offer(route, languageOf(context), null)),
  )
  const reserving = { method: 'post', path: '/reservation', asks: 'reservations.reserve' } as const
  routes.openToAll(reserving, (context) => receive(route, context))
  // Somebody who comes back by the browser's history finds the form, not an error.
  for (const path of ['/reservation/own', '/reservation/cancel'])
    routes.openToAll({ method: 'get', path }, (context) => context.redirect(`/reservation?lang=${languageOf(context)}`))
  const own = { method: 'post', path: '/reservation/own', asks: 'the secret of that reservation' } as const
  routes.openToAll(own, async (context) => {
    const token = typedValue(await typedIn(context), 'ownToken')
    return answerPage(route, context, await drawOwn(route, languageOf(context), token))
  })
  const cancelling = { method: 'post', path: '/reservation/cancel', asks: 'reservations.cancelOwn' } as const
  routes.openToAll(cancelling, (context) => receiveCancel(route, context))
}
