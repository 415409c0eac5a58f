import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { instant } from '#shared/core/fields.ts'

/** Written by the start itself after a power cut or a crash, so that the chronology says what it cost. */
export const noteRecovery = defineCommand('keeping.noteRecovery', {
  may: ['system'],
  input: z.object({ lost: z.number().int().min(0), lastAt: instant.nullable() }),
})
