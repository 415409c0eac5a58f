import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import type { Routes } from '#server/core/routes.ts'
import type { Claim, Sessions } from '#server/transport/session.ts'
import { badgeSecret } from '#shared/access/sign-in-rule.ts'
import { id, pin, requiredLine } from '#shared/core/fields.ts'
import { malformed } from '#shared/core/problems.ts'

type AppContext = Context<{ Bindings: HttpBindings }>

const device = z.string().max(60)
const signIn = z.union([
  z.object({ badge: badgeSecret, pin, device }),
  z.object({ name: requiredLine(30), pin, device }),
])
const consent = z.intersection(signIn, z.object({ actId: id }))
const deferral = z.object({ actId: id, device })
const proof = z.object({ pin })

interface SessionParts {
  sessions: Sessions
  actorOf: (context: AppContext) => Promise<Actor>
  remoteAddressOf: (context: AppContext) => string | undefined
}

async function bodyOf<T>(context: AppContext, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined))
  if (!parsed.success) throw malformed({})
  return parsed.data
}

/** Who sits at a device: asking, sitting down, proving the PIN once more, leaving. */
export function addSessionRoutes(routes: Routes, { sessions, actorOf, remoteAddressOf }: SessionParts): void {
  routes.openToAll({ method: 'get', path: '/api/session' }, async (context) => {
    const actor = await actorOf(context)
    const address = remoteAddressOf(context)
    const names = await sessions.namesFor(context, address)
    const asksBadge = await sessions.asksBadge(address)
    const staff =
      actor.kind === 'staff' ? { staffId: actor.staffId, name: actor.name, capabilities: actor.capabilities } : null
    return context.json({ staff, names, asksBadge, onThisMachine: actor.kind === 'public' && actor.onThisMachine })
  })
  routes.openToAll(
    { method: 'post', path: '/api/session', asks: 'the badge or name, and the PIN' },
    async (context) => {
      const sent = await bodyOf(context, signIn)
      const claim: Claim = 'badge' in sent ? { badge: sent.badge } : { name: sent.name }
      return context.json(
        await sessions.signIn(context, remoteAddressOf(context), { claim, pin: sent.pin, device: sent.device }),
      )
    },
  )
  routes.open(
    { method: 'post', path: '/api/session/proof', may: ['staff'], asks: 'the PIN' },
    async (context, actor) => {
      const sent = await bodyOf(context, proof)
      await sessions.proveAgain(actor, remoteAddressOf(context), sent.pin)
      return context.json({})
    },
  )
  routes.open(
    { method: 'post', path: '/api/session/consent', may: ['staff'], asks: 'another lead’s badge or name, and PIN' },
    async (context, actor) => {
      const { actId, ...sent } = await bodyOf(context, consent)
      const claim: Claim = 'badge' in sent ? { badge: sent.badge } : { name: sent.name }
      const said = { claim, pin: sent.pin, actId, device: sent.device }
      await sessions.consent(context, actor, said, remoteAddressOf(context))
      return context.json({})
    },
  )
  routes.open(
    { method: 'post', path: '/api/session/deferral', may: ['center.lead'], asks: 'the PIN, lately' },
    async (context, actor) => {
      await sessions.defer(actor, await bodyOf(context, deferral))
      return context.json({})
    },
  )
  routes.openToAll({ method: 'delete', path: '/api/session' }, async (context) => {
    await sessions.signOut(context, await actorOf(context), (context.req.query('device') ?? '').slice(0, 60))
    return context.json({})
  })
}
