import type { z } from 'zod'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { isRelation } from '#shared/access/capabilities.ts'
import { assert } from '#shared/core/assert.ts'
import type { CommandDefinition } from '#shared/core/command.ts'

/** A command with what the server does for it. */
export interface Handler {
  readonly command: CommandDefinition
  /** Work that takes long and must not hold the transaction, such as hashing a PIN. */
  readonly prepare?: (input: unknown) => Promise<unknown>
  /** Whether the sender stands in one of the relations that the command allows; asked inside the transaction. */
  readonly related?: (work: UnitOfWork, input: unknown) => Promise<boolean>
  readonly run: (work: UnitOfWork, input: unknown) => Promise<unknown>
}

interface Extras<I> {
  prepare?: (input: I) => Promise<I>
  related?: (work: UnitOfWork, input: I) => Promise<boolean>
}

/** Joins a command to its handler. A command that names a relation must say how it is checked. */
export function handle<N extends string, I extends z.ZodType>(
  command: CommandDefinition<N, I>,
  run: (work: UnitOfWork, input: z.infer<I>) => Promise<unknown>,
  extras: Extras<z.infer<I>> = {},
): Handler {
  assert(!command.may.some(isRelation) || extras.related, `${command.name} names a relation but does not check it`)
  // The door has parsed the input with this command's own schema before any of these is called.
  return { command, run, ...extras } as Handler
}
