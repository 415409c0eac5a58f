import './board-screen.css'
import { useEffect, useMemo } from 'preact/hooks'
import { formatDate } from '#shared/core/japanese-date.ts'
import { clockOf, timeZone, weekdayOf } from '#shared/core/time.ts'
import { townById } from '#shared/places/towns.ts'
import type { BoardMark, BoardView } from '#shared/reports/board.ts'
import { centerTime } from '#web/core/clock.ts'
import type { MapMarker } from '#web/map/map-marker.ts'
import { MapView } from '#web/map/map-view.tsx'
import { useBoard } from '#web/reports/use-board.ts'
import { boardTexts as words } from '#web/texts/board.ts'
import { Freshness } from '#web/ui/freshness.tsx'
import { GroundSwitch } from '#web/ui/look-switch.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { stateColours } from '#web/ui/state-colours.ts'
import { StatusMark } from '#web/ui/status-mark.tsx'

const numberKeys = ['arrived', 'waiting', 'out', 'openNeeds', 'completedToday'] as const

function Head({ view, offline }: { view: BoardView; offline: boolean }) {
  const { center, day } = view
  const asOf = clockOf(view.now, timeZone)
  return (
    <header class="board-head">
      <div>
        <h1 class="board-center">{center?.name}</h1>
        <p class="board-date">
          {day
            ? `${words.day(day.number)}　${formatDate(day.date, 'ja')}（${weekdayOf(day.date, 'ja')}）${day.closed ? words.dayOver : ''}`
            : words.closed}
        </p>
      </div>
      <div class="board-now">
        <Freshness state={offline ? 'offline' : 'live'} word={offline ? words.offline(asOf) : words.live} />
        <time class="board-clock">{offline ? asOf : clockOf(centerTime.value || Date.parse(view.now), timeZone)}</time>
      </div>
    </header>
  )
}

function Numbers({ numbers }: Pick<BoardView, 'numbers'>) {
  return (
    <ul class="board-numbers">
      {numberKeys.map((key) => (
        <li key={key}>
          {words.numbers[key]}
          <strong>
            {numbers[key]}
            <span class="board-unit">{words.units[key]}</span>
          </strong>
        </li>
      ))}
    </ul>
  )
}

const groupWord = ({ mark }: BoardMark) => words.groups[mark.letter] ?? mark.word

/** One marker for each need, all at their town's point: the map stacks them and says how many there are. */
function markersOf(marks: readonly BoardMark[]): MapMarker[] {
  return marks.flatMap((one) => {
    const town = townById(one.townId)
    if (!town) return []
    return Array.from({ length: one.count }, (_, index) => ({
      id: `${one.townId} ${one.mark.letter} ${index}`,
      kind: 'need' as const,
      point: { lat: town.lat, lng: town.lng },
      shape: one.mark.shape,
      colour: stateColours[one.mark.colour].fill,
      mark: one.mark.letter,
      title: words.mark(town.name, groupWord(one)),
      emphasis: one.urgent ? ('urgent' as const) : ('none' as const),
    }))
  })
}

/** The looks that are on the map now, with how many needs each stands for. */
function Legend({ marks }: { marks: readonly BoardMark[] }) {
  const byLetter = new Map<string, BoardMark>()
  for (const mark of marks) {
    const known = byLetter.get(mark.mark.letter)
    byLetter.set(mark.mark.letter, { ...mark, count: mark.count + (known?.count ?? 0) })
  }
  return (
    <ul class="board-legend">
      {[...byLetter.values()].map((one) => (
        <li key={one.mark.letter}>
          <StatusMark shape={one.mark.shape} colour={one.mark.colour} letter={one.mark.letter} word={groupWord(one)} />
          <span class="number">{one.count}</span>
        </li>
      ))}
    </ul>
  )
}

function Side({ view }: { view: BoardView }) {
  return (
    <div class="board-side">
      <section>
        <h2>{words.eventsTitle}</h2>
        <ul>
          {view.events.map(({ kind, at, over }) => (
            <li key={kind} class={over ? 'board-over' : undefined}>
              <strong class="number">{at}</strong> {words.events[kind]} {over && words.over}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.noticesTitle}</h2>
        <ul>
          {view.notices.map(({ kind, reason, returnBy, at }) => (
            <li key={at} class={kind === 'message' ? undefined : 'board-stop'}>
              <strong>{words.notices[kind]}</strong> {returnBy && words.back(returnBy)} {reason}{' '}
              <span class="number">{clockOf(at, timeZone)}</span>
            </li>
          ))}
          {view.notices.length === 0 && <li>{words.noNotices}</li>}
        </ul>
      </section>
    </div>
  )
}

/** The wall board (壁の表示): five numbers, towns, times and notices; nothing about any person, nothing to press. */
export function BoardScreen() {
  const { view, offline } = useBoard()
  const kind = view?.center?.kind
  useEffect(() => {
    if (kind) document.documentElement.dataset.kind = kind
  }, [kind])
  const marks = view?.marks
  const markers = useMemo(() => markersOf(marks ?? []), [marks])
  if (!view) return <Progress word={words.connecting} />
  return (
    <main class="board" aria-label={words.title}>
      <Head view={view} offline={offline} />
      <Numbers numbers={view.numbers} />
      <div class="board-map">
        <MapView label={words.map} markers={markers} height="100%" />
        <Legend marks={view.marks} />
      </div>
      <Side view={view} />
      <footer class="board-foot">
        <GroundSwitch />
      </footer>
    </main>
  )
}
