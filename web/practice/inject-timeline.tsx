import { useRef, useState } from 'preact/hooks'
import { clockAt, minutesOf } from '#shared/practice/scenario-clock.ts'
import type { OutlinedInject, ScenarioOutline } from '#shared/practice/scenario-desk.ts'
import { inTheirOrder } from '#web/practice/inject-rows.tsx'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'

/** Minutes by which a finger and a key move an inject. */
const stepMinutes = 5

const snapped = (minutes: number) => Math.round(minutes / stepMinutes) * stepMinutes

/** Where an arrow leads on the timeline; null for other keys. */
function afterKey(key: string, minutes: number): number | null {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return minutes - stepMinutes
  if (key === 'ArrowRight' || key === 'ArrowUp') return minutes + stepMinutes
  return null
}

interface Span {
  from: number
  to: number
}

interface Acts {
  onMove: (inject: OutlinedInject, clock: string) => Promise<unknown>
  onChange: (inject: OutlinedInject) => void
}

/** Where a hand has put a mark that the file does not know of yet: while it is held, and until the server has answered. */
function useHeldMinutes(minutes: number, move: (to: number) => Promise<unknown>) {
  const [held, setHeld] = useState<number | null>(null)
  const letGo = async () => {
    if (held === null) return
    if (held !== minutes) await move(held)
    // A hand that was quicker than the answer holds it elsewhere by now.
    setHeld((now) => (now === held ? null : now))
  }
  return { at: held ?? minutes, isHeld: held !== null, hold: setHeld, letGo }
}

interface MarkProps extends Acts {
  inject: OutlinedInject
  minutes: number
  span: Span
  row: number
}

/** One inject on the track: dragged with a pointer, moved with the arrow keys, written once it is let go. */
function Mark({ inject, minutes, span: { from, to }, row, onMove, onChange }: MarkProps) {
  const mark = useRef<HTMLButtonElement>(null)
  const dragged = useRef(false)
  const { at, isHeld, hold, letGo } = useHeldMinutes(minutes, (there) => onMove(inject, clockAt(there)))
  const within = (there: number) => Math.min(to, Math.max(from, snapped(there)))
  const minutesAt = (clientX: number) => {
    const track = mark.current?.parentElement?.getBoundingClientRect()
    return track ? within(from + ((clientX - track.left) / track.width) * (to - from)) : at
  }
  return (
    <button
      ref={mark}
      type="button"
      class="timeline-mark"
      role="slider"
      aria-label={inject.title}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={at}
      aria-valuetext={clockAt(at)}
      style={{ left: `${((at - from) / (to - from)) * 100}%`, top: `${28 + row * 36}px` }}
      onPointerDown={(event) => {
        mark.current?.setPointerCapture(event.pointerId)
        dragged.current = false
        hold(minutes)
      }}
      onPointerMove={(event) => {
        if (!isHeld || !mark.current?.hasPointerCapture(event.pointerId)) return
        dragged.current = true
        hold(minutesAt(event.clientX))
      }}
      onPointerUp={() => void letGo()}
      onPointerCancel={() => hold(null)}
      onClick={() => {
        if (!dragged.current) onChange(inject)
        dragged.current = false
      }}
      onKeyDown={(event) => {
        const next = afterKey(event.key, at)
        if (next === null) return
        event.preventDefault()
        hold(within(next))
      }}
      onKeyUp={() => void letGo()}
      onBlur={() => void letGo()}
    >
      <span class="number">{clockAt(at)}</span> {inject.title}
    </button>
  )
}

/** Hours between two marks of the ruler, so that a day and three days have about as many. */
const hourSteps = [1, 2, 3, 6, 12, 24]

function hoursOf({ from, to }: Span): number[] {
  const step = 60 * (hourSteps.find((hours) => (to - from) / (hours * 60) <= 14) ?? 24)
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step)
}

/** Injects with a time, along the day; those that wait for something stand in the list alone. */
export function InjectTimeline({ outline, ...acts }: { outline: ScenarioOutline } & Acts) {
  const span = { from: minutesOf(outline.startsAt), to: minutesOf(outline.endsAt) }
  if (!(span.from < span.to)) return null
  const timed = inTheirOrder(outline.injects).flatMap((inject) => {
    const { timing, key } = inject
    const minutes = timing.kind === 'at' ? minutesOf(timing.clock) : Number.NaN
    return key !== '' && minutes >= span.from && minutes <= span.to ? [{ inject, minutes }] : []
  })
  return (
    <div class="timeline">
      <p class="field-hint">{words.timelineHint}</p>
      <div class="timeline-track" style={{ height: `${timed.length * 36 + 28}px` }}>
        {hoursOf(span).map((minutes) => (
          <span
            key={minutes}
            class="timeline-hour number"
            style={{ left: `${((minutes - span.from) / (span.to - span.from)) * 100}%` }}
            aria-hidden="true"
          >
            {clockAt(minutes)}
          </span>
        ))}
        {timed.map(({ inject, minutes }, row) => (
          <Mark key={inject.key} inject={inject} minutes={minutes} span={span} row={row} {...acts} />
        ))}
      </div>
    </div>
  )
}
