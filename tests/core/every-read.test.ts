import { expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import { slices } from '#server/slices.ts'
import { newId } from '#shared/core/ids.ts'
import { reads } from '#shared/reads.ts'
import { emptyCenter } from '#tests/support/center.ts'

/** Walks the list, so that a new read is covered before its first own test. */
const all = Object.values(reads)
const readers = readersOf(slices('live'))
const stranger: Actor = { kind: 'public', onThisMachine: false }
const withoutRights: Actor = { kind: 'staff', staffId: newId(), sessionId: newId(), name: '大吾', capabilities: [] }
const mayAsk = (permission: string, { may }: (typeof all)[number]) => (may as readonly string[]).includes(permission)

test('every read is in the list once, and is answered', () => {
  expect([...readers.keys()].toSorted()).toEqual(all.map(({ name }) => name).toSorted())
})

test.each(all.map((read) => [read.name, read] as const))('%s refuses who may not, and nonsense', async (name, read) => {
  const { center } = await emptyCenter()
  const ask = (actor: Actor, input: unknown) => readFor(center, readers, actor, { name, input })
  if (!mayAsk('public', read)) {
    await expect(ask(stranger, {})).rejects.toMatchObject({ code: 'core.notSignedIn' })
    if (!mayAsk('staff', read)) await expect(ask(withoutRights, {})).rejects.toMatchObject({ code: 'core.notAllowed' })
  }
  const held = read.may.filter((one) => one !== 'public' && one !== 'staff') as never[]
  const allowed: Actor = mayAsk('system', read)
    ? { kind: 'system' }
    : mayAsk('setUp', read)
      ? { kind: 'setUp' }
      : { ...withoutRights, capabilities: held }
  for (const input of [null, 42, 'x', [], { words: 'x'.repeat(100_000) }])
    await expect(ask(allowed, input)).rejects.toMatchObject({ code: 'core.malformed' })
})
