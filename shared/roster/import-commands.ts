import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id } from '#shared/core/fields.ts'

/** Takes one part of a list that was looked at into the roster; the parts before and after it are acts of their own. */
export const applyImport = defineCommand('roster.applyImport', {
  may: ['roster.manage'],
  input: z.object({ importId: id, part: z.number().int().min(0).max(1000) }),
})
