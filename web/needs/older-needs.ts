import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { SentRecord } from '#shared/core/patch.ts'
import type { Household } from '#shared/households/household.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import { request } from '#web/core/request.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import type { NeedShelves } from '#web/needs/selectors.ts'

/** Closed needs of earlier weeks that a search on the server brought; a device holds only the latest. */
const older = signal<{ staffId: string; records: readonly SentRecord[] }>({ staffId: '', records: [] })

/** What one person may see is not left for the next who sits down. */
const sitter = () => session.value?.staff?.staffId ?? ''

export const searchingOlder = signal(false)

async function search(words: string, householdIds: readonly string[]): Promise<void> {
  searchingOlder.value = true
  // By POST: no name or number may stand in an address.
  const reply = await request<{ records: SentRecord[] }>('POST', '/api/needs/search', { words, householdIds })
  searchingOlder.value = false
  if (reply.kind === 'done') older.value = { staffId: sitter(), records: reply.body.records }
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

function withOlder<R extends { id: string }>(held: readonly R[], kind: string): readonly R[] {
  if (older.value.staffId !== sitter()) return held
  const ids = new Set(held.map(({ id }) => id))
  const brought = older.value.records.filter((one) => one.kind === kind && !ids.has(one.record.id))
  // The route answers with records of these three kinds alone.
  return brought.length === 0 ? held : [...held, ...brought.map(({ record }) => record as unknown as R)]
}

/** Everything this desk knows of needs: what it holds, and what a search brought. */
export function needShelves(): NeedShelves {
  return {
    needs: withOlder<Need>(store.all('need'), 'need'),
    contacts: withOlder<NeedContact>(store.all('needContact'), 'needContact'),
    households: withOlder<Household>(store.all('household'), 'household'),
  }
}
