import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import type { Asked } from '#server/core/kept-texts.ts'
import type { Outside } from '#server/core/outside.ts'
import { requirePermission } from '#server/core/permission.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import { type RouteRow, Routes } from '#server/core/routes.ts'
import type { EpochGuard } from '#server/keeping/epoch-guard.ts'
import type { Keeper } from '#server/keeping/keeper.ts'
import { Probe } from '#server/keeping/probe.ts'
import { clockReading } from '#server/transport/clock-reading.ts'
import {
  cameEncrypted,
  isOwnHost,
  isOwnOrigin,
  isThisMachine,
  lanAddresses,
  securityHeaders,
} from '#server/transport/doors.ts'
import { asksForPage, errorPage } from '#server/transport/error-page.ts'
import { answerForError, problemOf, unlessClosed } from '#server/transport/errors.ts'
import { addHttpsRoutes, type HttpsDoor } from '#server/transport/https-page.ts'
import { openApi } from '#server/transport/open-api.ts'
import { type Rates, requestKind } from '#server/transport/rates.ts'
import type { Sessions } from '#server/transport/session.ts'
import { addSessionRoutes } from '#server/transport/session-routes.ts'
import { SlowedCommands } from '#server/transport/slowed-commands.ts'
import type { StaticFiles } from '#server/transport/static-files.ts'
import { buildHeader } from '#shared/core/build.ts'
import { type CommandAnswer, type Envelope, takesTwo } from '#shared/core/command.ts'
import type { Problem } from '#shared/core/problem.ts'
import { malformed, notFound, otherAuthor, tooLarge, wrongHost } from '#shared/core/problems.ts'
import { epochHeader } from '#shared/keeping/copies.ts'
import { pictureTooLarge } from '#shared/photos/problems.ts'
import { errorPageSentence } from '#shared/texts/error-page.ts'

/** What the routes need. */
export interface HttpParts {
  center: Center
  /** Says which copy of the center this is, and hears which a device has met. */
  epochs: EpochGuard
  sessions: Sessions
  rates: Rates
  files: StaticFiles
  port: () => number
  outside: Outside
  keeper: Keeper | null
  /** Https beside it, where it was asked for. */
  https?: () => HttpsDoor | undefined
}

type App = Hono<{ Bindings: HttpBindings }>
type AppContext = Context<{ Bindings: HttpBindings }>

const largestBody = 64 * 1024

/** Files come whole, each to its own address; a photo, a list of 20,000 rows or a scenario stays below this. */
const largestFile = 10 * 1024 * 1024
const fileAddress = /^\/(?:photos|drill-photos|imports|api\/drills)\/[^/]+$/

const envelope = z.object({
  id: z.uuid(),
  type: z.string().max(60),
  input: z.unknown(),
  device: z.string().max(60),
  author: z.string().max(60).optional(),
  agoMs: z.number().int().min(0).optional(),
  happenedAt: z.iso.datetime().optional(),
})

/** Parses a JSON body once, at the door. */
async function body<T>(context: AppContext, schema: z.ZodType<T>): Promise<T> {
  const json: unknown = await context.req.json().catch(() => undefined)
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw malformed({})
  return parsed.data
}

function remoteAddressOf(context: AppContext): string | undefined {
  return context.env?.incoming?.socket.remoteAddress
}

type Who = Pick<HttpParts, 'sessions' | 'rates'>

/** What a request shows of its sender: the personal link, or else the session's cookie. */
function shownBy(context: AppContext, sessions: Sessions) {
  const [scheme, token, phone] = (context.req.header('authorization') ?? '').split(' ')
  const link = scheme === 'Personal' ? token : undefined
  const cookie = sessions.cookieOf(context)
  return { cookie, link, phone, token: link || cookie, remoteAddress: remoteAddressOf(context) }
}

/** Says who sent a request. */
async function actorOf(context: AppContext, { sessions, rates }: Who): Promise<Actor> {
  const { token, ...shown } = shownBy(context, sessions)
  const actor = await sessions.actorOf({ ...shown, setUpCode: context.req.header('x-set-up-code') })
  if (token && actor.kind === 'staff') rates.knows(token, 'desk')
  if (token && actor.kind === 'volunteer') rates.knows(token, 'phone')
  return actor
}

/** Whether a request comes too soon after others; an act says its device in its body, and is counted once that is read. */
function rateProblem(context: AppContext, { sessions, rates }: Who): Problem | null {
  const kind = requestKind(context.req.method, context.req.path)
  return kind && rates.problemWith(kind, shownBy(context, sessions))
}

/** A body says its length beforehand; reading it as a stream to count would cost each request a tenth of its time. */
function sizeProblem(context: AppContext): Problem | null {
  const { method, path } = context.req
  const length = Number(context.req.header('content-length') ?? 0)
  const largest = method === 'PUT' && fileAddress.test(path) ? largestFile : largestBody
  if (context.req.header('transfer-encoding') === undefined && length <= largest) return null
  return /^\/(?:drill-)?photos\//.test(path) ? pictureTooLarge({ megabytes: largestFile / 1024 / 1024 }) : tooLarge({})
}

/** A person who opened a wrong address reads a sentence with a way on; a script gets the refusal itself. */
async function answerFor(error: unknown, context: AppContext, files: StaticFiles): Promise<Response> {
  const problem = problemOf(error, '')
  if (!asksForPage(context.req.path, context.req.header('accept'))) return answerForError(problem, '')
  const page = await errorPage(errorPageSentence(problem.code), files)
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(page, { status: problem.status, headers })
}

function guardDoors(app: App, parts: HttpParts): void {
  const { center, files, epochs } = parts
  app.use(async (context, next) => {
    const host = context.req.header('host')
    const encrypted = cameEncrypted(context)
    if (host === undefined || !isOwnHost(host) || !isOwnOrigin(context.req.header('origin'), host, encrypted))
      return answerForError(wrongHost({}), '')
    const unfit = sizeProblem(context) ?? rateProblem(context, parts)
    if (unfit) return answerForError(unfit, '')
    const superseded = epochs.problemWith(context.req.header(epochHeader))
    if (superseded) return answerForError(superseded, '', { [epochHeader]: epochs.word })
    await next()
    // Set on the answer itself: `context.header` would make a finished answer anew for each, with its body as a stream.
    const { headers } = context.res
    headers.set(epochHeader, epochs.word)
    headers.set(buildHeader, files.build)
    // A page with its script inside says so itself, by the script's hash.
    for (const [name, value] of Object.entries(securityHeaders(host, encrypted)))
      if (!headers.has(name)) headers.set(name, value)
    // Whatever is not a built file may hold people's data.
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    return undefined
  })
  app.use(compress())
  const answer = (error: unknown, context: AppContext) => answerFor(unlessClosed(error, center.closed), context, files)
  app.onError(answer)
  app.notFound((context) => answer(notFound({ kind: 'page' }), context))
}

/** Carries out a command for whoever sent the request. */
type Execute = (context: AppContext, actor: Actor, envelope: Envelope) => Promise<CommandAnswer>

function executing({ center, sessions }: HttpParts): Execute {
  const commands = new SlowedCommands(center)
  return async (context, actor, sent) => {
    const command = center.handlers.get(sent.type)?.command
    if (command?.stepUp) {
      // Whoever may not do it at all is told so, and not asked for a PIN first.
      requirePermission(actor, command)
      sessions.requireProof(actor)
      // Nobody is called to consent to what would be refused afterwards for an empty field.
      if (takesTwo(command, sent.input)) await sessions.requireSecond(actor, sent)
    }
    return commands.execute(actor, sent, remoteAddressOf(context))
  }
}

function addCommandRoute(routes: Routes, { center, sessions, rates }: HttpParts, execute: Execute): void {
  const row = { method: 'post', path: '/api/commands', asks: 'the row of the command' } as const
  routes.openToAll(row, async (context) => {
    const { author, ...sent } = await body(context, envelope)
    try {
      const tooSoon = rates.problemWith('write', { ...shownBy(context, sessions), device: sent.device })
      if (tooSoon) throw tooSoon
      const actor = await actorOf(context, { sessions, rates })
      if (author && actor.kind === 'staff' && actor.staffId !== author) throw otherAuthor({})
      return context.json(await execute(context, actor, withoutUndefined(sent)))
    } catch (error) {
      return answerForError(unlessClosed(error, center.closed), sent.id)
    }
  })
}

/** Optional fields are absent, never undefined, once past the door. */
function withoutUndefined({ agoMs, happenedAt, ...rest }: Omit<z.infer<typeof envelope>, 'author'>) {
  return { ...rest, ...(agoMs === undefined ? {} : { agoMs }), ...(happenedAt === undefined ? {} : { happenedAt }) }
}

/** What goes out in the first flight of a connection arrives no sooner when it is compressed. */
const firstFlight = 14_000

/** Compressed once for all desks that ask the same; a phone's few records go as they are. */
async function answerCatchUp(context: AppContext, { text, compressed }: Asked): Promise<Response> {
  // Nobody compresses it a second time.
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store, no-transform' }
  const takesGzip = context.req.header('accept-encoding')?.includes('gzip') ?? false
  if (!compressed || !takesGzip || text.length < firstFlight) return context.body(text, 200, headers)
  return context.body(await compressed(), 200, { ...headers, 'content-encoding': 'gzip' })
}

function addReadRoutes(routes: Routes, { center, port, ...who }: HttpParts): void {
  const json = { 'content-type': 'application/json' }
  const readers = readersOf(center.slices)
  const reading = { method: 'post', path: '/api/reads/:name', asks: 'the row of the read' } as const
  routes.openToAll(reading, async (context) => {
    const actor = await actorOf(context, who)
    const input: unknown = await context.req.json().catch(() => undefined)
    return context.json((await readFor(center, readers, actor, { name: context.req.param('name'), input })) as object)
  })
  const changes = { method: 'get', path: '/api/changes', asks: 'the table of audiences' } as const
  routes.openToAll(changes, async (context) => {
    const since = Number(context.req.query('since') ?? 0)
    const actor = await actorOf(context, who)
    const caughtUp = await center.catchUp(actor, Number.isSafeInteger(since) && since > 0 ? since : 0)
    return answerCatchUp(context, caughtUp)
  })
  // Made when it is first asked for: hardly anyone asks, and a start should not wait for it.
  let description: string | undefined
  routes.openToAll({ method: 'get', path: '/openapi.json' }, (context) => {
    description ??= JSON.stringify(openApi())
    return context.body(description, 200, json)
  })
  routes.openToAll({ method: 'get', path: '/api/clock' }, (context) => context.json(clockReading(center)))
  routes.openToAll({ method: 'get', path: '/api/addresses' }, (context) =>
    context.json({ addresses: lanAddresses(), port: port() }),
  )
}

/** One address per surface; the poster's address opens reception on a phone and the desk on the laptop itself. */
function addPageRoutes(routes: Routes, { files }: HttpParts): void {
  const page = (name: string) => (context: AppContext) =>
    files.answer(name, context.req.header('accept-encoding')) ?? context.notFound()
  routes.openToAll({ method: 'get', path: '/' }, (context) =>
    context.redirect(isThisMachine(remoteAddressOf(context)) ? '/desk' : '/reception'),
  )
  for (const name of ['me', 'board', 'drill'])
    routes.openToAll({ method: 'get', path: `/${name}` }, page(`${name}.html`))
  // A desk on an encrypted line keeps hold of the window that it opens at a new address, and that one of its opener.
  const openers = [
    ['/desk', 'same-origin-allow-popups'],
    ['/moved', 'unsafe-none'],
  ] as const
  for (const [path, policy] of openers)
    routes.openToAll({ method: 'get', path }, async (context) => {
      const answer = await page('desk.html')(context)
      answer.headers.set('cross-origin-opener-policy', policy)
      return answer
    })
}

/** The center over HTTP: commands in, snapshots and pages out. No rule lives here. Each route has its row. */
export function httpApp(parts: HttpParts): { app: App; rows: readonly RouteRow[] } {
  const app: App = new Hono()
  guardDoors(app, parts)
  const { sessions } = parts
  const routes = new Routes(app, {
    actorOf: (context) => actorOf(context, parts),
    requireProof: (actor) => sessions.requireProof(actor),
  })
  const execute = executing(parts)
  addCommandRoute(routes, parts, execute)
  addReadRoutes(routes, parts)
  addSessionRoutes(routes, { sessions, actorOf: (context) => actorOf(context, parts), remoteAddressOf })
  addPageRoutes(routes, parts)
  addHttpsRoutes(routes, parts)
  const probe = new Probe(parts.center)
  parts.center.vitals.version = parts.files.build
  parts.center.vitals.prove = () => probe.prove()
  routes.openToAll({ method: 'get', path: '/healthz' }, async (context) => {
    const state = await probe.read()
    return context.json(state, state.ok ? 200 : 503)
  })
  for (const slice of parts.center.slices) {
    slice.routes?.({
      center: parts.center,
      routes,
      files: parts.files,
      outside: parts.outside,
      keeper: parts.keeper,
      origins: () => lanAddresses().map((address) => `http://${address}:${parts.port()}`),
      actorOf: (context) => actorOf(context, parts),
      execute: async (context, sent) => execute(context, await actorOf(context, parts), sent),
    })
  }
  parts.files.addRoutes(routes)
  return { app, rows: routes.rows }
}
