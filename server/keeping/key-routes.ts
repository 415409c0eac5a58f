import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { CompiledQuery } from 'kysely'
import { findBadgeHolder } from '#server/access/badges.ts'
import { findCenter } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { badgesOf, lockKey as lockStoredKey, readKey, saveKey } from '#server/keeping/key-store.ts'
import { recoverySheet } from '#server/keeping/recovery-sheet.ts'
import { isThisMachine } from '#server/transport/doors.ts'
import { badgeIn } from '#shared/access/badge.ts'
import { notAllowed, notFound } from '#shared/core/problems.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { lockKey, printRecoverySheet, unlockKey } from '#shared/keeping/commands.ts'
import type { KeyStatus } from '#shared/keeping/key-status.ts'
import { notYourBadge } from '#shared/keeping/problems.ts'

/** These acts leave their trace in the log; the key itself lies outside the file, and the routes below change it. */
export const keyHandlers = [printRecoverySheet, lockKey, unlockKey].map((command) =>
  handle(command, async () => undefined),
)

const asks = 'whether this is the center’s own computer'

/** What goes to another machine goes over a line that others hear; the key does not. */
function requireThisMachine(context: Context<{ Bindings: HttpBindings }>): void {
  if (!isThisMachine(context.env.incoming.socket.remoteAddress)) throw notAllowed({})
}

/** The key of the file: for its lead, who proved the PIN, at the center's own computer and nowhere else. */
export function keyRoutes({ center, routes, files, keeper }: RouteContext): void {
  const keyHere = (context: Context<{ Bindings: HttpBindings }>) => {
    requireThisMachine(context)
    if (!keeper) throw notFound({ kind: 'key' })
    return keeper
  }
  const lastPrinted = () =>
    center.read(async (tx) => {
      const query = CompiledQuery.raw('select max(at) as at from event_log where type = ?', [printRecoverySheet.name])
      return (await tx.executeQuery<{ at: string | null }>(query)).rows[0]?.at ?? null
    })
  const { may } = lockKey

  routes.open({ method: 'get', path: '/api/keeping/key', may, asks }, async (context) => {
    requireThisMachine(context)
    if (!keeper) return context.json<KeyStatus>({ state: 'none', badges: [], sheetPrintedAt: null })
    const { kind: state } = readKey(keeper.configFolder)
    const badges = badgesOf(keeper.configFolder).map(({ name }) => name)
    return context.json<KeyStatus>({ state, badges, sheetPrintedAt: await lastPrinted() })
  })

  routes.open({ method: 'post', path: '/api/keeping/key/lock', may, asks, stepUp: true }, async (context, actor) => {
    const held = keyHere(context)
    const sent: unknown = await context.req.json().catch(() => undefined)
    const typed = typeof sent === 'object' && sent && 'badge' in sent ? String(sent.badge) : ''
    const secret = badgeIn(typed)
    const holder = secret === null ? undefined : await center.read((tx) => findBadgeHolder(tx, secret))
    // Somebody else's badge, or one that was given back, would lock the lead out.
    if (secret === null || actor.kind !== 'staff' || holder !== actor.staffId) throw notYourBadge({})
    lockStoredKey(held.configFolder, held.key, { holder, name: actor.name, secret })
    return context.json({})
  })

  routes.open({ method: 'post', path: '/api/keeping/key/unlock', may, asks, stepUp: true }, (context) => {
    const held = keyHere(context)
    saveKey(held.configFolder, held.key)
    return context.json({})
  })

  routes.open({ method: 'get', path: '/sheets/recovery', may, asks, stepUp: true }, async (context) => {
    const held = keyHere(context)
    const found = await center.read((tx) => findCenter(tx))
    const now = center.clock.now()
    const printedAt = `${dateOf(now, timeZone)} ${clockOf(now, timeZone)}`
    return context.html(recoverySheet({ key: held.key, name: found?.name ?? '', kind: center.kind, printedAt, files }))
  })
}
