import type { z } from 'zod'
import type { Permission } from '#shared/access/capabilities.ts'
import type { RecordKind } from '#shared/records.ts'

/** A read's definition: what one may ask the server beside the records that a device holds, and what it answers. */
export interface ReadDefinition<
  N extends string = string,
  I extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly name: N
  /** One of these suffices, as for a command. Relations to rows are not known outside a transaction. */
  readonly may: readonly [Permission, ...Permission[]]
  /**
   * The kinds of record that an answer may hold something of. Whole records are held against the table of audiences as
   * they are answered (`server/core/shown.ts`); of parts of a record the answerer asks `reading.mayHold`.
   */
  readonly holds: readonly RecordKind[]
  /** The asker has written down that they look: what no device holds is shown to whoever may ask for its kind. */
  readonly revealed?: boolean
  readonly input: I
  readonly answer: A
}

/** Declares one read. It is asked by `POST /api/reads/<name>`, so that no name of a person stands in an address. */
export function defineRead<N extends string, I extends z.ZodType, A extends z.ZodType>(
  name: N,
  spec: Omit<ReadDefinition<N, I, A>, 'name'>,
): ReadDefinition<N, I, A> {
  return { name, ...spec }
}
