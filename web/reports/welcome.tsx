import { useState } from 'preact/hooks'
import type { Team } from '#shared/teams/team.ts'
import { earlierTimeTexts } from '#shared/texts/earlier-time.ts'
import { EarlierTime, useEarlierTime } from '#web/center/earlier-time.tsx'
import { ActMessage } from '#web/reports/act-message.tsx'
import { membersNow } from '#web/reports/selectors.ts'
import { useAct } from '#web/reports/use-act.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'

/** おかえりなさい: who is here is looked at face by face; who is missing stays out. */
export function Welcome({ team, onReceived }: { team: Team; onReceived: (team: Team) => void }) {
  const out = membersNow(team).filter(({ status, teamId }) => status === 'out' && teamId === team.id)
  const [missing, setMissing] = useState<readonly string[]>([])
  const earlier = useEarlierTime(`return.${team.id}`)
  const { act, refused, kept } = useAct()
  const here = out.filter(({ id }) => !missing.includes(id))
  const receive = async () => {
    const input = { teamId: team.id, missingIds: [...missing] }
    if (!(await act('reports.receiveTeam', input, earlier.options))) return
    earlier.clear()
    onReceived(team)
  }
  const receiveSome = async () => {
    for (const { id } of here) await act('reports.receivePerson', { attendanceId: id }, earlier.options)
    earlier.clear()
    setMissing([])
  }
  return (
    <section class="return-welcome" aria-labelledby="welcome-title">
      <h3 id="welcome-title">{words.welcome(team.number)}</h3>
      <p class="quiet">{words.welcomeHint}</p>
      <ul class="return-people">
        {out.map(({ id, number, name }) => (
          <li key={id}>
            <CheckField
              label={words.personOf(number, name, id === team.leaderId)}
              checked={!missing.includes(id)}
              onChange={(present) => setMissing(present ? missing.filter((one) => one !== id) : [...missing, id])}
            />
          </li>
        ))}
      </ul>
      <EarlierTime earlier={earlier} label={earlierTimeTexts.cameBack} />
      <ActMessage refused={refused} kept={kept} />
      <div class="actions">
        <Button
          variant="next"
          large
          shortcut="Ctrl+Enter"
          onPress={receive}
          disabledBecause={here.length === 0 && out.length > 0 ? words.receiveNobody : earlier.problem}
        >
          {words.receive(here.length)}
        </Button>
        {missing.length > 0 && here.length > 0 && (
          <Button large disabledBecause={earlier.problem} onPress={receiveSome}>
            {words.receiveSome(here.length)}
          </Button>
        )}
      </div>
    </section>
  )
}
