import { useState } from 'preact/hooks'
import type { HandOver } from '#shared/center/desk.ts'
import type { Desk } from '#shared/center/profile.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { deskLabel, deskTitle } from '#shared/texts/desk-names.ts'
import { AddDeskDialog, MergeDialog, SplitDialog } from '#web/center/desk-dialogs.tsx'
import { centerDesks } from '#web/center/desks.ts'
import { HandOverDialog } from '#web/center/hand-over-dialog.tsx'
import { store } from '#web/core/store.ts'
import { deskTexts } from '#web/texts/form.ts'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'

const peopleAt = ({ name }: Desk) =>
  store.all('staff').filter(({ status, deskNames }) => status === 'active' && deskNames.includes(name))

/** How a desk changed hands last, on the day that devices hold. */
function lastHandOver({ name }: Desk): HandOver | undefined {
  return [...store.all('handOver')]
    .filter(({ deskName }) => deskName === name)
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0]
}

function People({ desk }: { desk: Desk }) {
  const people = peopleAt(desk)
  const moved = lastHandOver(desk)
  return (
    <>
      {people.length > 0 ? people.map(({ name }) => name).join('・') : <span class="quiet">{deskTexts.nobody}</span>}
      {moved ? (
        <span class="staff-desks">
          {deskTexts.handedOver(clockOf(moved.at, timeZone), moved.fromName, moved.toName)}
          {moved.readAt === null ? deskTexts.unread : ''}
        </span>
      ) : null}
    </>
  )
}

function DeskName({ desk }: { desk: Desk }) {
  const words = workWords(desk)
  return (
    <>
      <strong>{deskTitle(desk)}</strong>
      {words === deskTitle(desk) ? null : <span class="staff-desks">{words}</span>}
    </>
  )
}

/** What a desk does, in the words of the profile's desks, and in how many lanes. */
function workWords({ name, work, lanes }: Desk): string {
  const words = (work ?? [name]).map(deskLabel).join('・')
  return lanes > 1 ? `${words}（${deskTexts.lanes(lanes)}）` : words
}

type Change = 'merge' | 'split' | 'handOver'
const changes: readonly Change[] = ['handOver', 'split', 'merge']

function columnsWith(act: (desk: Desk, change: Change) => void, alone: boolean): Column<Desk>[] {
  const { columns } = deskTexts
  const offered = changes.filter((change) => !(alone && change === 'merge'))
  return [
    { key: 'desk', header: columns.desk, cell: (desk) => <DeskName desk={desk} /> },
    { key: 'people', header: columns.people, cell: (desk) => <People desk={desk} /> },
    {
      key: 'acts',
      header: columns.acts,
      cell: (desk) => (
        <span class="actions">
          {offered.map((change) => (
            <Button
              key={change}
              label={deskTexts.of(deskTitle(desk), deskTexts[change])}
              onPress={() => act(desk, change)}
            >
              {deskTexts[change]}
            </Button>
          ))}
        </span>
      ),
    },
  ]
}

/** The desks of this center and who sits where; they are added, merged, split and handed over here. */
export function DesksSection() {
  const [open, setOpen] = useState<{ desk: Desk; change: Change } | 'add' | null>(null)
  const desks = centerDesks()
  const close = () => setOpen(null)
  return (
    <section class="form-part">
      <h3>{deskTexts.title}</h3>
      <DataTable
        caption={deskTexts.title}
        hideCaption
        columns={columnsWith((desk, change) => setOpen({ desk, change }), desks.length < 2)}
        rows={desks}
        rowKey={({ name }) => name}
        empty={deskTexts.nobody}
      />
      <div class="actions">
        <Button onPress={() => setOpen('add')}>{deskTexts.add}</Button>
      </div>
      {open === 'add' ? <AddDeskDialog onClose={close} /> : null}
      {open !== null && open !== 'add' ? <DeskChange {...open} onClose={close} /> : null}
    </section>
  )
}

function DeskChange({ desk, change, onClose }: { desk: Desk; change: Change; onClose: () => void }) {
  if (change === 'merge') return <MergeDialog desk={desk} onClose={onClose} />
  if (change === 'split') return <SplitDialog desk={desk} people={peopleAt(desk)} onClose={onClose} />
  return <HandOverDialog desk={desk} onClose={onClose} />
}
