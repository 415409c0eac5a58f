import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { type HttpBindings, serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Remedy } from '#server/keeping/trouble.ts'
import {
  newCenterPage,
  openedPage,
  type TroubleView,
  troublePage,
  troublePolicy,
  waitPage,
} from '#server/keeping/trouble-page.ts'
import { isOwnHost, isOwnOrigin, isThisMachine, securityHeaders } from '#server/transport/doors.ts'
import { StaticFiles } from '#server/transport/static-files.ts'
import { troublePageTexts } from '#shared/texts/keeping-trouble.ts'

type Asked = Context<{ Bindings: HttpBindings }>

const largestForm = 8 * 1024

/** What a form of the page says; null where it is none of this page's. */
function remedyOf(fields: Record<string, unknown>): Remedy | null {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const act = text('act')
  if (act === 'words' || act === 'badge') return { act, typed: text('typed') }
  if (act === 'restore') return { act, backup: text('backup') }
  if (act === 'folder') return { act, folder: text('folder').trim() }
  if (act === 'again' || act === 'acceptOlder' || act === 'acceptPlace' || act === 'startNew') return { act }
  return null
}

/**
 * Stands on the center's port while its data cannot be opened. The page is for the person at this very laptop; everyone
 * else is told to wait, and devices take it for a dead line and keep what they have.
 */
export class TroubleDesk {
  private view: TroubleView | undefined
  private decide: ((remedy: Remedy) => void) | undefined
  /** Whoever sent a form waits here until it is known what came of it: true once the center opens. */
  private waiting: ((opened: boolean) => void)[] = []
  private readonly server: Server
  private readonly files = new StaticFiles(resolve(import.meta.dirname, '../../dist/web'), 'live')
  readonly port: number

  private constructor(server: Server, port: number) {
    this.server = server
    this.port = port
  }

  static async open(port: number): Promise<TroubleDesk> {
    const app = new Hono<{ Bindings: HttpBindings }>()
    const desk = await new Promise<TroubleDesk>((ready, failed) => {
      const server = serve({ fetch: app.fetch, port, hostname: '0.0.0.0' }, (info) =>
        ready(new TroubleDesk(server as Server, info.port)),
      )
      server.on('error', failed)
    })
    desk.addRoutes(app)
    return desk
  }

  /** Shows the trouble and waits for a person's decision. */
  ask(view: TroubleView): Promise<Remedy> {
    this.view = view
    this.answerWaiting(false)
    return new Promise((decide) => {
      this.decide = decide
    })
  }

  /** The center opens now: whoever waits is sent there, and the port is free. */
  async settle(): Promise<void> {
    this.answerWaiting(true)
    this.view = undefined
    await new Promise<void>((closed) => {
      this.server.close(() => closed())
      this.server.closeIdleConnections()
    })
  }

  private answerWaiting(opened: boolean): void {
    for (const answer of this.waiting.splice(0)) answer(opened)
  }

  private addRoutes(app: Hono<{ Bindings: HttpBindings }>): void {
    app.use(async (context, next) => {
      const host = context.req.header('host')
      if (host === undefined || !isOwnHost(host) || !isOwnOrigin(context.req.header('origin'), host, false))
        return context.body(null, 403)
      await next()
      const headers = {
        ...securityHeaders(host, false),
        'content-security-policy': troublePolicy,
        'cache-control': 'no-store',
        // Under `no-referrer` a browser sends its forms from the origin `null`, and every way out would be refused.
        'referrer-policy': 'same-origin',
      }
      for (const [name, value] of Object.entries(headers)) context.header(name, value)
      // One answer, one line: a browser that held its line would keep the port from the center.
      context.header('connection', 'close')
      return undefined
    })
    app.get('/healthz', (context) => context.json({ ok: false, trouble: this.view?.trouble.kind ?? null }, 503))
    app.all('/api/*', (context) => context.json({}, 503))
    app.use(async (context, next) => {
      if (isThisMachine(context.env.incoming.socket.remoteAddress)) return next()
      return context.html(waitPage(), 503)
    })
    app.get('/trouble/new', (context) => context.html(newCenterPage(null), 503))
    app.post('/trouble', (context) => this.take(context))
    app.get('/assets/:name', (context) => this.files.asset(context.req.param('name')) ?? context.notFound())
    app.get('*', (context) => this.show(context))
  }

  private show(context: Asked) {
    if (!this.view) return context.html(openedPage())
    const { script } = this.files.assetsOf('trouble.ts')
    return context.html(troublePage({ ...this.view, script }), 503)
  }

  private async take(context: Asked): Promise<Response> {
    if (Number(context.req.header('content-length') ?? largestForm + 1) > largestForm) return context.body(null, 413)
    const fields = await context.req.parseBody()
    const remedy = remedyOf(fields)
    if (!remedy || !this.decide) return context.redirect('/', 303)
    if (remedy.act === 'startNew' && fields.confirmed !== 'yes')
      return context.html(newCenterPage(troublePageTexts.complaints.unconfirmed), 503)
    const outcome = new Promise<boolean>((answer) => this.waiting.push(answer))
    const { decide } = this
    this.decide = undefined
    decide(remedy)
    return (await outcome) ? context.html(openedPage()) : context.redirect('/', 303)
  }
}
