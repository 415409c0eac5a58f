import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApi } from '#server/transport/open-api.ts'
import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { reads } from '#shared/reads.ts'
import { refusals } from '#shared/refusals.ts'
import { servedCenter } from '#tests/support/served.ts'

interface Operation {
  requestBody?: { content: { 'application/json': { example: { input: unknown } } } }
  responses: Record<string, { content: { 'application/json': { example: unknown } } }>
}

const document = JSON.parse(JSON.stringify(openApi())) as { paths: Record<string, Record<string, Operation>> }
// What only the center itself does is no part of the interface.
const allCommands = Object.values<CommandDefinition>(commands).filter(({ may }) => may.some((one) => one !== 'system'))
const allReads = Object.values<ReadDefinition>(reads)
const posted = (path: string) => document.paths[path]?.post

test('a public validator takes the description, with all that it refers to', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(document))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
  expect(() => validator.resolveRefs()).not.toThrow()
})

test('its paths are the registries, and every other address of the transport that is no page', async () => {
  const paths = Object.keys(document.paths)
  const named = (start: string) =>
    paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length))
  expect(named('/api/commands#')).toEqual(allCommands.map(({ name }) => name))
  expect(named('/api/reads/')).toEqual(allReads.map(({ name }) => name))
})

test.each(allCommands.map((command) => [command.name, command] as const))('the example of %s fits', (name, command) => {
  const example = posted(`/api/commands#${name}`)?.requestBody?.content['application/json'].example
  expect(command.input.safeParse(example?.input).error?.issues).toBeUndefined()
})

test.each(allReads.map((read) => [read.name, read] as const))('the examples of %s fit', (name, read) => {
  const operation = posted(`/api/reads/${name}`)
  const asked = operation?.requestBody?.content['application/json'].example
  const answered = operation?.responses['200']?.content['application/json'].example
  expect(read.input.safeParse(asked).error?.issues).toBeUndefined()
  expect(read.answer.safeParse(answered).error?.issues).toBeUndefined()
})

test('it names every refusal that a slice has', async () => {
  const root = resolve(import.meta.dirname, '../..')
  const codes: string[] = []
  for (const file of globSync('shared/*/*problems.ts', { cwd: root, exclude: ['shared/texts/*'] })) {
    const problems = (await import(resolve(root, file))) as Record<string, { code: string }>
    codes.push(...Object.values(problems).map(({ code }) => code))
  }
  expect(refusals.map(({ code }) => code).toSorted()).toEqual(codes.toSorted())
})

test('the center answers with it, compressed and once made', async () => {
  const { address } = await servedCenter()
  const [first, second] = [await fetch(`${address}/openapi.json`), await fetch(`${address}/openapi.json`)]
  expect(first.headers.get('content-type')).toBe('application/json')
  expect(await first.json()).toEqual(document)
  expect(await second.text()).toContain('"openapi":"3.1.0"')
})
