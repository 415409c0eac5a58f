import { useState } from 'preact/hooks'
import { instantAt, timeZone } from '#shared/core/time.ts'
import type { Team } from '#shared/teams/team.ts'
import { shownDay } from '#web/center/selectors.ts'
import { ActMessage } from '#web/reports/act-message.tsx'
import { membersNow } from '#web/reports/selectors.ts'
import { useAct } from '#web/reports/use-act.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { readTypedTime } from '#web/ui/typed-time.ts'

/** When the team really came, for what was written on paper while the line or the power was gone. */
function EarlierTime({ value, onInput }: { value: string; onInput: (text: string) => void }) {
  const wrong = value.trim() !== '' && readTypedTime(value) === null
  return (
    <details class="return-earlier">
      <summary>{words.keyedLater}</summary>
      <TextField
        label={words.cameBackAt}
        hint={words.timeHint}
        inputMode="numeric"
        value={value}
        onInput={onInput}
        error={wrong ? words.timeWrong : null}
      />
    </details>
  )
}

/** おかえりなさい: who is here is looked at face by face; who is missing stays out. */
export function Welcome({ team, onReceived }: { team: Team; onReceived: (team: Team) => void }) {
  const out = membersNow(team).filter(({ status, teamId }) => status === 'out' && teamId === team.id)
  const [missing, setMissing] = useState<readonly string[]>([])
  const [time, setTime] = useState('')
  const { act, refused, kept } = useAct()
  const here = out.filter(({ id }) => !missing.includes(id))
  const receive = async () => {
    const typed = readTypedTime(time)
    const date = shownDay()?.date
    const options = typed && date ? { happenedAt: instantAt(date, typed, timeZone) } : {}
    if (await act('reports.receiveTeam', { teamId: team.id, missingIds: [...missing] }, options)) onReceived(team)
  }
  const receiveSome = async () => {
    for (const { id } of here) await act('reports.receivePerson', { attendanceId: id })
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
      <EarlierTime value={time} onInput={setTime} />
      <ActMessage refused={refused} kept={kept} />
      <div class="actions">
        <Button
          variant="next"
          large
          shortcut="Ctrl+Enter"
          onPress={receive}
          disabledBecause={here.length === 0 && out.length > 0 ? words.receiveNobody : null}
        >
          {words.receive(here.length)}
        </Button>
        {missing.length > 0 && here.length > 0 && (
          <Button large onPress={receiveSome}>
            {words.receiveSome(here.length)}
          </Button>
        )}
      </div>
    </section>
  )
}
