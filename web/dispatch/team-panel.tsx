import { useEffect, useState } from 'preact/hooks'
import { isPlaceOver } from '#shared/dispatch/place-over.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { returnByInForce } from '#shared/messages/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import { teamPhone } from '#shared/texts/team-phone.ts'
import { centerAtLatest, centerTime } from '#web/core/clock.ts'
import { linkState } from '#web/core/link.ts'
import { request } from '#web/core/request.ts'
import { store } from '#web/core/store.ts'
import { noticesToday } from '#web/messages/selectors.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

const townNames = new Map<string, string>()

async function townName(townId: string): Promise<string> {
  const known = townNames.get(townId)
  if (known !== undefined) return known
  const reply = await request<{ name: string }>('GET', `/api/towns/${encodeURIComponent(townId)}`)
  if (reply.kind !== 'done') return ''
  townNames.set(townId, reply.body.name)
  return reply.body.name
}

/** Town names are many, so the one that is needed is asked for; again once the line is back. */
function useTownName(townId: string | null | undefined): string {
  const [name, setName] = useState('')
  const live = linkState.value === 'live'
  useEffect(() => {
    if (!townId) return setName('')
    void townName(townId).then(setName)
  }, [townId, live])
  return name
}

/** A volunteer's team, and what its work order says as far as this phone may hold it. */
export function PhoneTeam({ team, attendanceId }: { team: Team; attendanceId: string }) {
  const { t } = usePhoneWords(teamPhone)
  const leader = team.members.find((member) => member.attendanceId === team.leaderId)
  const order = store.get('workOrder', team.workOrderId)
  return (
    <section class="form-part">
      <h2>
        {t('team', { number: team.number })}
        {team.leaderId === attendanceId ? <span class="badge badge-good">{t('youLead')}</span> : null}
      </h2>
      <dl class="phone-facts">
        <dt>{t('leader')}</dt>
        <dd>{leader ? <Member member={leader} /> : t('noLeader')}</dd>
        <dt>{t('members')}</dt>
        <dd>
          <ul class="phone-members">
            {team.members
              .filter((member) => member !== leader)
              .map((member) => (
                <li key={member.attendanceId}>
                  <Member member={member} />
                </li>
              ))}
          </ul>
        </dd>
        {order ? <OrderFacts order={order} team={team} /> : null}
      </dl>
    </section>
  )
}

function Member({ member }: { member: { number: number; name: string } }) {
  return (
    <>
      <strong class="number">{member.number}</strong> {member.name}
    </>
  )
}

function OrderFacts({ order, team }: { order: WorkOrder; team: Team }) {
  const { t } = usePhoneWords(teamPhone)
  const returnBy = returnByInForce(order.returnBy, noticesToday())
  return (
    <>
      <dt>{t('what')}</dt>
      <dd>
        {order.categories.map((category) => (
          <strong key={category} class="phone-category">
            {t(category)}
          </strong>
        ))}
        {order.workWithheld ? <p>{t('workWithheld')}</p> : <p lang="ja">{order.work}</p>}
      </dd>
      <dt>{t('where')}</dt>
      <dd>
        <Where order={order} status={team.status} backBy={laterClock(returnBy, team.moreMinutes)} />
      </dd>
      {order.tools.length > 0 ? <Fact word={t('tools')} text={order.tools.join('・')} /> : null}
      {order.cautions ? <Fact word={t('cautions')} text={order.cautions} /> : null}
      <Care order={order} backBy={laterClock(returnBy, team.moreMinutes)} />
      <dt>{t('returnBy')}</dt>
      <dd>
        <strong class="now number">{laterClock(returnBy, team.moreMinutes)}</strong>
      </dd>
    </>
  )
}

/** Another need was given to the team after it had left: it is going to the wrong house. */
const wasCorrected = ({ status, needGivenAt, departedAt }: Team) =>
  status === 'out' && needGivenAt !== null && departedAt !== null && needGivenAt > departedAt

/** Above all else on the page: a leader on the way must not find it below the buttons. */
export function PhoneCorrected({ team }: { team: Team }) {
  const { t } = usePhoneWords(teamPhone)
  return <div role="status">{wasCorrected(team) ? <p class="notice notice-warning">{t('corrected')}</p> : null}</div>
}

function Fact({ word, text }: { word: preact.ComponentChildren; text: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd lang="ja" class="phone-lines">
        {text}
      </dd>
    </>
  )
}

/** A phone without line cannot hear that its team is back: some time after it was due, the place goes by itself. */
function mustHide(date: string, backBy: string): boolean {
  // The time that ticks is read so that this is asked again each second.
  return linkState.value !== 'live' && centerTime.value > 0 && isPlaceOver({ date, backBy }, centerAtLatest())
}

/** The town before departure and after the report; the house only in between, for only then does the phone hold it. */
function Where({ order, status, backBy }: { order: WorkOrder; status: Team['status']; backBy: string }) {
  const { t } = usePhoneWords(teamPhone)
  const place = store.get('workOrderPlace', order.id)
  const town = useTownName(place?.townId ?? order.townId)
  if (!place) {
    return (
      <>
        <p lang="ja">{town}</p>
        <p class="quiet">{t(status === 'out' || status === 'back' ? 'whereNoMore' : 'whereLater')}</p>
      </>
    )
  }
  if (mustHide(order.date, backBy)) return <p>{t('placeOver')}</p>
  if (place.withheld) return <p>{t('withheld')}</p>
  return (
    <>
      <p lang="ja">
        {town}
        {place.addressLine}
      </p>
      {place.nameWithheld ? <p>{t('nameWithheld')}</p> : null}
      {place.surname ? <p>{t('home', { surname: place.surname })}</p> : null}
      {place.landmark ? <p lang="ja">{place.landmark}</p> : null}
    </>
  )
}

/** What to mind for somebody's sake: on phones only as long as the place is. */
function Care({ order, backBy }: { order: WorkOrder; backBy: string }) {
  const { t } = usePhoneWords(teamPhone)
  const careHint = store.get('workOrderPlace', order.id)?.careHint ?? ''
  if (careHint === '' || mustHide(order.date, backBy)) return null
  return <Fact word={t('careHint')} text={careHint} />
}

/** A clock (`HH:MM`) some minutes later; no team is out past midnight. */
export function laterClock(clock: string, minutes: number): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const all = Math.min(23 * 60 + 59, hour * 60 + minute + minutes)
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}
