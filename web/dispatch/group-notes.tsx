import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { broughtText, seatsOnSite } from '#shared/groups/brought.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import { evenly } from '#shared/teams/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/dispatch/acts.ts'
import { chosenIds } from '#web/dispatch/chosen-people.ts'
import { dragType } from '#web/dispatch/need-card.tsx'
import { groupWaitWords as words } from '#web/texts/dispatch.ts'
import { groupNumber } from '#web/texts/groups.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { PersonToken } from '#web/ui/person-token.tsx'

/** The most people that one team holds. */
const mostInTeam = 60

/** Forms the teams of a group in one act, which the bar takes back as one. */
async function formTeams(visit: GroupVisit, sizes: readonly number[]): Promise<void> {
  const teams = sizes.map((size) => ({ teamId: newId(), size }))
  const run = async () => {
    for (const { teamId } of teams) await act('dispatch.disbandTeam', { teamId })
  }
  const message = words.formed(groupNumber(visit.number), teams.length)
  await act('teams.formTeamsOfGroup', { groupVisitId: visit.id, teams }, { undo: { message, run } })
}

function choose(people: readonly Attendance[], isChosen: boolean): void {
  const ids = people.map(({ id }) => id)
  const others = chosenIds.value.filter((id) => !ids.includes(id))
  chosenIds.value = isChosen ? [...others, ...ids] : others
}

/** One group that waits: taken whole by a press or by dragging, or made into teams at once. */
function GroupNote({ visit, people }: { visit: GroupVisit; people: readonly Attendance[] }) {
  const least = Math.ceil(people.length / mostInTeam)
  const [wished, setWished] = useState(1)
  const teams = Math.min(people.length, Math.max(least, wished))
  const sizes = evenly(people.length, teams)
  const isChosen = people.every(({ id }) => chosenIds.value.includes(id))
  const onDragStart = (event: DragEvent) => {
    choose(people, true)
    event.dataTransfer?.setData(dragType, groupNumber(visit.number))
  }
  const number = groupNumber(visit.number)
  return (
    <li class="group-note">
      <PersonToken
        number={number}
        name={words.waiting(visit.name, people.length)}
        selected={isChosen}
        draggable
        onDragStart={onDragStart}
        onPress={() => choose(people, !isChosen)}
      />
      {visit.mayBeMixed ? <Badge>{words.mayMix}</Badge> : <Badge tone="warning">{words.alone}</Badge>}
      {visit.vehicles.length > 0 ? (
        <span title={broughtText(visit)}>
          <Badge>{words.seats(seatsOnSite(visit.vehicles))}</Badge>
        </span>
      ) : null}
      <span class="group-note-teams">
        <Button label={words.fewer(number)} onPress={() => setWished(Math.max(least, teams - 1))}>
          −
        </Button>
        <Button onPress={() => formTeams(visit, sizes)}>{words.form(sizes)}</Button>
        <Button label={words.more(number)} onPress={() => setWished(Math.min(20, people.length, teams + 1))}>
          ＋
        </Button>
      </span>
    </li>
  )
}

/** The groups among the people who wait. */
export function GroupNotes({ waiting }: { waiting: readonly Attendance[] }) {
  const visits = store
    .all('groupVisit')
    .map((visit) => ({ visit, people: waiting.filter(({ groupVisitId }) => groupVisitId === visit.id) }))
    .filter(({ people }) => people.length > 0)
    .sort((one, other) => one.visit.number - other.visit.number)
  if (visits.length === 0) return null
  return (
    <ul class="group-notes" aria-label={words.groups}>
      {visits.map(({ visit, people }) => (
        <GroupNote key={visit.id} visit={visit} people={people} />
      ))}
    </ul>
  )
}
