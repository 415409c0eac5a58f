import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { Attempts } from '#server/transport/attempts.ts'
import type { CommandAnswer, Envelope } from '#shared/core/command.ts'
import { Problem } from '#shared/core/problem.ts'
import { tooManyTries } from '#shared/core/problems.ts'

/** Carries out what devices send, and slows the device that guesses at what people have stored. */
export class SlowedCommands {
  private readonly attempts = new Attempts()
  private readonly center: Center

  constructor(center: Center) {
    this.center = center
  }

  async execute(actor: Actor, envelope: Envelope, remoteAddress: string | undefined): Promise<CommandAnswer> {
    const slowedAfter = this.center.handlers.get(envelope.type)?.command.slowedAfter ?? []
    if (slowedAfter.length === 0 || actor.kind === 'staff') return this.center.execute(actor, envelope)
    const key = `${envelope.type} ${remoteAddress ?? ''}`
    const seconds = this.attempts.waitSeconds(key)
    if (seconds > 0) throw tooManyTries({ seconds })
    const { forgive } = this.attempts.begin(key)
    try {
      const answer = await this.center.execute(actor, envelope)
      forgive()
      return answer
    } catch (error) {
      if (!(error instanceof Problem && slowedAfter.includes(error.code))) forgive()
      throw error
    }
  }
}
