import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { answerRead, type Reading } from '#server/core/reads.ts'
import { type Archive, shownFacts } from '#server/keeping/archive.ts'
import { type Backup, listCopies as copiesIn, type Piece } from '#server/keeping/backups.ts'
import { type EpochState, movingProofs, readEpochState } from '#server/keeping/epoch.ts'
import type { compareWithPresent } from '#server/keeping/inspect-copy.ts'
import { landingPlaces, plugged } from '#server/keeping/sticks.ts'
import type { CopyPlace } from '#shared/keeping/copies.ts'
import { copyMissing, noFile } from '#shared/keeping/copy-problems.ts'
import {
  type CopiesShown,
  findCapsules,
  listCopies,
  previewRestore,
  proveCenter,
  type ShownCopy,
} from '#shared/keeping/reads.ts'

/** The path of a copy that is on one of the two lists; nothing else can be named from a screen. */
export function pathOf(archive: Archive, secondFolder: string, of: { name: string; place: CopyPlace }): string {
  const folder = of.place === 'here' ? archive.folder : secondFolder
  const found = folder === '' ? undefined : copiesIn(folder).find(({ name }) => name === of.name)
  if (!found) throw copyMissing({ file: of.name })
  return found.path
}

const shown =
  (place: CopyPlace) =>
  ({ name, seq, at, reason, bytes }: Backup | Piece): ShownCopy => ({ name, place, seq, at, reason, bytes })

function handOverShown(archive: Archive, state: EpochState): CopiesShown['handOver'] {
  if (state.handedOverAt === null) {
    return { state: archive.sealing === 'failed' ? 'failed' : 'none', path: '', at: '' }
  }
  const sealed = archive.sealed ? 'sealed' : 'handedOver'
  const now = archive.sealing === 'sealing' ? 'sealing' : sealed
  return { state: now, path: archive.sealed?.path ?? '', at: state.handedOverAt }
}

function restoredShown({ restored }: Archive): CopiesShown['restored'] {
  if (!restored) return null
  const { from, at, before, after, aside = '' } = restored
  return { from, at, aside, before: before ? shownFacts(before) : null, after: shownFacts(after) }
}

async function copiesShown(archive: Archive, { tx }: Reading): Promise<CopiesShown> {
  const state = await readEpochState(tx)
  const present = archive.isPlugged(state.secondFolder)
  const { problem } = archive
  return {
    copies: [
      ...copiesIn(archive.folder).map(shown('here')),
      ...(present ? copiesIn(state.secondFolder).map(shown('second')) : []),
    ].sort((one, other) => other.at.localeCompare(one.at)),
    folder: archive.folder,
    second: { folder: state.secondFolder, present, last: archive.second },
    sticks: plugged(),
    problem: problem && { code: problem.code, details: { ...problem.details } },
    busy: archive.busy > 0,
    handOver: handOverShown(archive, state),
    met: archive.met,
    restored: restoredShown(archive),
  }
}

const ending = '.sasae-handover'

function capsulesIn(folder: string) {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ path: join(folder, name), name, bytes: statSync(join(folder, name)).size }))
  } catch {
    // A stick that was just pulled, or a folder that is not ours to read.
    return []
  }
}

export const copyReaders = (archive: Archive | undefined) => [
  answerRead(listCopies, async (reading) => {
    if (!archive) throw noFile({})
    return copiesShown(archive, reading)
  }),
  answerRead(previewRestore, async ({ tx }, of) => {
    if (!archive) throw noFile({})
    const { secondFolder } = await readEpochState(tx)
    const { copy, now, relation } = (await archive.compare(pathOf(archive, secondFolder, of))) as ReturnType<
      typeof compareWithPresent
    >
    return { copy: shownFacts(copy), now: now ? shownFacts(now) : null, relation }
  }),
  answerRead(findCapsules, async () => ({ capsules: landingPlaces().flatMap(capsulesIn) })),
  answerRead(proveCenter, async ({ tx }, { word }) => movingProofs(await readEpochState(tx), word)),
]
