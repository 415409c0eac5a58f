import { existsSync, renameSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { systemClock } from '#server/core/clock.ts'
import { checkFile } from '#server/database/check-file.ts'
import { prepareFolder } from '#server/database/data-folder.ts'
import { type FolderLock, lockFolder } from '#server/database/folder-lock.ts'
import { backupFolderOf, listCopies } from '#server/keeping/backups.ts'
import { acceptPlace, fileIn, findFile, isThere, type Sought } from '#server/keeping/find-file.ts'
import { makeKey, putKeyAside, readKey, saveKey, unlockKey } from '#server/keeping/key-store.ts'
import { offeredCopies } from '#server/keeping/offered-copies.ts'
import { readRecovery } from '#server/keeping/recovery-code.ts'
import { restoreBackup } from '#server/keeping/restore.ts'
import { leaveBehind, rememberCenter } from '#server/keeping/sentinel.ts'
import type { Remedy, Trouble } from '#server/keeping/trouble.ts'
import { TroubleDesk } from '#server/keeping/trouble-desk.ts'
import { troubleText } from '#server/keeping/trouble-page.ts'
import { badgeIn } from '#shared/access/badge.ts'
import { Problem } from '#shared/core/problem.ts'
import { keepingProblemTexts } from '#shared/texts/keeping-problems.ts'
import { troublePageTexts } from '#shared/texts/keeping-trouble.ts'
import { sentenceFor } from '#shared/texts/sentence-for.ts'

const { complaints } = troublePageTexts

/** A file that was found sound, with its key, and the folder that is this process's own. */
export interface Opened {
  file: string
  key: string
  dataFolder: string
  lock: FolderLock
}

interface Start {
  dataFolder: string
  configFolder: string
  port: number
  /** null where the folder cannot be written. */
  lock: FolderLock | null
  /** Says in the terminal, and on the screen, that a decision is waited for. */
  say: (title: string, address: string) => void
}

/** Looks for the center's file until it is found sound, asking the person at the laptop as often as it takes. */
export async function openKept({ port, say, lock, ...start }: Start): Promise<Opened> {
  const finder = new Finder({ ...start, lock })
  let desk: TroubleDesk | undefined
  for (;;) {
    const found = finder.find()
    if ('file' in found) {
      await desk?.settle()
      return { ...found, dataFolder: finder.sought.dataFolder }
    }
    if (!desk) {
      desk = await TroubleDesk.open(port)
      finder.lock?.listensAt(desk.port)
      say(troubleText(found).title, `http://localhost:${desk.port}`)
    }
    await finder.apply(await desk.ask(finder.viewOf(found)), found)
  }
}

/** Carries out what a person decided, and remembers what was wrong with it. */
class Finder {
  sought: Sought
  lock: FolderLock | null
  private complaint: string | null = null
  /** Where copies are looked for: beside the data, or where a person said they are. */
  private copies: string

  constructor({ lock, dataFolder, configFolder }: Pick<Start, 'dataFolder' | 'configFolder' | 'lock'>) {
    this.lock = lock
    const uncleanBefore = lock?.uncleanBefore ?? false
    this.copies = backupFolderOf(fileIn(dataFolder))
    this.sought = { dataFolder, configFolder, uncleanBefore, keyAtHand: null, acceptOlder: false, startNew: false }
  }

  find(): Opened | Trouble {
    this.lock ??= this.takeLock()
    const { lock, sought } = this
    if (!lock) return { kind: 'unwritable' }
    const found = findFile(sought)
    return 'file' in found ? { ...found, dataFolder: sought.dataFolder, lock } : found
  }

  /** The folder may be writable by now: the stick is in, the permission was given. */
  private takeLock(): FolderLock | null {
    const { dataFolder } = this.sought
    if (!prepareFolder(dataFolder)) return null
    const lock = lockFolder(dataFolder)
    if ('heldAtPort' in lock) return null
    this.sought.uncleanBefore = lock.uncleanBefore
    return lock
  }

  viewOf(trouble: Trouble) {
    const { complaint, copies, sought } = this
    const backups = offeredCopies(copies, sought.configFolder)
    return { trouble, folder: sought.dataFolder, backups, isThere, complaint }
  }

  async apply(remedy: Remedy, trouble: Trouble): Promise<void> {
    this.complaint = null
    if (remedy.act === 'words') this.complaint = this.useWords(remedy.typed, trouble)
    else if (remedy.act === 'badge') this.complaint = this.useBadge(remedy.typed)
    else if (remedy.act === 'folder') this.complaint = this.lookIn(remedy.folder, trouble)
    else if (remedy.act === 'restore') this.complaint = await this.restore(remedy.backup)
    else if (remedy.act === 'startNew') this.startNew()
    else if (remedy.act === 'acceptOlder') this.sought.acceptOlder = true
    else if (remedy.act === 'acceptPlace') acceptPlace(this.sought.configFolder, this.sought.dataFolder)
  }

  private useWords(typed: string, trouble: Trouble): string | null {
    const read = readRecovery(typed)
    if ('wrongLine' in read) return complaints.wrongLine(read.wrongLine)
    const { configFolder, dataFolder } = this.sought
    if (checkFile(fileIn(dataFolder), read.key) === 'unreadable') return complaints.otherKey
    this.sought.keyAtHand = read.key
    // A key that somebody locked stays locked; one that was missing or another's is replaced.
    if (trouble.kind === 'locked') return null
    putKeyAside(configFolder, stamp())
    saveKey(configFolder, read.key)
    return null
  }

  private useBadge(typed: string): string | null {
    const secret = badgeIn(typed)
    if (secret === null) return complaints.notABadge
    const key = unlockKey(this.sought.configFolder, secret)
    if (key === undefined) return complaints.wrongBadge
    this.sought.keyAtHand = key
    return null
  }

  /** Goes on from a copy, which is read whole before it takes the place of what is here. */
  private async restore(name: string): Promise<string | null> {
    const { dataFolder, configFolder, keyAtHand } = this.sought
    const copy = offeredCopies(this.copies, configFolder).find((one) => one.name === name)
    const state = readKey(configFolder)
    const key = keyAtHand ?? (state.kind === 'open' ? state.key : null)
    if (!copy || key === null) return complaints.noRestore
    const dataFile = fileIn(dataFolder)
    try {
      const asked = { dataFile, key, copy: copy.path, at: systemClock.now(), because: 'restored' } as const
      const { centerId, centerName, seq, lastAt } = (await restoreBackup(asked)).after
      // What comes after the copy is not missed: a person has decided to go back behind it.
      const known = { centerId, name: centerName, file: dataFile, lastSeq: seq, at: lastAt, leftBehind: false }
      rememberCenter(configFolder, known)
      return null
    } catch (error) {
      return error instanceof Problem ? sentenceFor(keepingProblemTexts, error, 'ja') : complaints.noRestore
    }
  }

  private lookIn(folder: string, trouble: Trouble): string | null {
    if (!isAbsolute(folder)) return complaints.noFolder
    if (existsSync(fileIn(folder))) return this.moveTo(folder)
    if (listCopies(folder).length > 0) {
      this.copies = folder
      return complaints.copiesFound
    }
    // Where nothing could ever be written nothing is left behind, so that an empty folder may take its place.
    const mayBeEmpty = trouble.kind === 'unwritable' && !existsSync(fileIn(this.sought.dataFolder))
    return mayBeEmpty ? this.moveTo(folder) : complaints.noFolder
  }

  private moveTo(folder: string): string | null {
    if (!prepareFolder(folder)) return complaints.unwritable
    try {
      const lock = lockFolder(folder)
      if ('heldAtPort' in lock) return complaints.noFolder
      this.lock?.release()
      this.lock = lock
      this.copies = backupFolderOf(fileIn(folder))
      this.sought = { ...this.sought, dataFolder: folder, uncleanBefore: lock.uncleanBefore }
      return null
    } catch {
      return complaints.noFolder
    }
  }

  /** What lies here is kept under another name, with its key; nothing is deleted. */
  private startNew(): void {
    const { dataFolder, configFolder } = this.sought
    const name = `aside_${stamp()}_sasae.db`
    for (const end of ['-wal', '-shm', '']) {
      const path = `${fileIn(dataFolder)}${end}`
      if (existsSync(path)) renameSync(path, join(dataFolder, `${name}${end}`))
    }
    leaveBehind(configFolder)
    if (readKey(configFolder).kind !== 'open') {
      putKeyAside(configFolder, stamp())
      makeKey(configFolder)
    }
    this.sought = { ...this.sought, startNew: true, keyAtHand: null }
  }
}

const stamp = () => systemClock.now().replaceAll(/[-:.]/g, '')
