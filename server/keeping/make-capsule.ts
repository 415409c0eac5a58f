import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { changeKey, copyInto, type FileFacts, factsOf, openToRead } from '#server/database/copy-file.ts'
import { shortCenter, sweepUnfinished, unfinishedName } from '#server/keeping/backups.ts'
import { inspectFile } from '#server/keeping/inspect-copy.ts'
import { syncFile, syncFolder } from '#server/keeping/sync-file.ts'
import { newSecret } from '#shared/core/ids.ts'
import { copyDiffers } from '#shared/keeping/copy-problems.ts'

/** A hand-over: everything the center has, in one file under a key of its own, which never travels in it. */
export interface CapsuleRequest {
  file: string
  key: string
  folder: string
  capsuleKey: string
  at: string
}

export interface MadeCapsule {
  name: string
  path: string
  facts: FileFacts
}

/** Seals a copy of a center that writes no more, reads it again with the key on the sheet, and only then names it. */
export function makeCapsule({ file, key, folder, capsuleKey, at }: CapsuleRequest): MadeCapsule {
  mkdirSync(folder, { recursive: true })
  sweepUnfinished(folder)
  const unfinished = join(folder, unfinishedName(newSecret()))
  try {
    const facts = copyOf(file, key, unfinished)
    changeKey(unfinished, key, capsuleKey)
    syncFile(unfinished)
    const sealed = inspectFile(unfinished, capsuleKey)
    if (sealed.head !== facts.head || sealed.lineage !== facts.lineage) throw copyDiffers({})
    const name = `${shortCenter(facts.centerId)}_${facts.seq}_${at.replaceAll(/[-:.]/g, '')}.sasae-handover`
    const path = join(folder, name)
    if (existsSync(path)) throw copyDiffers({})
    renameSync(unfinished, path)
    syncFolder(folder)
    return { name, path, facts }
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function copyOf(file: string, key: string, target: string): FileFacts {
  const source = openToRead(file, key)
  try {
    copyInto(source, target)
    const facts = factsOf(source)
    const copied = openToRead(target, key)
    try {
      if (factsOf(copied).head !== facts.head) throw copyDiffers({})
    } finally {
      copied.close()
    }
    return facts
  } finally {
    source.close()
  }
}
