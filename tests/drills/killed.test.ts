import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { DrillFolder } from '#drills/core/drill-folder.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { openDrillOnFile } from '#drills/open-drill.ts'
import { Witness } from '#drills/summary/witness.ts'
import { drillProcess, gone } from '#tests/support/drill-process.ts'
import { failedOf } from '#tests/support/drill-until.ts'

vi.setConfig({ testTimeout: 180_000 })

const seqAt = async (port: number) => {
  const state: unknown = await (await fetch(`http://localhost:${port}/healthz`)).json()
  return typeof state === 'object' && state !== null && 'seq' in state ? Number(state.seq) : 0
}

async function killAfterSomeActs(drill: Awaited<ReturnType<typeof drillProcess>>): Promise<void> {
  const { child, port } = drill
  const before = await seqAt(port)
  await vi.waitFor(async () => expect(await seqAt(port)).toBeGreaterThan(before + 25), { timeout: 60_000 })
  child.kill('SIGKILL')
  await gone(drill)
}

test('a served drill that is killed twice in the middle goes on and ends as it should, with nobody twice', async () => {
  const data = mkdtempSync(join(tmpdir(), 'sasae-killed-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const place = ['--data', data, '--port', '0']
  await killAfterSomeActs(await drillProcess('serve', 'first-day', '--speed', '600', ...place))
  await killAfterSomeActs(await drillProcess('serve', '--resume', ...place))
  // The rest is played without waiting for the clock.
  const [{ folder, note } = { folder: undefined, note: undefined }] = DrillFolder.all(join(data, 'served'))
  if (!folder || !note) throw new Error('nothing was left to take up')
  const drill = await openDrillOnFile(readScenario(note.scenario), folder)
  const witness = await Witness.of(drill.center)
  await prepareDrill(drill)
  await playUntil(drill)
  expect(await failedOf(drill, witness)).toEqual([])
  const names = witness.last('attendance').map(({ name }) => name)
  expect([names.length, new Set(names).size]).toEqual([78, 78])
  await drill.center.close()
})
