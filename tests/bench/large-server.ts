import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCenter } from '#server/app.ts'
import { systemClock } from '#server/core/clock.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { largeCenterFile } from '#tests/support/large-center.ts'

/** The real center in the middle of its largest day, on a copy of the file that benches share. */
const folder = mkdtempSync(join(tmpdir(), 'sasae-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'sasae.db')
copyFileSync(await largeCenterFile(), file)
const center = await openCenter({ driver: openDatabaseFile(file, 'bench'), clock: systemClock, kind: 'live' })
const { port } = await serveCenter(center, 0)
process.send?.({ port })
process.on('SIGTERM', () => process.exit(0))
