import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { registrationText } from '#shared/core/check-digit.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { ask } from '#web/core/ask.ts'
import { arrivalWords as words } from '#web/texts/reception.ts'
import { Badge } from '#web/ui/badge.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'

type Reply = Awaited<ReturnType<typeof ask<'roster.findPeople'>>>
/** Somebody of the roster or of an earlier day who may be standing at the desk. */
export type KnownPerson = Extract<Reply, { kind: 'done' }>['body']['people'][number]

interface Found {
  words: string
  people: readonly KnownPerson[]
  /** How many more there are than the answer holds. */
  more: number
  noLine: boolean
}

const nobody: Found = { words: '', people: [], more: 0, noLine: false }
const found = signal<Found>(nobody)
let asked = ''

/** Asks the center who answers these words and has not checked in today. */
async function look(typed: string): Promise<Found> {
  const reply = await ask('roster.findPeople', {
    words: typed,
    among: 'everyone',
    skills: [],
    area: '',
    days: [],
    vehicles: [],
  })
  if (reply.kind !== 'done') return { ...nobody, words: typed, noLine: reply.kind === 'noLine' }
  const { people, total } = reply.body
  const away = people.filter(({ today, standing }) => today === null && standing !== 'withdrawn')
  return { words: typed, people: away, more: total - people.length, noLine: false }
}

/** Who answers the words as they stand now; asks where the last answer was to others. */
export async function knownPeopleFor(query: string): Promise<readonly KnownPerson[]> {
  const typed = query.trim()
  if (typed === '') return []
  if (found.value.words !== typed || found.value.noLine) {
    asked = typed
    found.value = await look(typed)
  }
  return found.value.people
}

/** Looks a moment after the last key, and forgets answers that come too late. */
function useKnownPeople(query: string): Found {
  const typed = query.trim()
  useEffect(() => {
    asked = typed
    if (typed === '') {
      found.value = nobody
      return
    }
    if (found.value.words === typed) return
    const show = async () => {
      const answer = await look(typed)
      if (asked === typed) found.value = answer
    }
    const timer = setTimeout(() => void show(), 150)
    return () => clearTimeout(timer)
  }, [typed])
  return found.value
}

const columns: Column<KnownPerson>[] = [
  {
    key: 'number',
    header: words.columns.number,
    cell: ({ number }) => (number === null ? '' : registrationText('person', number)),
  },
  {
    key: 'name',
    header: words.columns.name,
    cell: ({ name, nameKana }) => (
      <>
        <span class="reception-kana">{nameKana}</span>
        <span class="reception-name">{name}</span>
      </>
    ),
  },
  { key: 'phone', header: words.columns.phone, cell: ({ phone }) => formatPhone(phone) },
  {
    key: 'last',
    header: words.columns.last,
    cell: ({ lastDate, standing }) => (
      <>
        {standing === 'due' && <Badge tone="warning">{words.due}</Badge>}
        {lastDate ? formatDate(lastDate, 'ja') : words.neverCame}
      </>
    ),
  },
]

interface KnownPeopleProps {
  query: string
  chosen: string | null
  onSelect: (personId: string) => void
  onOpen: (personId: string) => void
}

/** Who may be arriving: people of the roster and of earlier days who have not checked in today. */
export function KnownPeople({ query, chosen, onSelect, onOpen }: KnownPeopleProps) {
  const { people, more, noLine } = useKnownPeople(query)
  if (query.trim() === '') return null
  if (noLine) return <p class="quiet">{words.noLine}</p>
  if (people.length === 0) return null
  return (
    <section class="reception-known">
      <DataTable
        caption={words.title}
        columns={columns}
        rows={people}
        rowKey={({ personId }) => personId}
        selected={chosen}
        onSelect={onSelect}
        onOpen={onOpen}
        empty=""
      />
      {more > 0 && <p class="quiet">{words.more(more)}</p>}
    </section>
  )
}
