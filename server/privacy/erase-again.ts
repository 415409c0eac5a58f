import type { OpenCenter } from '#server/core/open-center.ts'
import type { Change, UnitOfWork } from '#server/core/unit-of-work.ts'
import { eraseSubject, erases } from '#server/privacy/erase-subject.ts'
import { allErased, erasedAmong } from '#server/privacy/erased.ts'
import type { ErasedBook } from '#server/privacy/erased-book.ts'
import { newId } from '#shared/core/ids.ts'
import { eraseAgain } from '#shared/privacy/commands.ts'
import type { Subject } from '#shared/privacy/erasure.ts'

const atOnce = 200

const missingIn = (known: readonly Subject[], wanted: readonly Subject[]) => {
  const ids = new Set(known.map(({ id }) => id))
  return wanted.filter(({ id }) => !ids.has(id))
}

/** Brings the file and the book beside it together: after a restore, whoever was erased since is erased again. */
export async function eraseWhatCameBack(center: OpenCenter, book: ErasedBook): Promise<void> {
  const { done, due } = await center.read(allErased)
  const inBook = await book.read()
  const back = [...due, ...missingIn([...done, ...due], inBook)]
  for (let from = 0; from < back.length; from += atOnce) {
    const input = { subjects: back.slice(from, from + atOnce) }
    await center.execute({ kind: 'system' }, { id: newId(), type: eraseAgain.name, input, device: 'server' })
  }
  await book.add(missingIn(inBook, [...done, ...due]))
}

/** By which field a record says whose it is. */
function ownerOf({ kind, record }: Change): string | undefined {
  const fields: Record<string, unknown> = { ...record }
  const owner = kind === 'attendance' ? fields.personId : kind === 'need' ? fields.householdId : fields.id
  return typeof owner === 'string' ? owner : undefined
}

const owned: readonly Change['kind'][] = [
  'person',
  'attendance',
  'registration',
  'household',
  'need',
  'registeredGroup',
]

/**
 * A phone that offers an act again after a restore must not bring back whom it was about: the act is kept, for it
 * happened, and what it says of somebody who was erased is erased in the same commit.
 */
export async function followErased(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  if (erases(work)) return
  const ids = changes.filter(({ kind }) => owned.includes(kind)).map(ownerOf)
  const back = await erasedAmong(work.tx, [...new Set(ids.filter((id) => id !== undefined))])
  if (back.length === 0) return
  for (const one of back) await eraseSubject(work, one)
  work.forgetInput()
}
