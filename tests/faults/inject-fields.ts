import { z } from 'zod'
import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import { fitsForm, type WideShape } from '#tests/faults/fuzz-values.ts'
import { means, payloads } from '#tests/faults/inject-payloads.ts'

interface Left {
  field: RegExp
  because: string
}

/** Fields whose form looks like a text's, and which can hold none that anybody thought up. */
const noText: readonly Left[] = [
  {
    field: /^keeping\.(setSecondFolder (folder|basedOn)|restoreCopy name|takeOverCenter (path|code))$/,
    because: 'the place, the name or the code of a folder or copy that is there: whatever is not there is refused',
  },
]

const isImpossible = (text: string) => noText.some(({ field }) => field.test(text))

/** The texts of a form, each by the way to it; what stands in a list or a dictionary is one field. */
function textsIn(shape: WideShape, path = ''): string[] {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  const found = besides(shape).flatMap((one) => textsIn(one, path))
  for (const [name, one] of Object.entries(shape.properties ?? {}))
    if (!means.test(name)) found.push(...textsIn(one, below(name)))
  if (typeof shape.additionalProperties === 'object') found.push(...textsIn(shape.additionalProperties, below('*')))
  return isText(shape) ? [...found, path] : found
}

/** What stands in the same place: what it may be instead, and what a list is made of. */
function besides({ anyOf = [], oneOf = [], allOf = [], items }: WideShape): readonly WideShape[] {
  return [...anyOf, ...oneOf, ...allOf, ...(items ? [items] : [])]
}

function isText(shape: WideShape): boolean {
  const [payload = ''] = payloads(1)
  const isFree = shape.type === 'string' && !shape.enum && shape.const === undefined && shape.format === undefined
  return isFree && fitsForm(payload.slice(0, Math.max(8, shape.minLength ?? 0)), shape)
}

const shapeOf = ({ input }: CommandDefinition) =>
  z.toJSONSchema(input, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }) as WideShape

/** Every text of every act that a person can send, as the schemas of the acts say. */
function everyText(): readonly string[] {
  const all = Object.values<CommandDefinition>(commands).filter(({ may }) => may.some((who) => who !== 'system'))
  return all.flatMap((one) => [...new Set(textsIn(shapeOf(one)))].map((field) => `${one.name} ${field}`))
}

/** Says which texts were never once taken, of all that there are. */
export function judgeTexts(taken: readonly string[], tally: Tally): void {
  const every = everyText()
  for (const { field } of noText)
    tally.fault('violations', `${field} fits no text of any act`, every.some((one) => field.test(one)) ? 0 : 1)
  const isTaken = (field: string) =>
    field.endsWith('.*') ? taken.some((one) => one.startsWith(field.slice(0, -1))) : taken.includes(field)
  const all = every.filter((field) => !isImpossible(field))
  const missing = all.filter((field) => !isTaken(field))
  tally.aim('textsOfAllActs', all.length - missing.length, all.length, missing.join(', '))
}
