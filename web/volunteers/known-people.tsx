import { registrationText } from '#shared/core/check-digit.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { arrivalWords as words } from '#web/texts/reception.ts'
import { halvesWord, statusWord } from '#web/texts/reservations.ts'
import { Badge } from '#web/ui/badge.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { type ArrivingPerson, type DayReservation, useArrivingPeople } from './arriving-people.ts'

/** What was reserved, in one line. */
export function ReservationBadge({ of: { reservation } }: { of: DayReservation }) {
  const { number, halves, headcount, status } = reservation
  const line = words.reserved(number, halvesWord(halves), headcount)
  return status === 'booked' ? (
    <Badge tone="good">{line}</Badge>
  ) : (
    <Badge tone="warning">{`${line} ${statusWord(status)}`}</Badge>
  )
}

/** A group is called by its name; its contact stands above. */
function nameOf({ known, reserved }: ArrivingPerson): { name: string; small: string } {
  if (known) return { name: known.name, small: known.nameKana }
  const { name = '', nameKana = '', groupName = '' } = reserved?.reservation ?? {}
  return groupName === '' ? { name, small: nameKana } : { name: groupName, small: name }
}

const columns: Column<ArrivingPerson>[] = [
  {
    key: 'number',
    header: words.columns.number,
    cell: ({ known }) => (known === null || known.number === null ? '' : registrationText('person', known.number)),
  },
  {
    key: 'name',
    header: words.columns.name,
    cell: (one) => (
      <>
        <span class="reception-kana">{nameOf(one).small}</span>
        <span class="reception-name">{nameOf(one).name}</span>
      </>
    ),
  },
  {
    key: 'phone',
    header: words.columns.phone,
    cell: ({ known, reserved }) => formatPhone(known?.phone ?? reserved?.contact?.phone ?? ''),
  },
  {
    key: 'reserved',
    header: words.columns.reserved,
    cell: ({ reserved }) => (reserved ? <ReservationBadge of={reserved} /> : ''),
  },
  {
    key: 'last',
    header: words.columns.last,
    cell: ({ known }) => (
      <>
        {known?.standing === 'due' && <Badge tone="warning">{words.due}</Badge>}
        {known?.lastDate ? formatDate(known.lastDate, 'ja') : words.neverCame}
      </>
    ),
  },
]

interface KnownPeopleProps {
  query: string
  chosen: string | null
  onSelect: (key: string) => void
  onOpen: (key: string) => void
}

/** Who may be arriving: people with a reservation, of the roster and of earlier days who have not checked in today. */
export function KnownPeople({ query, chosen, onSelect, onOpen }: KnownPeopleProps) {
  const { people, more, noLine } = useArrivingPeople(query)
  if (query.trim() === '') return null
  if (noLine) return <p class="quiet">{words.noLine}</p>
  if (people.length === 0) return null
  return (
    <section class="reception-known">
      <DataTable
        caption={words.title}
        columns={columns}
        rows={people}
        rowKey={({ key }) => key}
        selected={chosen}
        onSelect={onSelect}
        onOpen={onOpen}
        empty=""
      />
      {more > 0 && <p class="quiet">{words.more(more)}</p>}
    </section>
  )
}
