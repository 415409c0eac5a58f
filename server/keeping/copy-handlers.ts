import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { findCenter } from '#server/center/centers.ts'
import { onItsOwn } from '#server/core/bug.ts'
import { lastOf } from '#server/core/event-log.ts'
import { handle } from '#server/core/handlers.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { folderMark } from '#server/keeping/backup.ts'
import { pathOf } from '#server/keeping/copy-readers.ts'
import { raiseEpoch, readEpochState } from '#server/keeping/epoch.ts'
import { alreadySetUp } from '#shared/center/problems.ts'
import { newId } from '#shared/core/ids.ts'
import { changedMeanwhile } from '#shared/core/problems.ts'
import {
  handOverCenter,
  makeBackup,
  restoreCopy,
  setSecondFolder,
  takeBackCenter,
  takeOverCenter,
} from '#shared/keeping/commands.ts'
import { folderUnfit, noFile } from '#shared/keeping/copy-problems.ts'
import { newerCenter } from '#shared/keeping/problems.ts'

function required(archive: Archive | undefined): Archive {
  if (!archive) throw noFile({})
  return archive
}

/** The answer to whoever pressed goes out first; then the center closes around the work. */
const answerGoesFirstMs = 300

function soon(what: string, work: () => Promise<unknown>): void {
  setTimeout(() => onItsOwn(what, work()), answerGoesFirstMs)
}

const makeBackupHandler = (archive: Archive | undefined) =>
  handle(makeBackup, async (work, { emptierIsMeant }) => {
    const { secondFolder } = await readEpochState(work.tx)
    const copying = required(archive)
    // The copy holds this line too: it is made after the commit, and the panel says when it is done.
    work.afterCommit(() => {
      copying.makeBackup('button', { secondFolder, emptierIsMeant }).catch(() => undefined)
    })
  })

/** A folder is marked, so that the empty place where a stick was is told from the stick. */
function markFolder(folder: string): void {
  try {
    if (!statSync(folder).isDirectory()) throw folderUnfit({ folder })
    writeFileSync(join(folder, folderMark), 'Sasae: copies of a volunteer center lie here.\n')
  } catch {
    throw folderUnfit({ folder })
  }
}

const setSecondFolderHandler = (archive: Archive | undefined) =>
  handle(setSecondFolder, async (work, { folder, basedOn }) => {
    required(archive)
    const { secondFolder } = await readEpochState(work.tx)
    if (secondFolder !== basedOn && secondFolder !== folder)
      throw changedMeanwhile(await lastOf(work.tx, setSecondFolder))
    if (folder !== '') markFolder(folder)
    await work.tx.executeQuery(CompiledQuery.raw('update keeping_state set second_folder = ? where id = 1', [folder]))
  })

const restoreCopyHandler = (archive: Archive | undefined) =>
  handle(restoreCopy, async (work, { name, place }) => {
    const copying = required(archive)
    const { secondFolder } = await readEpochState(work.tx)
    const copy = pathOf(copying, secondFolder, { name, place })
    work.describe({ copy: name })
    work.afterCommit(() => soon('restore', () => copying.restore({ copy, because: 'restored' })))
  })

/** Marks the file first: whatever was accepted by then goes over, and nothing is accepted after it. */
const handOverHandler = (archive: Archive | undefined) =>
  handle(handOverCenter, async (work) => {
    const copying = required(archive)
    await work.tx.executeQuery(
      CompiledQuery.raw('update keeping_state set handed_over_at = ? where id = 1', [work.now]),
    )
    work.afterCommit(() => {
      copying.center?.stopWriting('handedOver')
      onItsOwn(
        'hand-over',
        copying.seal().catch(() => goOnHere(copying)),
      )
    })
  })

/** Nothing was sealed, so nobody else can go on: this laptop does. */
async function goOnHere({ center }: Archive): Promise<void> {
  await center?.execute({ kind: 'system' }, { id: newId(), type: takeBackCenter.name, input: {}, device: '' })
}

const takeBackHandler = (archive: Archive | undefined) =>
  handle(takeBackCenter, async (work) => {
    const copying = required(archive)
    if (copying.met === 'newer') throw newerCenter({})
    const { epoch } = await readEpochState(work.tx)
    // Above what the sealed file would become where it is opened all the same.
    await raiseEpoch(work.tx, { above: epoch + 1, because: 'takenBack', at: work.now })
    work.afterCommit(() => {
      if (copying.sealed) rmSync(copying.sealed.path, { force: true })
      copying.sealed = null
      copying.center?.resumeWriting()
    })
  })

/** The code as it is typed from paper: in groups, with either kind of letters. */
const plainCode = (code: string) => code.toLowerCase().replace(/[^0-9a-f]/g, '')

const takeOverHandler = (archive: Archive | undefined) =>
  handle(
    takeOverCenter,
    async (work, { path, code }) => {
      const existing = await findCenter(work.tx)
      if (existing) throw alreadySetUp({ name: existing.name })
      const asked = { copy: path, copyKey: plainCode(code), because: 'takenOver' } as const
      const copying = required(archive)
      work.afterCommit(() => soon('take-over', () => copying.restore(asked)))
    },
    {
      async prepare(input) {
        await required(archive).compare(input.path, plainCode(input.code))
        return input
      },
    },
  )

export const copyHandlers = (archive: Archive | undefined) => [
  makeBackupHandler(archive),
  setSecondFolderHandler(archive),
  restoreCopyHandler(archive),
  handOverHandler(archive),
  takeBackHandler(archive),
  takeOverHandler(archive),
]
