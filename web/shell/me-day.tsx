import type { Team } from '#shared/teams/team.ts'
import { mePhone } from '#shared/texts/me-phone.ts'
import type { Attendance, AttendanceStatus } from '#shared/volunteers/attendance.ts'
import { insuranceGap } from '#shared/volunteers/rules.ts'
import { later } from '#web/core/later.ts'
import { store } from '#web/core/store.ts'
import { PhoneCorrected, PhoneTeam } from '#web/dispatch/team-panel.tsx'
import { PhoneHoldingNotice } from '#web/messages/phone-notice-panel.tsx'
import { MyNumber } from '#web/shell/me-number.tsx'
import { Outlook } from '#web/shell/me-outlook.tsx'
import { MySettings } from '#web/shell/me-settings.tsx'
import { TeamDecided } from '#web/shell/me-team-decided.tsx'
import { PartGone } from '#web/ui/part-gone.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

type Word = keyof typeof mePhone

const now: Record<AttendanceStatus, Word> = {
  waitingListed: 'waitingListed',
  consulting: 'consulting',
  waiting: 'waiting',
  inTeam: 'inTeam',
  out: 'out',
  returned: 'returned',
  centerWork: 'centerWork',
  left: 'left',
  cancelled: 'cancelled',
}

const more = (status: AttendanceStatus): Word => `${now[status]}More` as Word

const steps: readonly Word[] = ['stepReception', 'stepBriefing', 'stepTeam', 'stepActivity', 'stepReturn']

/** At which of the five steps someone is; 5 once the day is over. */
const stepOf: Record<AttendanceStatus, number> = {
  waitingListed: 0,
  consulting: 0,
  waiting: 1,
  inTeam: 2,
  out: 3,
  centerWork: 3,
  returned: 4,
  left: 5,
  cancelled: -1,
}

/** The page in the order in which it is needed: the number, where one stands, what comes next, the team. */
export function MyDay({ mine }: { mine: Attendance }) {
  const isOut = mine.status === 'out'
  const isOver = mine.status === 'left' || mine.status === 'cancelled'
  return (
    <main class="phone-column">
      <PhoneHoldingNotice isOut={isOut} />
      {isOut ? null : <MyNumber mine={mine} />}
      <Steps status={mine.status} />
      <Now mine={mine} />
      {isOver ? null : (
        <>
          <Missing mine={mine} />
          <MyTeam mine={mine} />
          <CallCenter />
        </>
      )}
      {isOut ? <MyNumber mine={mine} /> : null}
      <MySettings />
    </main>
  )
}

const photos = later(() => import('#web/reports/phone-photos-panel.tsx'))
const leading = later(() => import('#web/shell/me-leader.tsx'))
const injects = later(() => import('#web/practice/team-injects-panel.tsx'))

/** Of a drill, and held only while this phone's owner leads a team that is out. */
function Happened({ team }: { team: Team }) {
  if (store.all('inject').length === 0) return null
  const Injects = injects.get()?.TeamInjects
  return Injects ? <Injects team={team} /> : <PartGone gone={injects.isGone.value} />
}

function MyTeam({ mine }: { mine: Attendance }) {
  const team = store.get('team', mine.teamId)
  if (!team) return null
  const leads = team.leaderId === mine.id
  const Leading = leads ? leading.get()?.MyLeading : null
  // Only while the team is out does this phone hold any.
  const order = store.get('workOrder', team.workOrderId)
  const hasPhotos = !leads && order !== undefined && store.all('photo').length > 0
  const Photos = hasPhotos ? photos.get()?.PhonePhotos : null
  return (
    <>
      <PhoneCorrected team={team} />
      <Happened team={team} />
      {Leading ? (
        <Leading team={team} attendanceId={mine.id} />
      ) : leads ? (
        <PartGone gone={leading.isGone.value} />
      ) : null}
      <PhoneTeam team={team} attendanceId={mine.id} />
      {Photos && order ? <Photos order={order} attendanceId={mine.id} leads={false} /> : null}
      {hasPhotos && !Photos ? <PartGone gone={photos.isGone.value} /> : null}
      <TeamDecided team={team} attendanceId={mine.id} />
    </>
  )
}

function Steps({ status }: { status: AttendanceStatus }) {
  const { t, plain } = usePhoneWords(mePhone)
  const current = stepOf[status]
  if (current < 0) return null
  return (
    <ol class="steps" aria-label={plain('steps')}>
      {steps.map((step, index) => (
        <li key={step} class={index < current ? 'done' : ''} aria-current={index === current ? 'step' : undefined}>
          {t(step)}
        </li>
      ))}
    </ol>
  )
}

function Now({ mine }: { mine: Attendance }) {
  const { t } = usePhoneWords(mePhone)
  const order = store.all('workOrder')[0]
  const hours = mine.sentOutAt && mine.returnedAt ? minutesOut(mine.sentOutAt, mine.returnedAt) : null
  return (
    <section class="phone-now" aria-live="polite">
      <h1>{t(now[mine.status])}</h1>
      {mine.status === 'waiting' ? <Outlook /> : null}
      <p>{t(mine.status === 'inTeam' && !order ? 'teamForming' : more(mine.status))}</p>
      {hours === null ? null : (
        <p class="now number">{t('hours', { hours: Math.floor(hours / 60), minutes: hours % 60 })}</p>
      )}
      {mine.status === 'waiting' || mine.status === 'waitingListed' ? <p class="quiet">{t('keepOpen')}</p> : null}
    </section>
  )
}

function minutesOut(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000))
}

/** What someone must see to before leaving; nothing of it ever refuses them here. */
function Missing({ mine }: { mine: Attendance }) {
  const { t } = usePhoneWords(mePhone)
  const [center] = store.all('center')
  const day = store.get('day', mine.dayId)
  const uninsured = center && day && insuranceGap(mine.insurance, day.date, center.hazard) !== null
  const words: Word[] = [
    ...(uninsured ? ['insurance' as const] : []),
    ...(mine.guardianConsent === 'missing' ? ['guardian' as const] : []),
  ]
  if (words.length === 0) return null
  return (
    <section class="notice notice-warning">
      <div class="notice-words">
        <strong>{t('missing')}</strong>
        {words.map((word) => (
          <p key={word}>{t(word)}</p>
        ))}
      </div>
    </section>
  )
}

export function CallCenter() {
  const { t } = usePhoneWords(mePhone)
  const [center] = store.all('center')
  if (!center?.phone) return null
  return (
    <p class="phone-call">
      <a class="button button-large button-wide" href={`tel:${center.phone}`}>
        {t('callCenter')} <span class="number">{center.phone}</span>
      </a>
      <span class="quiet">{t('callNotHousehold')}</span>
    </p>
  )
}
