import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { DrillFolder } from '#drills/core/drill-folder.ts'
import { scoreOfFile } from '#drills/score-drill.ts'
import { drillProcess, gone } from '#tests/support/drill-process.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Serves a drill from the command line, ends it as a person does, and looks at what is left of it. */
async function servedAndEnded(...end: string[]) {
  const data = mkdtempSync(join(tmpdir(), 'sasae-served-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const drill = await drillProcess('serve', 'first-20-minutes', '--data', data, '--port', '0', ...end)
  drill.child.kill('SIGINT')
  await gone(drill)
  const [left] = DrillFolder.all(join(data, 'served'))
  return { left, said: drill.said() }
}

test('a drill from the command line is gone once it is ended, and says so at its beginning', async () => {
  const { left, said } = await servedAndEnded()
  expect(left).toBeUndefined()
  expect(said).toContain('記録は消えます（残すには --end keep')
})

test('it is kept where that was asked for, and its score can be asked', async () => {
  const { left, said } = await servedAndEnded('--end', 'keep')
  expect(left?.note.ended).toBe('kept')
  expect(said).toContain(`npm run drill -- score ${left?.folder.file}`)
  expect((await scoreOfFile(left?.folder.file ?? '')).figures.length).toBeGreaterThan(10)
})

test('it is kept without its people where that was asked for', async () => {
  const { left } = await servedAndEnded('--end', 'seal')
  expect(left?.note.ended).toBe('sealed')
  expect(left?.note.score?.figures.length).toBeGreaterThan(10)
})
