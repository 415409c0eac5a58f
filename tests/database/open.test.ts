import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabaseFile } from '#server/database/open.ts'
import { newSecret } from '#shared/core/ids.ts'

// Apple's disks take a plain fsync for a wish; SQLite keeps the two settings on every system and obeys them there.
test('every opening of a file asks for the whole way to the disk, also at a checkpoint, and wipes what is deleted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-open-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const key = newSecret() + newSecret()
  for (let opening = 0; opening < 2; opening++) {
    const driver = openDatabaseFile(join(folder, 'sasae.db'), key)
    const set = (name: string): unknown => driver.pragma(name, { simple: true })
    expect(set('synchronous')).toBe(2)
    expect(set('fullfsync')).toBe(1)
    expect(set('checkpoint_fullfsync')).toBe(1)
    expect(set('secure_delete')).toBe(1)
    expect(set('journal_mode')).toBe('wal')
    driver.close()
  }
})
