import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { ActMessage } from '#web/reports/act-message.tsx'
import { membersNow } from '#web/reports/selectors.ts'
import { useAct } from '#web/reports/use-act.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { Button } from '#web/ui/button.tsx'

function Leaver({ person, act }: { person: Attendance; act: ReturnType<typeof useAct>['act'] }) {
  const { id, number, name, status } = person
  return (
    <li>
      <span class="number">{number}</span> <span class="return-name">{name}</span>
      {status === 'returned' ? (
        <>
          <Button
            label={`${number} ${name} ${words.sendHome}`}
            onPress={() => act('reports.sendHome', { attendanceIds: [id] })}
          >
            {words.sendHome}
          </Button>
          <Button
            label={`${number} ${name} ${words.toWaiting}`}
            onPress={() => act('reports.backToWaiting', { attendanceIds: [id] })}
          >
            {words.toWaiting}
          </Button>
        </>
      ) : (
        <span class="quiet">{words.status[status]}</span>
      )}
    </li>
  )
}

/** 退所 in one press for the whole team, or back to 待機 for those who have strength for a second job. */
export function Leaving({ team, onNext }: { team: Team; onNext: () => void }) {
  const { act, refused, kept } = useAct()
  const people = membersNow(team)
  const ids = people.filter(({ status, teamId }) => status === 'returned' && teamId === team.id).map(({ id }) => id)
  return (
    <section class="return-leaving" aria-labelledby="leaving-title">
      <h3 id="leaving-title">{words.leaveTitle}</h3>
      <p class="quiet">{ids.length > 0 ? words.leaveHint : words.everyoneLeft}</p>
      <ul class="return-people">
        {people.map((person) => (
          <Leaver key={person.id} person={person} act={act} />
        ))}
      </ul>
      <ActMessage refused={refused} kept={kept} />
      <div class="actions">
        {ids.length > 0 ? (
          <>
            <Button
              variant="next"
              large
              shortcut="Ctrl+Enter"
              onPress={() => act('reports.sendHome', { attendanceIds: ids })}
            >
              {words.sendAllHome(ids.length)}
            </Button>
            <Button large onPress={() => act('reports.backToWaiting', { attendanceIds: ids })}>
              {words.allToWaiting}
            </Button>
          </>
        ) : (
          <Button variant="next" large shortcut="Ctrl+Enter" onPress={onNext}>
            {words.next}
          </Button>
        )}
      </div>
    </section>
  )
}
