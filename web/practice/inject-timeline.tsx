import { useRef, useState } from 'preact/hooks'
import { clockAt, type Timeline, type TimelineInject } from '#web/practice/scenario-editing.ts'
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

interface MarkProps {
  inject: TimelineInject & { minutes: number }
  timeline: Timeline
  row: number
  onMove: (minutes: number) => void
}

/** One inject on the track: dragged with a pointer, moved with the arrow keys, and written once it is let go. */
function Mark({ inject, timeline: { from, to }, row, onMove }: MarkProps) {
  const mark = useRef<HTMLButtonElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const at = dragged ?? inject.minutes
  const within = (minutes: number) => Math.min(to, Math.max(from, snapped(minutes)))
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
        setDragged(inject.minutes)
      }}
      onPointerMove={(event) => {
        if (dragged !== null) setDragged(minutesAt(event.clientX))
      }}
      onPointerUp={() => {
        if (dragged !== null && dragged !== inject.minutes) onMove(dragged)
        setDragged(null)
      }}
      onKeyDown={(event) => {
        const next = afterKey(event.key, inject.minutes)
        if (next === null) return
        event.preventDefault()
        onMove(within(next))
      }}
    >
      <span class="number">{clockAt(at)}</span> {inject.title}
    </button>
  )
}

/** Injects with a time, along the day; those that wait for something stand in the table alone. */
export function InjectTimeline({ timeline, onMove }: TimelineProps) {
  const timed = timeline.injects.flatMap((inject) =>
    inject.minutes === null ? [] : [{ ...inject, minutes: inject.minutes }],
  )
  const hours = Array.from({ length: Math.floor(timeline.to / 60) - Math.ceil(timeline.from / 60) + 1 }, (_, index) => {
    const minutes = (Math.ceil(timeline.from / 60) + index) * 60
    return { minutes, left: `${((minutes - timeline.from) / (timeline.to - timeline.from)) * 100}%` }
  })
  return (
    <section class="form-part" aria-labelledby="scenario-timeline">
      <h3 id="scenario-timeline">{words.timeline}</h3>
      <p class="field-hint">{words.timelineHint}</p>
      <div class="timeline" style={{ height: `${timed.length * 36 + 28}px` }}>
        <div class="timeline-track">
          {hours.map(({ minutes, left }) => (
            <span key={minutes} class="timeline-hour number" style={{ left }} aria-hidden="true">
              {clockAt(minutes)}
            </span>
          ))}
          {timed.map((inject, row) => (
            <Mark
              key={inject.key}
              inject={inject}
              timeline={timeline}
              row={row}
              onMove={(minutes) => onMove(inject.index, minutes)}
            />
          ))}
        </div>
      </div>
    </section>
  )
}

interface TimelineProps {
  timeline: Timeline
  onMove: (index: number, minutes: number) => void
}
