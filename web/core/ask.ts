import type { z } from 'zod'
import type { ReadName, ReadNamed } from '#shared/reads.ts'
import { type Reply, request } from '#web/core/request.ts'

/** Asks the server for what this device does not hold. */
export function ask<N extends ReadName>(
  name: N,
  input: z.input<ReadNamed<N>['input']>,
): Promise<Reply<z.infer<ReadNamed<N>['answer']>>> {
  return request('POST', `/api/reads/${name}`, input)
}
