import { expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import type { RunningCenter } from '#server/running-center.ts'
import { slices } from '#server/slices.ts'
import { newSecret } from '#shared/core/ids.ts'
import type { CenterProofs } from '#shared/keeping/reads.ts'
import { deskSenders } from '#tests/support/center.ts'
import { runningCenter } from '#tests/support/kept-center.ts'

const readers = readersOf(slices('live'))

function prove({ center }: RunningCenter, word: string, actor: Actor = deskSenders(center).daigo.actor) {
  return readFor(center, readers, actor, { name: 'keeping.proveCenter', input: { word } }) as Promise<CenterProofs>
}

test('a center is known at its next laptop by what only its own staff are told, and no other center is', async () => {
  const { running } = await runningCenter()
  const word = newSecret()
  const told = await prove(running, word)
  expect(told.toOld).not.toBe(told.toNew)
  const { path } = await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })
  await running.archive.restore({ copy: path, because: 'restored' })
  expect(await prove(running, word)).toEqual(told)
  expect(await prove(running, newSecret())).not.toEqual(told)
  await expect(prove(running, word, { kind: 'public', onThisMachine: true })).rejects.toMatchObject({
    code: 'core.notSignedIn',
  })
  const other = await runningCenter()
  expect(await prove(other.running, word)).not.toEqual(told)
})

test('for a day after a center went on from a copy, reception says how to take along what an old page keeps', async () => {
  const { running, clock, address } = await runningCenter()
  const reception = async () =>
    (await fetch(`${address()}/reception?lang=ja`, { headers: { connection: 'close' } })).text()
  expect(await reception()).not.toContain('まえのアドレスの画面')
  const { path } = await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: true })
  await running.archive.restore({ copy: path, because: 'restored' })
  expect(await reception()).toContain(`「センターのアドレスが変わったとき」を押し、${new URL(address()).host} と入れる`)
  clock.pass(24 * 60)
  expect(await reception()).not.toContain('まえのアドレスの画面')
})
