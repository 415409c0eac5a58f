import './reservations-panel.css'
import { useEffect, useState } from 'preact/hooks'
import { formatPhone } from '#shared/core/phone-number.ts'
import { clockOf, dateOf, weekdayOf } from '#shared/core/time.ts'
import { halfDays, reservationKinds } from '#shared/reservations/limits.ts'
import type { FoundReservation } from '#shared/reservations/reads.ts'
import type { HalfDay, ReservationDay, ReservationStatus } from '#shared/reservations/reservation.ts'
import { releaseProblem, reservationActProblem } from '#shared/reservations/rules.ts'
import { centerTime } from '#web/core/clock.ts'
import { halvesWord, kindWord, statusWord, reservationsTexts as words } from '#web/texts/reservations.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'
import { act, chosenDay, comingDays, dayInView, list, refresh, said, sought, undoable } from './day-state.ts'
import { GroupDates } from './group-dates.tsx'
import { OverPromised } from './over-promised.tsx'
import { ReserveForm } from './reserve-form.tsx'
import { SettingsForm } from './settings-form.tsx'

const timeZone = 'Asia/Tokyo'
const lookAgainMs = 15_000
const pageSize = 50
const filters: readonly ReservationStatus[] = ['booked', 'waiting', 'checkedIn', 'noShow', 'cancelled']

const dateWord = (date: string) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}（${weekdayOf(date, 'ja')}）`

/** How much of each half-day is given, and who waits. */
function Board({ day }: { day: ReservationDay }) {
  const counted = list.value
  const columns: Column<HalfDay>[] = [
    { key: 'half', header: words.half, cell: (half) => <strong>{halvesWord(half)}</strong> },
    ...reservationKinds.map((kind) => ({
      key: kind,
      header: kindWord(kind),
      numeric: true,
      cell: (half: HalfDay) =>
        counted ? words.count(counted.booked[half][kind], day.caps[half][kind], counted.waiting[half][kind]) : '',
    })),
  ]
  return (
    <DataTable
      caption={words.boardCaption}
      columns={columns}
      rows={halfDays}
      rowKey={(half) => half}
      empty={words.empty}
    />
  )
}

function Acts({ one: { reservation } }: { one: FoundReservation }) {
  const { id: reservationId, number } = reservation
  const may = (name: Parameters<typeof reservationActProblem>[0]) => reservationActProblem(name, reservation) === null
  const restore = () => act('reservations.restore', { reservationId })
  const back = () => act('reservations.undoCheckedIn', { reservationId })
  const cancel = () =>
    act('reservations.cancel', { reservationId }, { undo: { message: words.cancelled(number), run: restore } })
  const mark = () =>
    act(
      'reservations.markCheckedIn',
      { reservationId, attendanceId: null },
      { undo: { message: words.marked(number), run: back } },
    )
  return (
    <span class="toolbar">
      {may('checkIn') ? <Button onPress={mark}>{words.arrivedAct}</Button> : null}
      {may('cancel') ? <Button onPress={cancel}>{words.cancel}</Button> : null}
      {may('restore') ? <Button onPress={restore}>{words.restore}</Button> : null}
      {may('undoCheckIn') ? <Button onPress={back}>{words.notArrived}</Button> : null}
    </span>
  )
}

const columns: Column<FoundReservation>[] = [
  { key: 'number', header: words.columns.number, cell: ({ reservation }) => reservation.number, numeric: true },
  {
    key: 'name',
    header: words.columns.name,
    cell: ({ reservation: { name, nameKana, groupName } }) => (
      <span>
        <strong>{groupName || name}</strong> <small>{groupName ? name : nameKana}</small>
      </span>
    ),
  },
  {
    key: 'wish',
    header: words.columns.wish,
    cell: ({ reservation: { halves, kind } }) => `${halvesWord(halves)} ${kindWord(kind)}`,
  },
  { key: 'people', header: words.columns.people, cell: ({ reservation }) => reservation.headcount, numeric: true },
  {
    key: 'status',
    header: words.columns.status,
    cell: ({ reservation: { status }, place }) => (
      <Badge tone={status === 'waiting' ? 'warning' : status === 'booked' || status === 'checkedIn' ? 'good' : 'plain'}>
        {statusWord(status)}
        {place === null ? '' : ` ${words.inLine(place)}`}
      </Badge>
    ),
  },
  { key: 'phone', header: words.columns.phone, cell: ({ contact }) => formatPhone(contact?.phone ?? '') },
  { key: 'acts', header: words.columns.acts, cell: (one) => <Acts one={one} /> },
]

function seek(part: Partial<typeof sought.value>): void {
  sought.value = { ...sought.value, skip: 0, ...part }
  void refresh()
}

function List() {
  const answer = list.value
  const { skip, status } = sought.value
  const total = answer?.total ?? 0
  return (
    <>
      <div class="toolbar">
        <SearchField
          label={words.search}
          value={sought.value.words}
          onInput={(typed) => seek({ words: typed.slice(0, 60) })}
          found={words.found(total)}
        />
        <SelectField
          label={words.filter}
          value={status ?? ''}
          emptyLabel={words.all}
          onChange={(value) => seek({ status: filters.find((one) => one === value) ?? null })}
          options={filters.map((value) => ({ value, label: statusWord(value) }))}
        />
      </div>
      <DataTable
        caption={words.listCaption}
        columns={columns}
        rows={answer?.found ?? []}
        rowKey={({ reservation }) => reservation.id}
        empty={words.empty}
      />
      {total > pageSize ? (
        <div class="toolbar">
          <span class="number">{words.shown(answer?.found.length ?? 0, total)}</span>
          {skip > 0 ? <Button onPress={() => seek({ skip: 0 })}>{words.first}</Button> : null}
          {skip + pageSize < total ? (
            <Button onPress={() => seek({ skip: skip + pageSize })}>{words.more}</Button>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** One act for all who have not come, asked once more, for it cannot be taken back as a whole. */
function Release({ day }: { day: ReservationDay }) {
  const [open, setOpen] = useState(false)
  const release = async () => {
    setOpen(false)
    const outcome = await act('reservations.releaseNoShows', { reservationDayId: day.id })
    // What this server's handler answered.
    if (outcome.kind === 'done')
      said.value = { tone: 'information', text: words.released((outcome.answer as { released: number }).released) }
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.release}</Button>
      <Dialog
        open={open}
        title={words.releaseTitle}
        onClose={() => setOpen(false)}
        actions={
          <Button variant="danger" onPress={release}>
            {words.release}
          </Button>
        }
      >
        <p>{words.releaseHint}</p>
      </Dialog>
    </>
  )
}

type Side = 'list' | 'new' | 'settings' | 'reserve' | 'groups'

function DayHead({ day, show }: { day: ReservationDay; show: (side: Side) => void }) {
  const open = day.status === 'open'
  // The act belongs to the day itself; before it there is nothing to release.
  const hasCome = releaseProblem(day, dateOf(centerTime.value, timeZone)) === null
  const choose = (id: string) => {
    chosenDay.value = id
    seek({})
  }
  return (
    <div class="toolbar">
      <SelectField
        label={words.chooseDay}
        value={day.id}
        emptyLabel=""
        onChange={choose}
        options={comingDays().map(({ id, date }) => ({ value: id, label: dateWord(date) }))}
      />
      <Button variant="next" shortcut="n" onPress={() => show('reserve')}>
        {words.reserveFor}
      </Button>
      <Button onPress={() => show('settings')}>{words.settings}</Button>
      <Button onPress={() => act('reservations.setReservationsOpen', { reservationDayId: day.id, open: !open })}>
        {open ? words.closeDay : words.reopenDay}
      </Button>
      {hasCome ? <Release day={day} /> : null}
      <Button onPress={() => show('new')}>{words.newDay}</Button>
      <Button onPress={() => show('groups')}>{words.groupDates}</Button>
      <a class="button" href={`/sheets/reservations?day=${day.id}`} target="_blank" rel="noopener">
        {words.printList}
      </a>
      {open ? (
        <span>{words.opens(dateWord(dateOf(day.opensAt, timeZone)), clockOf(day.opensAt, timeZone))}</span>
      ) : (
        <Badge tone="warning">{words.isClosed}</Badge>
      )}
    </div>
  )
}

function DayView({ day, side, show }: { day: ReservationDay; side: Side; show: (side: Side) => void }) {
  const back = () => show('list')
  return (
    <>
      <OverPromised day={day} />
      <DayHead day={day} show={show} />
      {side === 'settings' ? <SettingsForm key={day.id} day={day} onDone={back} /> : null}
      {side === 'groups' ? <GroupDates onDone={back} /> : null}
      {side === 'reserve' ? <ReserveForm day={day} onDone={back} /> : null}
      <Board day={day} />
      <List />
    </>
  )
}

/** 活動予約: which dates there are, how full they are, who comes and who waits. */
export function ReservationsPanel() {
  const [side, setSide] = useState<Side>('list')
  const day = dayInView()
  useEffect(() => {
    void refresh()
    const again = setInterval(() => void refresh(), lookAgainMs)
    return () => clearInterval(again)
  }, [day?.id])
  const undo = undoable.value
  return (
    <section class="panel" aria-label={words.panel}>
      <header class="panel-head">
        <h2>{words.panel}</h2>
        {list.value ? <span class="number">{words.arrived(list.value.arrived)}</span> : null}
      </header>
      <div class="reservations-body">
        <p class="field-hint">{words.explain}</p>
        {said.value ? (
          <NoticeBanner tone={said.value.tone} onClose={() => (said.value = null)} live>
            {said.value.text}
          </NoticeBanner>
        ) : null}
        {side === 'new' ? <SettingsForm day={null} onDone={() => setSide('list')} /> : null}
        {day ? (
          <DayView day={day} side={side} show={setSide} />
        ) : (
          <EmptyState title={words.noDays} action={<Button onPress={() => setSide('new')}>{words.newDay}</Button>}>
            {words.noDaysHint}
          </EmptyState>
        )}
      </div>
      <UndoBar undoable={undo} onUndo={() => undo?.run()} onGone={() => (undoable.value = null)} />
    </section>
  )
}
