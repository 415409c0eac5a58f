import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import { requirePermission } from '#server/core/permission.ts'
import { mayHold } from '#shared/access/audiences.ts'
import type { Permission } from '#shared/access/capabilities.ts'
import { notAllowed } from '#shared/core/problems.ts'
import type { RecordKind } from '#shared/records.ts'

type Bindings = { Bindings: HttpBindings }

/** Who may go through one door of the center by HTTP. */
export interface RouteRow<P extends string = string> {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: P
  /** One of these suffices, as for a command. */
  readonly may: readonly [Permission, ...Permission[]]
  /** Only whoever may hold one of these kinds by the table of audiences: what is printed or saved is held too. */
  readonly holds?: readonly RecordKind[]
  /** Kinds that it tells of besides, to whoever may pass; 'held' where it is sorted out by the audiences of the asker. */
  readonly shows?: readonly RecordKind[] | 'held'
  /** What is asked besides, of the very row, where it is read: its relation to the asker, its state. */
  readonly asks?: string
  /** Only for whoever has just proved their PIN. */
  readonly stepUp?: boolean
}

interface Guards {
  actorOf: (context: Context<Bindings>) => Promise<Actor>
  requireProof: (actor: Actor) => void
}

type Answer<P extends string, A extends unknown[]> = (
  context: Context<Bindings, P>,
  ...asker: A
) => Response | Promise<Response>

/** The doors by HTTP. A slice gets these and never the app itself, so that no door is without its row. */
export class Routes {
  readonly rows: RouteRow[] = []
  private readonly app: Hono<Bindings>
  private readonly guards: Guards

  constructor(app: Hono<Bindings>, guards: Guards) {
    this.app = app
    this.guards = guards
  }

  /** Opens a door for some; whoever else stands before it is refused before anything is read. */
  open<P extends string>(row: RouteRow<P>, answer: Answer<P, [Actor]>): void {
    this.add<P>(row, async (context) => {
      const actor = await this.guards.actorOf(context)
      requirePermission(actor, row)
      if (row.holds && !row.holds.some((kind) => mayHold(kind, audiencesOfActor(actor)))) throw notAllowed({})
      if (row.stepUp) this.guards.requireProof(actor)
      return answer(context, actor)
    })
  }

  /** Opens a door for everyone; nobody is asked who they are. */
  openToAll<P extends string>(row: Pick<RouteRow<P>, 'method' | 'path' | 'asks'>, answer: Answer<P, []>): void {
    this.add<P>({ ...row, may: ['public'] }, answer)
  }

  private add<P extends string>(row: RouteRow<P>, answer: Answer<P, []>): void {
    this.rows.push(row)
    // The path of the row is the path of the context.
    this.app.on(row.method.toUpperCase(), row.path, (context) => answer(context as unknown as Context<Bindings, P>))
  }
}
