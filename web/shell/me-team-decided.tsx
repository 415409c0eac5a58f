import { useEffect, useState } from 'preact/hooks'
import type { Team } from '#shared/teams/team.ts'
import { linePhone } from '#shared/texts/line-phone.ts'
import { mePhone } from '#shared/texts/me-phone.ts'
import { teamPhone } from '#shared/texts/team-phone.ts'
import { darkSince } from '#web/practice/selectors.ts'
import { ring } from '#web/ui/alarm.ts'
import { Button } from '#web/ui/button.tsx'
import { tabMemory } from '#web/ui/device-memory.ts'
import { FullScreen } from '#web/ui/full-screen.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** The moment everyone waits for fills the screen once. */
export function TeamDecided({ team, attendanceId }: { team: Team; attendanceId: string }) {
  const { t } = usePhoneWords(mePhone)
  const words = usePhoneWords(teamPhone)
  const line = usePhoneWords(linePhone)
  const [seen, setSeen] = useState(tabMemory.read('team-seen'))
  // A phone that is put away in a drill tells it afterwards.
  const isNews = seen !== team.id && ['forming', 'ready'].includes(team.status) && darkSince() === null
  useEffect(() => {
    if (isNews) ring('news')
  }, [isNews])
  if (!isNews) return null
  const leader = team.members.find((member) => member.attendanceId === team.leaderId)
  return (
    <FullScreen tone="good" title={t('inTeam')}>
      <p class="big-number">{words.t('team', { number: team.number })}</p>
      <p class="now">
        {team.leaderId === attendanceId
          ? words.t('youLead')
          : leader && (
              <>
                {words.t('leader')}: {leader.number} {leader.name}
              </>
            )}
      </p>
      <p>{t('inTeamMore')}</p>
      <Button
        large
        wide
        variant="next"
        onPress={() => {
          tabMemory.write('team-seen', team.id)
          setSeen(team.id)
        }}
      >
        {line.t('understood')}
      </Button>
    </FullScreen>
  )
}
