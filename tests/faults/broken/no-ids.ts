import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { findCommand } from '#server/core/event-log.ts'
import { SlowedCommands } from '#server/transport/slowed-commands.ts'
import type { CommandAnswer, Envelope } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'

/** Gives a new id to each record that an act is about to make. */
function withNewIds(input: unknown): unknown {
  const fields = Object.entries(input as Record<string, unknown>)
  return Object.fromEntries(fields.map(([name, value]) => [name, name.endsWith('Id') ? newId() : value]))
}

/** Takes whatever is sent again for another act. */
export class ForgetfulCommands extends SlowedCommands {
  private readonly met = new Set<string>()
  private readonly around: Center

  constructor(center: Center) {
    super(center)
    this.around = center
  }

  override async execute(actor: Actor, envelope: Envelope, remoteAddress: string | undefined): Promise<CommandAnswer> {
    const again = this.met.has(envelope.id) || (await findCommand(this.around.db, envelope.id)) !== undefined
    this.met.add(envelope.id)
    const sent = again ? { ...envelope, id: newId(), input: withNewIds(envelope.input) } : envelope
    return super.execute(actor, sent, remoteAddress)
  }
}
