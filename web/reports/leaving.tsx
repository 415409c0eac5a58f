import type { Team } from '#shared/teams/team.ts'
import { earlierTimeTexts } from '#shared/texts/earlier-time.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { EarlierTime, useEarlierTime } from '#web/center/earlier-time.tsx'
import { ActMessage } from '#web/reports/act-message.tsx'
import { membersNow } from '#web/reports/selectors.ts'
import { useAct } from '#web/reports/use-act.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { Button } from '#web/ui/button.tsx'

interface LeaverProps {
  person: Attendance
  act: ReturnType<typeof useAct>['act']
  earlier: ReturnType<typeof useEarlierTime>
}

function Leaver({ person, act, earlier }: LeaverProps) {
  const { id, number, name, status } = person
  return (
    <li>
      <span class="number">{number}</span> <span class="return-name">{name}</span>
      {status === 'returned' ? (
        <>
          <Button
            label={`${number} ${name} ${words.sendHome}`}
            disabledBecause={earlier.problem}
            onPress={() => act('reports.sendHome', { attendanceIds: [id] }, earlier.options)}
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
  const earlier = useEarlierTime(`leave.${team.id}`)
  const people = membersNow(team)
  const ids = people.filter(({ status, teamId }) => status === 'returned' && teamId === team.id).map(({ id }) => id)
  return (
    <section class="return-leaving" aria-labelledby="leaving-title">
      <h3 id="leaving-title">{words.leaveTitle}</h3>
      <p class="quiet">{ids.length > 0 ? words.leaveHint : words.everyoneLeft}</p>
      <ul class="return-people">
        {people.map((person) => (
          <Leaver key={person.id} person={person} act={act} earlier={earlier} />
        ))}
      </ul>
      {ids.length > 0 ? <EarlierTime earlier={earlier} label={earlierTimeTexts.wentHome} /> : null}
      <ActMessage refused={refused} kept={kept} />
      <div class="actions">
        {ids.length > 0 ? (
          <>
            <Button
              variant="next"
              large
              shortcut="Ctrl+Enter"
              disabledBecause={earlier.problem}
              onPress={() => act('reports.sendHome', { attendanceIds: ids }, earlier.options)}
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
