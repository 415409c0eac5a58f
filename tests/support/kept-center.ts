import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCenterOnFile } from '#server/app.ts'
import { RunningCenter } from '#server/running-center.ts'
import type { HttpsWish } from '#server/transport/serve.ts'
import { newSecret } from '#shared/core/ids.ts'
import { deskSenders, setUpAndOpen, TestClock } from '#tests/support/center.ts'
import { noOutside } from '#tests/support/no-outside.ts'

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A center on a real encrypted file, set up and with its day open; the test closes it. */
export async function centerOnFile(folder = newFolder(), key = newSecret() + newSecret()) {
  const clock = new TestClock()
  const file = join(folder, 'sasae.db')
  const center = await openCenterOnFile({ file, key, clock, kind: 'live' })
  if (center.health.seq === 0) await setUpAndOpen(center)
  return { folder, file, key, clock, ...deskSenders(center) }
}

/** The same behind a real port, with all that looks after its copies. */
export async function runningCenter(
  wishes: { folder?: string; key?: string; setUp?: boolean; https?: HttpsWish } = {},
) {
  const { folder = newFolder(), key = newSecret() + newSecret() } = wishes
  const clock = new TestClock()
  const file = join(folder, 'sasae.db')
  const running = await RunningCenter.start({ file, key, clock, port: 0, outside: noOutside, https: wishes.https })
  onTestFinished(() => running.close())
  if (wishes.setUp !== false && running.center.health.seq === 0) await setUpAndOpen(running.center)
  const address = () => `http://127.0.0.1:${running.served.port}`
  return { folder, file, key, clock, running, address }
}
