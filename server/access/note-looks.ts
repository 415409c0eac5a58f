import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Actor } from '#server/core/actor.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { openSheet } from '#shared/access/commands.ts'
import type { OpenedSheet } from '#shared/access/paper.ts'
import { newId } from '#shared/core/ids.ts'
import { Problem } from '#shared/core/problem.ts'
import { readOnly } from '#shared/core/problems.ts'
import { diskFull, ending } from '#shared/keeping/problems.ts'

type Looking = Pick<RouteContext, 'center' | 'execute'>
type Asking = { context: Context<{ Bindings: HttpBindings }>; actor: Actor }

/** A page is asked for by an address, which says nothing of the device; whoever sits there has said it at sign-in. */
async function deviceOf({ center }: Looking, actor: Actor): Promise<string> {
  if (actor.kind !== 'staff') return 'page'
  const row = await center.read((tx) =>
    tx.selectFrom('session').select('device').where('id', '=', actor.sessionId).executeTakeFirst(),
  )
  return row?.device ?? 'page'
}

/** While nothing can be written, the people who are out must still be called by name and the house still be found. */
const cannotWrite: readonly string[] = [readOnly.code, ending.code, diskFull.code]

/**
 * Writes down that somebody looks, before they do. Answers with the number of the paper where it gets one, and with
 * null as well where nothing can be written now: then the page is shown all the same, and says that it has none.
 */
export async function noteLook(
  route: Looking,
  { context, actor }: Asking,
  act: { type: string; input: unknown },
): Promise<number | null> {
  const device = await deviceOf(route, actor)
  try {
    const { answer } = await route.execute(context, { id: newId(), ...act, device })
    return typeof answer === 'number' ? answer : null
  } catch (error) {
    if (error instanceof Problem && cannotWrite.includes(error.code)) return null
    throw error
  }
}

/** The same for a page with the data of several people. */
export const noteSheet = (
  route: Looking,
  asking: Asking,
  opened: { sheet: OpenedSheet; recordId: string; people: number },
): Promise<number | null> => noteLook(route, asking, { type: openSheet.name, input: opened })

/** Sittings and pictures that are remembered, at most; a row too many hides nothing. */
const mostRemembered = 20_000

/**
 * Pictures are asked for anew whenever a screen shows them again. One row for each person and picture in one sitting
 * says all there is to say; a row for each showing would bury it. A thumbnail leaves none: it shows a wall or a garden
 * to whoever holds the home's record already.
 */
export class Sittings {
  private readonly seen = new Set<string>()

  /** Notes a look by this, unless it was noted in this sitting. */
  async once(actor: Actor, pictureId: string, note: () => Promise<unknown>): Promise<void> {
    const sitting = actor.kind === 'staff' ? actor.sessionId : actor.kind === 'volunteer' ? actor.attendanceId : ''
    const key = `${sitting} ${pictureId}`
    if (this.seen.has(key)) return
    if (this.seen.size >= mostRemembered) this.seen.clear()
    this.seen.add(key)
    try {
      await note()
    } catch (error) {
      this.seen.delete(key)
      throw error
    }
  }
}
