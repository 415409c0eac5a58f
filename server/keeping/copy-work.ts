import { checkFile, type FileVerdict } from '#server/database/check-file.ts'
import { type BackupRequest, type MadeBackup, makeBackup } from '#server/keeping/backup.ts'
import { fsyncMicroseconds } from '#server/keeping/fsync-probe.ts'
import type { compareWithPresent } from '#server/keeping/inspect-copy.ts'
import { type CapsuleRequest, type MadeCapsule, makeCapsule } from '#server/keeping/make-capsule.ts'
import { type MadePiece, makePiece, type PieceRequest } from '#server/keeping/make-piece.ts'
import { compareCopy } from '#server/keeping/whole-copy.ts'

/** What the thread for copies can be asked. */
export interface CopyWork {
  backup: { asked: BackupRequest; answer: MadeBackup }
  piece: { asked: PieceRequest; answer: MadePiece }
  compare: {
    asked: { dataFile: string; key: string; copy: string; copyKey: string }
    answer: ReturnType<typeof compareWithPresent>
  }
  capsule: { asked: CapsuleRequest; answer: MadeCapsule }
  check: { asked: { file: string; key: string }; answer: FileVerdict }
  fsync: { asked: { folder: string }; answer: ReturnType<typeof fsyncMicroseconds> }
}

export type CopyOrder = { [K in keyof CopyWork]: { kind: K; asked: CopyWork[K]['asked'] } }[keyof CopyWork]

/** Carries out one order; only the thread for copies and programs without a server call it. */
export async function carryOut(order: CopyOrder): Promise<CopyWork[keyof CopyWork]['answer']> {
  if (order.kind === 'backup') return makeBackup(order.asked)
  if (order.kind === 'piece') return makePiece(order.asked)
  if (order.kind === 'capsule') return makeCapsule(order.asked)
  if (order.kind === 'check') return checkFile(order.asked.file, order.asked.key)
  if (order.kind === 'fsync') return fsyncMicroseconds(order.asked.folder)
  const { dataFile, key, copy, copyKey } = order.asked
  return compareCopy(dataFile, key, copy, copyKey)
}
