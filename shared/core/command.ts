import type { z } from 'zod'
import type { Permission } from '#shared/access/capabilities.ts'

/** A command's definition: its name, who may send it, and what it must carry. */
export interface CommandDefinition<N extends string = string, I extends z.ZodType = z.ZodType> {
  readonly name: N
  /** One of these suffices: capabilities of staff, relations checked on rows, or 'public'. */
  readonly may: readonly [Permission, ...Permission[]]
  readonly input: I
  /** Input fields that are kept neither in the event log nor anywhere else (tokens, PINs). */
  readonly secret: readonly string[]
  /** Refusals that tell a guesser something: on a device that met a few of them, the next tries have to wait. */
  readonly slowedAfter: readonly string[]
  /** Only for whoever has just proved their PIN: a desk that was left open must not hand out rights or lists. */
  readonly stepUp: boolean
  /**
   * Only with a second lead's consent as well; such an act is always one for which the PIN is proved. The name of a
   * field: only where it is true.
   */
  readonly twoPeople: boolean | string
  /** Whether it is still carried out once the center has been handed over to another laptop. */
  readonly whileHandedOver: boolean
}

interface CommandSpec<I extends z.ZodType> {
  may: readonly [Permission, ...Permission[]]
  input: I
  secret?: readonly string[]
  slowedAfter?: readonly string[]
  stepUp?: boolean
  twoPeople?: boolean | (keyof z.output<I> & string)
  whileHandedOver?: boolean
}

/** Declares one command. A command that does not say who may send it does not compile. */
export function defineCommand<N extends string, I extends z.ZodType>(
  name: N,
  spec: CommandSpec<I>,
): CommandDefinition<N, I> {
  const { may, input, secret = [], slowedAfter = [], whileHandedOver = false } = spec
  const { twoPeople = false, stepUp = false } = spec
  return { name, may, input, secret, slowedAfter, stepUp: stepUp || twoPeople !== false, twoPeople, whileHandedOver }
}

/** Whether this very act takes a second lead; what does not fit takes nobody, and is refused for that. */
export function takesTwo({ input: schema, twoPeople }: CommandDefinition, input: unknown): boolean {
  if (twoPeople === false) return false
  const parsed = schema.safeParse(input)
  if (!parsed.success || twoPeople === true) return parsed.success
  return (parsed.data as Readonly<Record<string, unknown>>)[twoPeople] === true
}

/** What a device sends to `POST /api/commands`. The id makes a resend harmless. */
export interface Envelope {
  id: string
  type: string
  input: unknown
  /** The device's own id, so that the log can say at which desk something was done. */
  device: string
  /** How long ago the person acted, by the device's monotonic clock; a hint, never a fact. */
  agoMs?: number
  /** Only from staff who key in paper: when it really happened. */
  happenedAt?: string
}

/** The answer to a command: never records, only what the sender needs at once. */
export interface CommandAnswer {
  seq: number
  answer: unknown
}
