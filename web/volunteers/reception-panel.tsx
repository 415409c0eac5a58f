import { openDay } from '#web/center/selectors.ts'
import './reception.css'
import { signal } from '@preact/signals'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { attendanceStatusTexts } from '#shared/texts/attendance-status.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap } from '#shared/volunteers/rules.ts'
import { store } from '#web/core/store.ts'
import { consentWords, gapWords, mergedWords, planWords, receptionWords as words } from '#web/texts/reception.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'
import { useShortcut } from '#web/ui/use-shortcut.ts'
import { ArrivalCard } from './arrival-card.tsx'
import { arrivingPeopleFor } from './arriving-people.ts'
import { act, said, takeBack, undoable } from './desk-acts.ts'
import { KnownPeople } from './known-people.tsx'
import { arriving, letArrive, openProxy, side, typedFor } from './let-arrive.ts'
import { PersonCard } from './person-card.tsx'
import { ProxyForm } from './proxy-form.tsx'
import {
  attendanceOfTag,
  findAttendances,
  nextFromWaitingList,
  placesKept,
  placesTaken,
  standingFor,
  todaysAttendances,
  toSettle,
} from './selectors.ts'
import { TagCamera } from './tag-camera.tsx'
import { openTags, untagged } from './tags.ts'

const query = signal('')
const chosen = signal<string | null>(null)

function choose(attendanceId: string): void {
  chosen.value = attendanceId
  side.value = 'person'
}

function goToList(): void {
  document.querySelector<HTMLElement>('.reception-list tbody tr')?.focus()
}

/** After a check-in the hands are back at the search, for the next in the line. */
function arrived(attendanceId: string): void {
  arriving.value = null
  query.value = ''
  choose(attendanceId)
  document.querySelector<HTMLElement>('.reception-list .search-input')?.focus()
}

/** The person of today whom a text names beyond doubt: by their tag, or by their number. */
function namedToday(all: readonly Attendance[], text: string): Attendance | undefined {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : null
  const named = all.find((one) => one.number === number)
  return attendanceOfTag(all, text) ?? (named && standingFor(named))
}

/**
 * Enter in the search: a scanned tag or code, or the one person who was found, be it of today, of the reservations, of
 * the roster or of an earlier day; of several, the arrows choose in the list.
 */
async function look(text: string): Promise<void> {
  const all = todaysAttendances()
  const named = namedToday(all, text)
  const found = named ? [named] : findAttendances(all, text)
  const known = named || text.trim() === '' ? [] : await arrivingPeopleFor(text)
  const [target, one] = [found[0], known[0]]
  if (found.length + known.length !== 1) goToList()
  else if (target) {
    query.value = ''
    choose(target.id)
  } else if (one) letArrive(one.key, true)
}

const take = (text: string) => void look(text)

function Insurance({ attendance }: { attendance: Attendance }) {
  const day = openDay()
  const [center] = store.all('center')
  const gap = day && center ? insuranceGap(attendance.insurance, day.date, center.hazard) : null
  if (gap !== null) return <Badge tone="warning">{gapWords[gap]}</Badge>
  if (attendance.insurance.verifiedBy === null)
    return <Badge>{words.unverified(planWords[attendance.insurance.plan])}</Badge>
  return <Badge tone="good">{planWords[attendance.insurance.plan]}</Badge>
}

function Marks({ attendance }: { attendance: Attendance }) {
  const [center] = store.all('center')
  const open = toSettle(attendance, openDay(), center)
  const group = store.get('groupVisit', attendance.groupVisitId)
  const standing = standingFor(attendance)
  return (
    <>
      {open.includes('health') && <Badge tone="stop">{words.consulting}</Badge>}
      {open.includes('guardian') && <Badge tone="warning">{consentWords.missing}</Badge>}
      {attendance.nameToFollow ? <Badge tone="warning">{words.nameToFollow}</Badge> : null}
      {group ? <Badge>{words.ofGroup(group.number, group.name)}</Badge> : null}
      {standing.id === attendance.id ? null : <Badge>{mergedWords.into(standing.number)}</Badge>}
      {store.get('attendanceNote', attendance.id)?.text ? <Badge>{words.hasNote}</Badge> : null}
    </>
  )
}

const columns: Column<Attendance>[] = [
  { key: 'number', header: words.columns.number, cell: ({ number }) => number, numeric: true },
  {
    key: 'name',
    header: words.columns.name,
    cell: ({ name, nameKana }) => (
      <>
        <span class="reception-kana">{nameKana}</span>
        <span class="reception-name">{name}</span>
      </>
    ),
    compare: (one, other) => one.nameKana.localeCompare(other.nameKana, 'ja'),
  },
  {
    key: 'status',
    header: words.columns.status,
    cell: ({ status }) => attendanceStatusTexts[status].ja,
    compare: (one, other) => one.status.localeCompare(other.status),
  },
  { key: 'insurance', header: words.columns.insurance, cell: (attendance) => <Insurance attendance={attendance} /> },
  { key: 'marks', header: words.columns.marks, cell: (attendance) => <Marks attendance={attendance} /> },
  { key: 'at', header: words.columns.at, cell: ({ checkedInAt }) => clockOf(checkedInAt, timeZone), numeric: true },
]

/** What the desk is told: what went wrong, and that somebody can be let in. */
function Notices({ all }: { all: readonly Attendance[] }) {
  const next = nextFromWaitingList(all, openDay())
  return (
    <>
      {said.value && (
        <NoticeBanner tone={said.value.tone} onClose={() => (said.value = null)} live>
          {said.value.text}
        </NoticeBanner>
      )}
      {next && (
        <NoticeBanner
          tone="information"
          live
          action={<Button onPress={() => act('volunteers.letIn', { attendanceId: next.id })}>{words.letIn}</Button>}
        >
          {words.placeFree(next.number, next.name)}
        </NoticeBanner>
      )}
    </>
  )
}

function PublicReception() {
  const day = openDay()
  if (!day) return null
  const set = (open: boolean) => act('center.setPublicReception', { dayId: day.id, open })
  return day.publicReception ? (
    <Button onPress={() => set(false)}>{words.closePublic}</Button>
  ) : (
    <Button onPress={() => set(true)}>{words.openPublic}</Button>
  )
}

function Toolbar({ all }: { all: readonly Attendance[] }) {
  const waitingForTag = untagged(all)
  const printOne = () => openTags(chosen.value ? all.filter(({ id }) => id === chosen.value) : waitingForTag)
  return (
    <div class="toolbar">
      <Button variant="next" shortcut="n" onPress={() => openProxy()}>
        {words.proxy}
      </Button>
      <Button shortcut="t" onPress={printOne}>
        {words.tags}
      </Button>
      <Button onPress={() => openTags(waitingForTag)}>{words.tagsOfAll(waitingForTag.length)}</Button>
      <Button shortcut="c" onPress={() => (side.value = 'camera')}>
        {words.camera}
      </Button>
      <PublicReception />
    </div>
  )
}

function Side() {
  const named = store.get('attendance', chosen.value)
  const attendance = named && standingFor(named)
  useShortcut('Escape', () => (side.value = 'person'), { enabled: side.value !== 'person' })
  if (side.value === 'proxy') {
    const reserved = typedFor.value
    return (
      <ProxyForm
        key={reserved?.reservation.id}
        reserved={reserved}
        onDone={choose}
        onCancel={() => (side.value = 'person')}
      />
    )
  }
  if (side.value === 'camera') return <TagCamera onRead={take} />
  if (side.value === 'arrival' && arriving.value) {
    return (
      <ArrivalCard
        key={arriving.value.personId}
        {...arriving.value}
        onDone={arrived}
        onCancel={() => (side.value = 'person')}
      />
    )
  }
  if (!attendance) return <EmptyState title={words.pick} />
  return <PersonCard key={attendance.id} attendance={attendance} />
}

function List({ all }: { all: readonly Attendance[] }) {
  const found = findAttendances(all, query.value)
  const searching = query.value.trim() !== ''
  return (
    <div class="reception-list">
      <SearchField
        label={words.search}
        value={query.value}
        onInput={(value) => (query.value = value)}
        onSubmit={take}
        onDown={goToList}
        autoFocus
        found={searching ? words.found(found.length) : null}
      />
      <KnownPeople
        query={query.value}
        chosen={side.value === 'arrival' ? (arriving.value?.personId ?? null) : null}
        onSelect={(key) => letArrive(key, false)}
        onOpen={(key) => letArrive(key, true)}
      />
      <DataTable
        caption={words.list}
        hideCaption
        columns={columns}
        rows={found}
        rowKey={({ id }) => id}
        selected={chosen.value}
        onSelect={choose}
        empty={searching ? words.notFound : words.empty}
      />
    </div>
  )
}

/** The reception desk: who arrived, newest first, and what is still to be settled with each. */
export function ReceptionPanel() {
  const day = openDay()
  const all = todaysAttendances()
  return (
    <section class="panel reception-panel" aria-label={words.panel}>
      <header class="panel-head">
        <h2>{words.panel}</h2>
        {day && <span class="number">{words.places(placesTaken(all), day.capacity, placesKept())}</span>}
      </header>
      {day ? (
        <>
          <Toolbar all={all} />
          <Notices all={all} />
          {!day.publicReception && <p class="quiet">{words.publicIsClosed}</p>}
          <div class="reception-columns">
            <List all={all} />
            <div class="reception-side">
              <Side />
            </div>
          </div>
        </>
      ) : (
        <EmptyState title={words.noDay} />
      )}
      <UndoBar undoable={undoable.value} onUndo={takeBack} onGone={() => (undoable.value = null)} />
    </section>
  )
}
