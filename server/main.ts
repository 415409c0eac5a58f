import { join } from 'node:path'
import { openCenter } from '#server/app.ts'
import { systemClock } from '#server/core/clock.ts'
import { theOutside } from '#server/core/outside.ts'
import { DataFolderProblem, lockFolder, prepareFolder, readOrMakeKey } from '#server/database/data-folder.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { readSettings, SettingProblem, type Settings } from '#server/env.ts'
import { DiskWatch } from '#server/keeping/disk-room.ts'
import { serveCenter } from '#server/transport/serve.ts'
import { printWelcome } from '#server/transport/welcome.ts'

function openFile(file: string, key: string) {
  try {
    return openDatabaseFile(file, key)
  } catch {
    throw new DataFolderProblem(
      `データのファイル「${file}」を開けません。傷んでいるか、別のかぎで作られています。ファイルはそのままにしてあります。控えから戻すか、詳しい人に見せてください。`,
    )
  }
}

async function start(settings: Settings): Promise<void> {
  prepareFolder(settings.dataFolder)
  const lock = lockFolder(settings.dataFolder, settings.port)
  process.on('exit', () => lock.release())
  const file = join(settings.dataFolder, 'sasae.db')
  const key = readOrMakeKey(settings.configFolder, file)
  const driver = openFile(file, key)
  const center = await openCenter({ driver, clock: systemClock, kind: 'live' })
  const room = new DiskWatch(settings.dataFolder, center.keeping)
  const keeper = {
    ...settings,
    file,
    key,
    // Until somebody watches over this process, a person starts it again.
    restart: () => false,
    releaseReserve: () => room.release(),
  }
  const served = await serveCenter(center, settings.port, theOutside, keeper)
  await printWelcome(center, served)
  const stop = () => void served.close().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Says in a sentence what a person must do; anything unexpected keeps its trace, for it is a bug. */
function explain(error: unknown, port: number | undefined): string {
  if (error instanceof DataFolderProblem || error instanceof SettingProblem) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `ポート ${port} は、ほかのプログラムが使っています。--port 8081 のように別の番号で始めてください。`
  if (code === 'EACCES')
    return `ポート ${port} を使う許可がありません。--port 8080 のように 1024 以上の番号で始めてください。`
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return '使える指定は --port と --data だけです。例: npm start -- --port 8080 --data ./data'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

let settings: Settings | undefined
try {
  settings = readSettings(process.argv.slice(2))
  await start(settings)
} catch (error) {
  console.error(explain(error, settings?.port))
  process.exit(1)
}
