import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { findCenter, findOpenDay } from '#server/center/centers.ts'
import type { Markup } from '#server/core/sheet-page.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { readEpochState } from '#server/keeping/epoch.ts'
import { placesOf } from '#server/volunteers/kept-places.ts'
import { languageOf, typedIn } from '#server/volunteers/page-request.ts'
import { say } from '#server/volunteers/reception-fields.ts'
import {
  againForm,
  type FormDrawing,
  firstForm,
  type HiddenIds,
  type Surroundings,
} from '#server/volunteers/reception-form-page.ts'
import { receptionFrame, receptionPage } from '#server/volunteers/reception-frame.ts'
import type { Center, Day } from '#shared/center/center.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import type { Language } from '#shared/core/language.ts'
import { Problem } from '#shared/core/problem.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { centerProblemTexts } from '#shared/texts/center-problems.ts'
import { coreProblemTexts } from '#shared/texts/core-problems.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { mistakeTexts } from '#shared/texts/reception-phone.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'
import { volunteersProblemTexts } from '#shared/texts/volunteers-problems.ts'
import {
  type Mistake,
  readAgainForm,
  readReceptionForm,
  type Typed,
  typedValue,
} from '#shared/volunteers/reception-form.ts'
import { receptionProblem } from '#shared/volunteers/rules.ts'

type PageContext = Context<{ Bindings: HttpBindings }>

const sentences = { ...coreProblemTexts, ...keepingProblemTexts, ...centerProblemTexts, ...volunteersProblemTexts }

/** What the page is drawn from. */
interface State {
  center: Center | undefined
  day: Day | undefined
  admitted: number
  kept: number
  now: string
  consentVersion: string
  /** Where this center went on from a copy within the last day, perhaps at another address: the one asked for now. */
  wentOnAt: string | null
}

const dayMs = 24 * 3_600_000

/** For a day, which is how long a phone keeps what it would have to give back. */
async function wentOnLately(tx: Tx, now: string): Promise<boolean> {
  const { raisedAt } = await readEpochState(tx)
  return raisedAt !== null && Date.parse(now) - Date.parse(raisedAt) < dayMs
}

function readState({ center }: RouteContext, context: PageContext): Promise<State> {
  return center.read(async (tx, profile) => {
    const found = await findCenter(tx)
    const day = found && (await findOpenDay(tx))
    const places = day ? await placesOf(tx, day) : { admitted: 0, kept: 0 }
    const { consentVersion } = profile.reception
    const now = center.clock.now()
    const wentOnAt = (await wentOnLately(tx, now)) ? (context.req.header('host') ?? null) : null
    return { center: found, day, ...places, now, consentVersion, wentOnAt }
  })
}

/** What came back with a refusal; on a first look at the page nothing was typed. */
interface Returned {
  kind: 'first' | 'again'
  typed: Typed
  mistakes: readonly Mistake[]
  problem: Problem | null
  ids: HiddenIds
}

const newIds = (): HiddenIds => ({
  commandId: newId(),
  attendanceId: newId(),
  personId: newId(),
  linkToken: newSecret(),
})

const notice = (tone: 'information' | 'warning', text: string) =>
  html`<div class="notice notice-${tone}"><p>${text}</p></div>`

function hoursLine(language: Language, day: Day, left: number): Markup {
  const hours = say(language, 'hours', { from: day.receptionOpensAt, to: day.receptionClosesAt })
  return html`<p class="number">${hours}${left > 0 ? html` <strong>${say(language, 'placesLeft', { count: left })}</strong>` : ''}</p>`
}

/** Who has reserved reads a full day too, and must not go home: their place is kept. */
function fullLine(language: Language, day: Day, kept: number): string {
  const full = say(language, 'full', { capacity: day.capacity })
  return kept > 0 ? `${full} ${say(language, 'keptForReserved')}` : full
}

/** A form that nobody has filled in yet. */
const asked = (kind: Returned['kind']): Returned => ({ kind, typed: {}, mistakes: [], problem: null, ids: newIds() })

function drawingOf(
  kind: Returned['kind'],
  { typed, mistakes, problem, ids }: Returned,
  language: Language,
  around: Surroundings,
): FormDrawing {
  const general = problem && sentenceFor(sentences, problem, language)
  return { language, around, prefix: kind === 'first' ? '' : 'again-', typed, mistakes, general, ids }
}

/** Who only scans the new poster leaves behind what the page of the old address keeps: it says how that comes along. */
function oldPageLine(language: Language, host: string): Markup {
  return html`<details class="fold"><summary>${say(language, 'oldPage')}</summary><div class="fold-body"><p>${say(language, 'oldPageMore', { host })}</p></div></details>`
}

/** The two forms, and what stands above them. */
function openPage(state: State & { center: Center; day: Day }, language: Language, returned: Returned | null): Markup {
  const { center, day, admitted, kept, consentVersion, wentOnAt } = state
  const left = day.capacity - admitted - kept
  const full = left <= 0
  const around = { hazard: center.hazard, consentVersion, full }
  const drawing = (kind: Returned['kind']) =>
    drawingOf(kind, returned?.kind === kind ? returned : asked(kind), language, around)
  return html`${hoursLine(language, day, left)}
${wentOnAt === null ? '' : oldPageLine(language, wentOnAt)}
<div id="own" class="notice notice-information" hidden><p>${say(language, 'ownPage')} <a href="/me">${say(language, 'ownPageLink')}</a></p></div>
<div id="forms" class="form-part">
${full ? notice('warning', fullLine(language, day, kept)) : ''}
<p>${say(language, 'purpose')}</p>
${againForm(drawing('again'), returned?.kind === 'again')}
${firstForm(drawing('first'))}
</div>`
}

function contentOf(state: State, language: Language, returned: Returned | null): Markup {
  const { center, day, now } = state
  if (!center || !day) return notice('information', say(language, 'notReady'))
  const hours = { from: day.receptionOpensAt, to: day.receptionClosesAt }
  if (receptionProblem(day, now, timeZone)) return notice('warning', say(language, 'closed', hours))
  return openPage({ ...state, center, day }, language, returned)
}

/** What only other forms ask: groups and reservations. Every sentence is among the first bytes that a phone waits for. */
const askedElsewhere = ['groupNameMissing', 'headcountUnfit', 'usualHeadcountUnfit', 'vehiclesUnfit']

/** What the script needs of the page's language and day. */
function dataFor(state: State, language: Language, problem: Problem | null): object {
  const reasons = Object.entries(mistakeTexts).filter(([reason]) => !askedElsewhere.includes(reason))
  const mistakes = reasons.map(([reason, texts]) => [reason, texts[language]] as const)
  return {
    language,
    now: state.now,
    today: dateOf(state.now, timeZone),
    mistakes: Object.fromEntries(mistakes),
    fixThese: say(language, 'fixThese'),
    sending: say(language, 'sending'),
    againKnown: say(language, 'againKnown'),
    refused: problem?.code ?? null,
  }
}

async function answerPage(
  { files }: RouteContext,
  context: PageContext,
  parts: { state: State; language: Language; content: Markup; status?: number; problem?: Problem | null },
): Promise<Response> {
  const { state, language, content, status = 200, problem = null } = parts
  const { center } = state
  const { markup, headers } = await receptionFrame({
    page: receptionPage,
    files,
    language,
    centerName: center?.name ?? 'ささえ',
    kind: center?.kind ?? 'live',
    content,
    data: dataFor(state, language, problem),
  })
  const response = await context.html(markup)
  return new Response(response.body, {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', vary: 'accept-language' },
  })
}

function donePage(language: Language, answer: unknown, linkToken: string): Markup {
  // What the handler answered a moment ago, in this same process.
  const { number, status } = answer as { number: number; status: string }
  return html`<section class="form-part centered"><h2>${say(language, 'doneTitle')}</h2><p>${say(language, 'doneNumber')}</p>
<p class="big-number">${number}</p>${status === 'waitingListed' ? html`<p class="now">${say(language, 'doneListed')}</p>` : ''}
<p>${say(language, 'doneNext')}</p>
<a class="button button-next button-large button-wide" href="/me#${linkToken}">${say(language, 'ownPageLink')}</a></section>`
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function idsIn(typed: Typed): HiddenIds {
  const of = (name: string) => typedValue(typed, name)
  const ids = { commandId: of('commandId'), attendanceId: of('attendanceId'), personId: of('personId') }
  const fit = Object.values(ids).every((id) => idShape.test(id))
  return fit ? { ...ids, linkToken: of('linkToken') } : newIds()
}

/** The same envelope that the script would send. */
function envelopeOf(kind: Returned['kind'], said: object, ids: HiddenIds, language: Language, typed: Typed) {
  const { commandId, attendanceId, personId, linkToken } = ids
  const consentVersion = typedValue(typed, 'consentVersion')
  const common = { ...said, attendanceId, linkToken, consentVersion, language }
  return kind === 'first'
    ? { id: commandId, type: 'volunteers.checkIn', input: { ...common, personId }, device: 'form' }
    : { id: commandId, type: 'volunteers.checkInAgain', input: common, device: 'form' }
}

async function receiveForm(route: RouteContext, context: PageContext): Promise<Response> {
  const language = languageOf(context)
  const typed = await typedIn(context)
  const kind = typedValue(typed, 'kind') === 'again' ? 'again' : 'first'
  const ids = idsIn(typed)
  const state = await readState(route, context)
  const today = dateOf(state.now, timeZone)
  const { said, mistakes } = kind === 'first' ? readReceptionForm(typed, today) : readAgainForm(typed, today)
  const back = async (problem: Problem | null) => {
    // Read again: the day may have become full with somebody else's form.
    const now = await readState(route, context)
    const content = contentOf(now, language, { kind, typed, mistakes, problem, ids })
    return answerPage(route, context, { state: now, language, content, status: problem?.status ?? 422, problem })
  }
  if (mistakes.length > 0) return back(null)
  try {
    const { answer } = await route.execute(context, envelopeOf(kind, said, ids, language, typed))
    const content = donePage(language, answer, ids.linkToken)
    return await answerPage(route, context, { state, language, content })
  } catch (error) {
    if (error instanceof Problem) return back(error)
    throw error
  }
}

/** 当日受付 for phones: a page that works as it is, and better with its script. */
export function receptionRoutes(route: RouteContext): void {
  route.routes.openToAll({ method: 'get', path: '/reception' }, async (context) => {
    const language = languageOf(context)
    const state = await readState(route, context)
    return answerPage(route, context, { state, language, content: contentOf(state, language, null) })
  })
  const asks = 'volunteers.checkIn, volunteers.checkInAgain'
  route.routes.openToAll({ method: 'post', path: '/reception', asks }, (context) => receiveForm(route, context))
}
