import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { FoundNeeds } from '#shared/needs/reads.ts'
import { ask } from '#web/core/ask.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import type { NeedShelves } from '#web/needs/selectors.ts'

const nothing: FoundNeeds = { needs: [], households: [], contacts: [] }

/** Closed needs of earlier weeks that a search on the server brought; a device holds only the latest. */
const older = signal({ staffId: '', words: '', found: nothing })

/** What one person may see is not left for the next who sits down. */
const sitter = () => session.value?.staff?.staffId ?? ''

export const searchingOlder = signal(false)

async function search(words: string, householdIds: readonly string[]): Promise<void> {
  searchingOlder.value = true
  const reply = await ask('needs.findNeeds', { words, householdIds: [...householdIds] })
  searchingOlder.value = false
  if (reply.kind === 'done') older.value = { staffId: sitter(), words, found: reply.body }
}

/** Brings the needs of households that a refusal named. */
export const searchHouseholds = (householdIds: readonly string[]) => search('', householdIds)

/** Looks on the server too for what is being typed, once the hands rest for a moment. */
export function useOlderNeeds(words: string): void {
  useEffect(() => {
    if (words.trim().length < 3) return
    const timer = setTimeout(() => void search(words, []), 400)
    return () => clearTimeout(timer)
  }, [words])
}

/** The needs that the server found by these very words. */
export function foundBy(words: string): ReadonlySet<string> {
  const { staffId, words: asked, found } = older.value
  return new Set(staffId === sitter() && asked === words ? found.needs.map(({ id }) => id) : [])
}

function withOlder<R extends { id: string }>(held: readonly R[], brought: readonly R[]): readonly R[] {
  const ids = new Set(held.map(({ id }) => id))
  const added = brought.filter(({ id }) => !ids.has(id))
  return added.length === 0 ? held : [...held, ...added]
}

/** Everything this desk knows of needs: what it holds, and what a search brought. */
export function needShelves(): NeedShelves {
  const { needs, contacts, households } = older.value.staffId === sitter() ? older.value.found : nothing
  return {
    needs: withOlder(store.all('need'), needs),
    contacts: withOlder(store.all('needContact'), contacts),
    households: withOlder(store.all('household'), households),
  }
}
