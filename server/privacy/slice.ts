import { onItsOwn } from '#server/core/bug.ts'
import type { Slice } from '#server/core/slice.ts'
import { eraseWhatCameBack, followErased } from '#server/privacy/erase-again.ts'
import { ErasedBook } from '#server/privacy/erased-book.ts'
import { privacyHandlers } from '#server/privacy/handlers.ts'

/** What becomes of people's data: erased where it is asked for or no longer needed. Stands above all other slices. */
export function privacySlice(): Slice {
  const book = new ErasedBook()
  return {
    name: 'privacy',
    handlers: privacyHandlers(book),
    feeds: [],
    follow: followErased,
    routes: ({ center, keeper }) => {
      if (!keeper) return
      book.openIn(keeper.dataFolder)
      onItsOwn('what was erased before', eraseWhatCameBack(center, book))
    },
  }
}
