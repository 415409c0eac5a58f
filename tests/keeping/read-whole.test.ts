import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCenterOnFile } from '#server/app.ts'
import { systemClock } from '#server/core/clock.ts'
import { checkFile } from '#server/database/check-file.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { readWholeInTurn } from '#server/keeping/read-whole.ts'
import { expectConsoleError } from '#tests/support/expected-errors.ts'

const key = '0123456789abcdef'.repeat(4)

/** A center's file with so much behind it that a start looks at its newest lines alone. */
async function longFile(folder: string): Promise<string> {
  const file = join(folder, 'sasae.db')
  const center = await openCenterOnFile({ file, key, clock: systemClock, kind: 'live' })
  await center.close()
  const driver = openDatabaseFile(file, key)
  const insert = driver.prepare('insert into event_input (seq, input) values (?, ?)')
  driver.transaction(() => {
    for (let seq = 1; seq <= 40; seq++) insert.run(seq, 'x'.repeat(1024 * 1024))
  })()
  driver.close()
  return file
}

function damageTheMiddle(file: string): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.from('damage'), 0, 6, Math.floor(statSync(file).size / 2))
  closeSync(handle)
}

test('damage in the middle of a long file stops the writing once the whole is read, after a start that did not wait', async () => {
  expectConsoleError(/writing has stopped/)
  const folder = mkdtempSync(join(tmpdir(), 'sasae-whole-'))
  const file = await longFile(folder)
  expect(checkFile(file, key)).toBe('sound')
  damageTheMiddle(file)
  expect(checkFile(file, key, 'start')).toBe('sound')
  expect(checkFile(file, key)).toBe('damaged')

  const center = await openCenterOnFile({ file, key, clock: systemClock, kind: 'live' })
  const leave = readWholeInTurn(center, file, key, { afterMs: 0, everyMs: 3_600_000 })
  await expect.poll(() => center.health.reason, { timeout: 20_000 }).toBe('damaged')
  leave()
  await center.close()
  rmSync(folder, { recursive: true })
})
