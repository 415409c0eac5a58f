import { deskCardText } from '#shared/texts/desk-cards.ts'
import { linkState } from '#web/core/link.ts'
import { MoveDesk } from '#web/keeping/move-desk.tsx'
import { TroubleCards } from '#web/keeping/trouble-cards.tsx'
import { StopButton } from '#web/messages/stop-panel.tsx'
import { practiceInSight } from '#web/practice/selectors.ts'
import { DayNumbersBar } from '#web/shell/day-numbers-bar.tsx'
import { UnsentActs } from '#web/shell/unsent-acts.tsx'
import { shellTexts } from '#web/texts/shell.ts'
import { DeskCard } from '#web/ui/desk-card.tsx'
import { GroundSwitch, SizeSwitch } from '#web/ui/look-switch.tsx'

/** Beneath the bar: the day's numbers, what waits to be sent, the help of this desk, and the stop. */
export function SecondLine({ deskName }: { deskName: string | undefined }) {
  const card = deskCardText(deskName ?? '')
  // Whoever runs a drill, or begins one, needs its clock and what comes next more than the day's work of the lead.
  const folded = practiceInSight.value
  return (
    <section class="day-numbers" aria-label={shellTexts.numbers}>
      <DayNumbersBar />
      <div class="day-numbers-end">
        <UnsentActs />
        {linkState.value === 'offline' ? <MoveDesk /> : null}
        <details class="look">
          <summary class="button">{shellTexts.look}</summary>
          <div class="look-body">
            <SizeSwitch />
            <GroundSwitch />
          </div>
        </details>
        {card.lines.length > 0 ? (
          <DeskCard
            key={`${deskName} ${folded}`}
            desk={deskName ?? ''}
            lines={card.lines}
            ask={card.ask}
            folded={folded}
          />
        ) : null}
        <TroubleCards />
        <StopButton />
      </div>
    </section>
  )
}
