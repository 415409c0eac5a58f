import { useState } from 'preact/hooks'
import type { ReservationDay } from '#shared/reservations/reservation.ts'
import { openDay } from '#web/center/selectors.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { reservationsTexts as words } from '#web/texts/reservations.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { placesKept, placesTaken, todaysAttendances } from '#web/volunteers/selectors.ts'
import { act, said } from './day-state.ts'

/** The last who reserved wait; a larger number of places brings them back in their order. */
function WaitBeyond({ day, over }: { day: ReservationDay; over: number }) {
  const [asks, setAsks] = useState(false)
  const press = async () => {
    setAsks(false)
    const basedOnSeq = store.seqOf('reservationDay', day.id)
    const outcome = await act('reservations.waitBeyond', { reservationDayId: day.id, people: over, basedOnSeq })
    // What this server's handler answered.
    if (outcome.kind === 'done')
      said.value = {
        tone: 'information',
        text: words.waitBeyondDone((outcome.answer as { waiting: number }).waiting),
      }
  }
  return (
    <>
      <Button onPress={() => setAsks(true)}>{words.waitBeyond(over)}</Button>
      <Dialog
        open={asks}
        title={words.waitBeyondTitle(over)}
        onClose={() => setAsks(false)}
        actions={
          <Button variant="danger" onPress={press}>
            {words.waitBeyond(over)}
          </Button>
        }
      >
        <p>{words.waitBeyondHint}</p>
      </Dialog>
    </>
  )
}

/** More were promised a place than the open day has; said before they stand at the door. */
export function OverPromised({ day }: { day: ReservationDay }) {
  const today = openDay()
  if (today?.date !== day.date) return null
  const [taken, kept] = [placesTaken(todaysAttendances()), placesKept()]
  const over = taken + kept - today.capacity
  if (over <= 0 || kept === 0) return null
  const { receptionOpensAt, receptionClosesAt, returnBy } = today
  const hours = { receptionOpensAt, receptionClosesAt, returnBy, basedOnSeq: store.seqOf('day', today.id) }
  const raise = () => act('center.changeDay', { dayId: today.id, ...hours, capacity: taken + kept })
  return (
    <NoticeBanner tone="warning" title={words.overTitle(over)} live>
      <p>{words.overWords(taken, kept, today.capacity)}</p>
      <div class="toolbar">
        {may('center.lead') ? <Button onPress={raise}>{words.raise(taken + kept)}</Button> : null}
        <WaitBeyond day={day} over={Math.min(over, kept)} />
      </div>
    </NoticeBanner>
  )
}
