import { shownDay } from '#web/center/selectors.ts'
import './all-returned.css'
import { CloseOfDay } from '#web/reports/close-of-day.tsx'
import { outings, peopleOutAlone } from '#web/reports/selectors.ts'
import { StillOut } from '#web/reports/still-out.tsx'
import { homeTexts as words } from '#web/texts/close-of-day.ts'
import { Badge } from '#web/ui/badge.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'

function Counts() {
  const out = outings()
  const people = out.reduce((sum, outing) => sum + outing.people.length, peopleOutAlone().length)
  const late = out.filter((outing) => outing.late > 0).length
  return (
    <p class="home-counts">
      <strong class="number">{words.count(out.length, people)}</strong>
      {late > 0 && <Badge tone="stop">{words.overdue(late)}</Badge>}
    </p>
  )
}

/** Everyone home (全員帰着確認): who is out, what is open, and the end of the day. */
export function AllReturnedPanel() {
  const day = shownDay()
  return (
    <section class="panel home-panel" aria-labelledby="home-title">
      <header class="panel-head">
        <h2 id="home-title">{words.title}</h2>
        <Counts />
        <a class="button button-quiet" href="/sheets/roll-call#print" target="_blank" rel="noreferrer">
          {words.rollCall}
        </a>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reached by the keyboard */}
      <div class="panel-body" tabIndex={0}>
        {day ? (
          <>
            <StillOut />
            <CloseOfDay day={day} />
          </>
        ) : (
          <EmptyState title={words.noDay} />
        )}
      </div>
    </section>
  )
}
