import { useEffect, useState } from 'preact/hooks'
import { formatPhone } from '#shared/core/phone-number.ts'
import { weekdayOf } from '#shared/core/time.ts'
import type { FoundReservation } from '#shared/reservations/reads.ts'
import { ask } from '#web/core/ask.ts'
import { halvesWord, statusWord, reservationsTexts as words } from '#web/texts/reservations.ts'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'

const dateWord = (date: string) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}（${weekdayOf(date, 'ja')}）`

const columns: Column<FoundReservation>[] = [
  { key: 'date', header: words.chooseDay, cell: ({ reservation }) => dateWord(reservation.date) },
  {
    key: 'name',
    header: words.groupName,
    cell: ({ reservation: { groupName, name } }) => (
      <span>
        <strong>{groupName}</strong> <small>{name}</small>
      </span>
    ),
  },
  { key: 'half', header: words.half, cell: ({ reservation }) => halvesWord(reservation.halves) },
  { key: 'people', header: words.headcount, cell: ({ reservation }) => reservation.headcount, numeric: true },
  { key: 'status', header: words.columns.status, cell: ({ reservation }) => statusWord(reservation.status) },
  { key: 'phone', header: words.phone, cell: ({ contact }) => formatPhone(contact?.phone ?? '') },
]

/** Which groups come on which date, soonest first; also those whose paper or FAX was keyed in. */
export function GroupDates({ onDone }: { onDone: () => void }) {
  const [groups, setGroups] = useState<readonly FoundReservation[] | null>(null)
  useEffect(() => {
    void ask('reservations.comingGroups', {}).then((reply) => {
      if (reply.kind === 'done') setGroups(reply.body.found)
    })
  }, [])
  return (
    <section class="form-part">
      <DataTable
        caption={words.groupDates}
        columns={columns}
        rows={groups ?? []}
        rowKey={({ reservation }) => reservation.id}
        empty={groups === null ? words.loading : words.noGroups}
      />
      <div class="toolbar">
        <Button onPress={onDone}>{words.closeView}</Button>
      </div>
    </section>
  )
}
