import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { slices } from '#server/slices.ts'
import { commands } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { emptyCenter } from '#tests/support/center.ts'

/**
 * Walks the registry, so that a new command is covered before its first own test: nobody without the right gets in,
 * nothing unfit is taken, and nothing is written by either.
 */
const root = resolve(import.meta.dirname, '../..')
const all = Object.values(commands)
const stranger: Actor = { kind: 'public', onThisMachine: false }
const withoutRights: Actor = { kind: 'staff', staffId: newId(), sessionId: newId(), name: '大吾', capabilities: [] }

const envelope = (type: string, input: unknown) => ({ id: newId(), type, input, device: 'test' })
const open = (permission: string) => (command: (typeof all)[number]) =>
  (command.may as readonly string[]).includes(permission)

describe('every command', () => {
  test('is in the registry once, and has a handler', () => {
    const handled = slices('live').flatMap(({ handlers }) => handlers.map(({ command }) => command.name))
    expect(handled.toSorted()).toEqual(all.map(({ name }) => name).toSorted())
    expect(new Set(handled).size).toBe(handled.length)
  })

  test.each(all.filter((command) => !open('public')(command)).map(({ name }) => [name]))(
    '%s refuses a stranger',
    async (name) => {
      const { center } = await emptyCenter()
      await expect(center.execute(stranger, envelope(name, {}))).rejects.toMatchObject({ code: 'core.notSignedIn' })
      expect(center.health.seq).toBe(0)
    },
  )

  test.each(all.filter((command) => !open('public')(command) && !open('staff')(command)).map(({ name }) => [name]))(
    '%s refuses someone at a desk without the right',
    async (name) => {
      const { center } = await emptyCenter()
      await expect(center.execute(withoutRights, envelope(name, {}))).rejects.toMatchObject({ code: 'core.notAllowed' })
      expect(center.health.seq).toBe(0)
    },
  )

  test.each(all.map((command) => [command.name, command] as const))('%s refuses unfit input', async (name, command) => {
    const { center } = await emptyCenter()
    const actor = actorFor(command)
    for (const input of [null, 42, 'x', [], { attendanceId: 'no id', text: 'x'.repeat(100_000) }]) {
      await expect(center.execute(actor, envelope(name, input))).rejects.toMatchObject({ code: 'core.unfitInput' })
    }
    expect(center.health.seq).toBe(0)
  })
})

/** The text of every test and of the days that play themselves. */
function everythingSent(): string {
  const files = globSync(['tests/**/*.test.ts', 'tests/support/*.ts', 'drills/**/*.ts'], { cwd: root })
  return files.map((file) => readFileSync(resolve(root, file), 'utf8')).join('\n')
}

// Tests send through a Sender, which sends each accepted command twice; what no test sends would be left out of that.
test('every command is sent, and so sent twice, by a test or a day that plays itself', () => {
  const sent = everythingSent()
  const unsent = all.map(({ name }) => name).filter((name) => !sent.includes(`'${name}'`))
  expect(unsent).toEqual([])
})

/** Someone who may send this command as far as the door can tell. */
function actorFor(command: (typeof all)[number]): Actor {
  const [first] = command.may
  if (first === 'setUp') return { kind: 'setUp' }
  if (first === 'system') return { kind: 'system' }
  if (first === 'self' || first === 'member' || first === 'leader') return { kind: 'volunteer', attendanceId: newId() }
  if (first === 'public') return stranger
  const held = first === 'staff' ? [] : [first]
  return { kind: 'staff', staffId: newId(), sessionId: newId(), name: '愛子', capabilities: held }
}
