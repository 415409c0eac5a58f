import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { Routes } from '#server/core/routes.ts'
import { StaticFiles } from '#server/transport/static-files.ts'
import { newId } from '#shared/core/ids.ts'
import { againForm } from '#tests/support/given-volunteers.ts'
import { problemCode, servedCenter } from '#tests/support/served.ts'

const codesOf = async (answers: readonly Response[]) => Promise.all(answers.map(problemCode))
const count = (codes: readonly string[], code: string) => codes.filter((one) => one === code).length

test('PINs that are tried all at once count like PINs tried one by one', async () => {
  const { post } = await servedCenter()
  const tries = Array.from({ length: 12 }, (_, index) =>
    post('/api/session', JSON.stringify({ name: '佐藤', pin: String(100_000 + index), device: newId() })),
  )
  const codes = await codesOf(await Promise.all(tries))
  expect(count(codes, 'access.wrongPin')).toBe(5)
  expect(count(codes, 'core.tooManyTries')).toBe(7)
})

test('names that nobody has count together, so that they cannot crowd out what is remembered of others', async () => {
  const { post } = await servedCenter()
  const codes: string[] = []
  for (let index = 0; index < 8; index++) {
    const body = JSON.stringify({ name: `だれか${index}`, pin: '000000', device: newId() })
    codes.push(await problemCode(await post('/api/session', body)))
  }
  expect(codes.slice(5)).toEqual(Array(3).fill('core.tooManyTries'))
  const right = JSON.stringify({ name: '佐藤', pin: '123456', device: newId() })
  expect((await post('/api/session', right)).status).toBe(200)
})

test('telephone numbers and birthdays that are tried all at once are slowed like any others', async () => {
  const { post } = await servedCenter()
  const guess = (index: number) => {
    const by = { kind: 'phoneAndBirthDate', phone: `0901111${1000 + index}`, birthDate: '1990-04-01' } as const
    const envelope = { id: newId(), type: 'volunteers.checkInAgain', input: againForm(by), device: 'x' }
    return post('/api/commands', JSON.stringify(envelope))
  }
  const codes = await codesOf(await Promise.all(Array.from({ length: 12 }, (_, index) => guess(index))))
  expect(count(codes, 'volunteers.notRecognised')).toBe(5)
  expect(count(codes, 'core.tooManyTries')).toBe(7)
})

test('an asset has one name, and no way around it leads to another file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'web/assets'), { recursive: true })
  writeFileSync(join(folder, 'web/assets/page.js'), 'true')
  writeFileSync(join(folder, 'web/secret.json'), '{}')
  writeFileSync(join(folder, 'web-secret.json'), '{}')
  const app = new Hono<{ Bindings: HttpBindings }>()
  const nobody = {
    actorOf: async () => ({ kind: 'public', onThisMachine: false }) as const,
    requireProof: () => undefined,
  }
  new StaticFiles(join(folder, 'web'), 'live').addRoutes(new Routes(app, nobody))
  const status = async (path: string) => (await app.request(path)).status
  expect(await status('/assets/page.js')).toBe(200)
  const around = ['..%2fsecret.json', '.%2fpage.js', '..%2f..%2fweb-secret.json', '..', '%2e%2e', '..%5csecret.json']
  for (const way of [...around, '%00', 'page.js%00', '..%2fassets%2fpage.js', '%2fetc%2fpasswd', '']) {
    expect([way, await status(`/assets/${way}`)]).toEqual([way, 404])
  }
})
