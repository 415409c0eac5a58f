import type { LogEntry } from '#shared/center/center.ts'
import type { Desk } from '#shared/center/profile.ts'
import { ageWords } from '#shared/core/time.ts'
import { isFor } from '#shared/practice/coming.ts'
import { type QueueName, queueLengths, queuesAt } from '#shared/practice/desk-queues.ts'
import { worksOf } from '#shared/practice/who-plays.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { centerDesks } from '#web/center/desks.ts'
import { openDay } from '#web/center/selectors.ts'
import { instantNow } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/practice/acts.ts'
import { useBeforeReception } from '#web/practice/before-reception.ts'
import { isLeadDesk, isSimulated } from '#web/practice/drill.ts'
import { queueWords, practiceTexts as words } from '#web/texts/practice.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'

/** From here on a queue is one to look at: as many as a desk takes up in a quarter of an hour. */
const longQueue = 8

type Lengths = Readonly<Record<QueueName, number>>

function lengthsNow(beforeReception: Pick<Lengths, 'line' | 'fillingIn'>): Lengths {
  const dayId = openDay()?.id
  return queueLengths({
    attendances: store.by('attendance', 'dayId', dayId),
    needs: store.all('need'),
    teams: store.by('team', 'dayId', dayId),
    beforeReception,
  })
}

function lastActs(): ReadonlyMap<string, string> {
  const last = new Map<string, string>()
  for (const { actorName, at } of store.all('logEntry') as readonly LogEntry[])
    if (at > (last.get(actorName) ?? '')) last.set(actorName, at)
  return last
}

function Staffed({ desk, last, now }: { desk: Desk; last: ReadonlyMap<string, string>; now: number }) {
  const here = store
    .all('staff')
    .filter(({ status, deskNames }) => status === 'active' && deskNames.includes(desk.name))
  return (
    <ul class="controller-plain">
      {here.map(({ id, name }) => {
        const at = last.get(name)
        return <li key={id}>{at ? words.lastAct(name, ageWords(now - Date.parse(at), 'ja')) : words.noAct(name)}</li>
      })}
    </ul>
  )
}

function Player({ desk }: { desk: Desk }) {
  const simulated = isSimulated(desk)
  const title = deskTitle(desk)
  const player = simulated ? 'human' : 'simulated'
  const hand = (to: 'human' | 'simulated') => act('practice.handSeat', { deskName: desk.name, player: to })
  const press = () =>
    act(
      'practice.handSeat',
      { deskName: desk.name, player },
      { message: words.handed(title, player), run: () => hand(simulated ? 'simulated' : 'human') },
    )
  return (
    <div class="toolbar">
      <strong>{simulated ? words.simulated : words.human}</strong>
      <Button onPress={press} label={`${title} ${simulated ? words.toHuman : words.toSimulated}`}>
        {simulated ? words.toHuman : words.toSimulated}
      </Button>
    </div>
  )
}

interface RowProps {
  desk: Desk
  lengths: Lengths
  last: ReadonlyMap<string, string>
  now: number
}

function Row({ desk, lengths, last, now }: RowProps) {
  const queues = queuesAt(worksOf(desk))
  const open = store
    .all('inject')
    .filter(({ state, recipient }) => state === 'fired' && isFor(recipient, worksOf(desk), isLeadDesk(desk)))
  const waiting = queues.filter((name) => lengths[name] > 0)
  // Whoever is busy with their own phone waits for nobody.
  const longest = Math.max(0, ...queues.filter((name) => name !== 'fillingIn').map((name) => lengths[name]))
  return (
    <tr>
      <th scope="row">
        {deskTitle(desk)}
        {longest >= longQueue ? <Badge tone="warning">{words.busy}</Badge> : null}
      </th>
      <td>
        <ul class="controller-plain">
          {waiting.map((name) => (
            <li key={name}>
              {queueWords[name]} <strong class="number">{lengths[name]}</strong>
            </li>
          ))}
          {open.length > 0 ? <li>{words.openInjects(open.length)}</li> : null}
          {waiting.length === 0 && open.length === 0 ? (
            <li class="quiet">{queues.length > 0 ? words.idle : words.nothingWaits}</li>
          ) : null}
        </ul>
      </td>
      <td>
        <Player desk={desk} />
        <Staffed desk={desk} last={last} now={now} />
      </td>
    </tr>
  )
}

/** Each desk: what stands in line there, who plays it, and when they last did something. */
export function DesksSection() {
  const now = instantNow()
  const lengths = lengthsNow(useBeforeReception())
  const last = lastActs()
  return (
    <section class="form-part" aria-labelledby="drill-desks">
      <h3 id="drill-desks">{words.desks}</h3>
      <table class="table controller-desks">
        <thead>
          <tr>
            <th scope="col">{words.desk}</th>
            <th scope="col">{words.queue}</th>
            <th scope="col">{words.who}</th>
          </tr>
        </thead>
        <tbody>
          {centerDesks().map((desk) => (
            <Row key={desk.name} desk={desk} lengths={lengths} last={last} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
