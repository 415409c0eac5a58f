import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readArguments } from '#drills/arguments.ts'
import { scoreOfFile } from '#drills/score-drill.ts'
import { openCenter } from '#server/app.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { newSecret } from '#shared/core/ids.ts'
import { deskSenders, pinCost, setUpAndOpen, TestClock } from '#tests/support/center.ts'
import { givenWaiting } from '#tests/support/given-dispatch.ts'
import { figureIn } from '#tests/support/small-day.ts'

test('the file of a kept drill is scored by the key beside it, and no act is added', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'drill.db')
  await expect(scoreOfFile(file)).rejects.toThrow('というファイルはありません。')
  const key = newSecret() + newSecret()
  writeFileSync(join(folder, 'key'), key)
  const center = await openCenter({
    driver: openDatabaseFile(file, key),
    clock: new TestClock(),
    kind: 'drill',
    pinCost,
  })
  await setUpAndOpen(center)
  await givenWaiting(deskSenders(center).phone, 2)
  const { seq } = center.health
  await center.close()
  const before = readFileSync(file)
  const score = await scoreOfFile(file)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(figureIn(score, 'notSentHome')).toMatchObject({ value: 2, points: { got: 3, of: 5 }, seqs: [seq - 1, seq] })
  expect(await scoreOfFile(file)).toEqual(score)
})

test('the command line says whose score is asked for', () => {
  expect(readArguments(['score', 'kept.db'])).toEqual({ act: 'score', of: { file: 'kept.db' } })
  expect(readArguments(['score', '--scenario', 'first-day', '--seed', '7'])).toMatchObject({
    of: { scenario: { name: 'first-day', seed: 7 } },
  })
  expect(() => readArguments(['score'])).toThrow('使い方')
})
