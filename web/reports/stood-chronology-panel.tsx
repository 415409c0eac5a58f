import './stood-chronology.css'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Store } from '#web/core/store.ts'
import { chronologyLines } from '#web/reports/chronology-lines.ts'
import { affairsTexts as words } from '#web/texts/affairs.ts'

const shownLines = 14

/** Who sits down and gets up, and what the drill itself notes of what really happened, tells nothing of the day. */
const isOfTheDay = ({ type }: { type: string }) => !type.startsWith('access.') && type !== 'practice.recordFacts'

/** What had just happened by what any store holds, newest first. */
export function StoodChronology({ held }: { held: Store }) {
  const acts = held.all('logEntry').filter(isOfTheDay)
  const lines = chronologyLines(acts.slice(-2 * shownLines), held.all('journalEntry').slice(-shownLines))
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      {lines.length === 0 ? <p class="quiet">{words.empty}</p> : null}
      <ol class="stood-lines">
        {lines.slice(0, shownLines).map((line) => (
          <li key={line.id}>
            <time class="number">{clockOf(line.at, timeZone)}</time> <span class="quiet">{line.who}</span> {line.what}
          </li>
        ))}
      </ol>
    </section>
  )
}
