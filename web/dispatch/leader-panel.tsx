import { signal } from '@preact/signals'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { helpIsOpen } from '#shared/dispatch/signal-rules.ts'
import { returnByInForce } from '#shared/messages/rules.ts'
import type { Team, TeamSignal } from '#shared/teams/team.ts'
import { teamPhone } from '#shared/texts/team-phone.ts'
import { centerNow } from '#web/core/clock.ts'
import { send, unsent } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { laterClock } from '#web/dispatch/team-panel.tsx'
import { noticesToday } from '#web/messages/selectors.ts'
import { phoneProblemSentence } from '#web/texts/phone-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

const way: readonly TeamSignal[] = ['departed', 'arrived', 'done', 'comingBack']
const kindsOfHelp = ['helpInjury', 'helpNobody', 'helpLost', 'helpTools', 'helpDanger', 'helpOther'] as const
const moreMinutes = [15, 30, 45, 60, 90] as const

/** Why the last tap of a signal was refused, in the page's language. */
const refusals = signal<Partial<Record<TeamSignal, string>>>({})
const asksHowLong = signal(false)

function isUnsent(teamId: string, said: TeamSignal): boolean {
  return unsent.value.some(({ type, input }) => {
    if (type !== 'dispatch.signal' || typeof input !== 'object' || input === null) return false
    return 'signal' in input && input.signal === said && 'teamId' in input && input.teamId === teamId
  })
}

/** Five large buttons in the order of the day; each shows at once that it is kept, and later that it arrived. */
export function LeaderPanel({ team }: { team: Team }) {
  const { t, language } = usePhoneWords(teamPhone)
  const tell = async (said: TeamSignal, more: { minutes?: number; note?: string } = {}) => {
    refusals.value = { ...refusals.value, [said]: undefined }
    // What waits to be sent need not wait twice.
    if (more.note === undefined && more.minutes === undefined && isUnsent(team.id, said)) return
    noteClock(team.id, said)
    const outcome = await send('dispatch.signal', { teamId: team.id, signal: said, minutes: 0, note: '', ...more })
    if (outcome.kind !== 'refused') return
    refusals.value = { ...refusals.value, [said]: phoneProblemSentence(outcome.problem, language) }
  }
  const step = (said: TeamSignal) => <StepButton team={team} said={said} onTell={() => tell(said)} />
  return (
    <section class="form-part">
      <h2>{t('tell')}</h2>
      <div class="big-buttons">
        {step('departed')}
        {step('arrived')}
        <HelpButton team={team} tell={tell} />
        <MoreTimeButton team={team} tell={tell} />
        {step('done')}
        {hasReached(team, 'done') || isUnsent(team.id, 'done') ? step('comingBack') : null}
      </div>
    </section>
  )
}

type Tell = (said: TeamSignal, more?: { minutes?: number; note?: string }) => Promise<void>

function hasReached({ signal: last }: Team, said: TeamSignal): boolean {
  return last !== null && way.indexOf(last) >= way.indexOf(said)
}

/** The next step of the day is the filled button. */
function nextStep(team: Team): TeamSignal | undefined {
  return way.find((said) => !hasReached(team, said) && !isUnsent(team.id, said))
}

function StepButton({ team, said, onTell }: { team: Team; said: TeamSignal; onTell: () => Promise<void> }) {
  const { t, plain } = usePhoneWords(teamPhone)
  const waitsForDesk = team.status === 'forming' || team.status === 'ready'
  const at = team.signal === said && team.signalAt ? clockOf(team.signalAt, timeZone) : null
  return (
    <div class="big-button">
      <Button
        large
        wide
        variant={nextStep(team) === said ? 'next' : 'quiet'}
        pressed={hasReached(team, said)}
        disabledBecause={waitsForDesk ? plain('notOutYet') : null}
        busyWord={plain(said)}
        onPress={() => void onTell()}
      >
        {t(said)}
      </Button>
      <Arrival
        kept={isUnsent(team.id, said)}
        arrived={hasReached(team, said) ? (at ? t('reachedAt', { time: at }) : t('reached')) : null}
        refusal={refusals.value[said]}
      />
    </div>
  )
}

function Arrival(props: { kept: boolean; arrived: preact.ComponentChildren; refusal: string | undefined }) {
  const { t } = usePhoneWords(teamPhone)
  if (props.refusal) return <p class="field-error">{props.refusal}</p>
  const word = props.kept ? t('keptHere') : props.arrived
  return (
    <p class={props.kept ? 'kept kept-here' : 'kept'} role="status">
      {word}
    </p>
  )
}

/** One tap calls; what kind of help comes after it, and the telephone is the quickest. */
function HelpButton({ team, tell }: { team: Team; tell: Tell }) {
  const { t } = usePhoneWords(teamPhone)
  const kept = isUnsent(team.id, 'helpNeeded')
  const open = helpIsOpen(team)
  const answered = team.helpAskedAt !== null && !open
  return (
    <div class="big-button">
      <Button large wide variant="danger" pressed={open} onPress={() => void tell('helpNeeded')}>
        {t('helpNeeded')}
      </Button>
      <Arrival
        kept={kept}
        arrived={open ? t('helpOpen') : answered ? t('helpAnswered') : null}
        refusal={refusals.value.helpNeeded}
      />
      {kept || open ? (
        <div class="chips">
          {kindsOfHelp.map((kind) => (
            <Button
              key={kind}
              pressed={team.helpNote === teamPhone[kind].ja}
              onPress={() => void tell('helpNeeded', { note: teamPhone[kind].ja })}
            >
              {t(kind)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function MoreTimeButton({ team, tell }: { team: Team; tell: Tell }) {
  const { t, plain } = usePhoneWords(teamPhone)
  const order = store.get('workOrder', team.workOrderId)
  const returnBy = order ? returnByInForce(order.returnBy, noticesToday()) : null
  const choose = (minutes: number) => {
    asksHowLong.value = false
    void tell('moreTime', { minutes })
  }
  return (
    <div class="big-button">
      <Button
        large
        wide
        pressed={asksHowLong.value}
        disabledBecause={team.status === 'out' ? null : plain('notOutYet')}
        onPress={() => {
          asksHowLong.value = !asksHowLong.value
        }}
      >
        {t('moreTime')}
      </Button>
      {asksHowLong.value && returnBy ? (
        <fieldset class="field">
          <legend>{t('untilWhen')}</legend>
          <div class="chips">
            {moreMinutes.map((minutes) => (
              <Button key={minutes} pressed={team.moreMinutes === minutes} onPress={() => choose(minutes)}>
                <span class="number">{laterClock(returnBy, minutes)}</span>
              </Button>
            ))}
          </div>
        </fieldset>
      ) : null}
      <Arrival
        kept={isUnsent(team.id, 'moreTime')}
        arrived={
          team.moreMinutes > 0 && returnBy ? t('untilTold', { time: laterClock(returnBy, team.moreMinutes) }) : null
        }
        refusal={refusals.value.moreTime}
      />
    </div>
  )
}

/** Remembers what the center's clock showed at a tap, so that the report need not be asked for it again. */
function noteClock(teamId: string, said: TeamSignal): void {
  const now = centerNow()
  if (now > 0) deviceMemory.write(`clock.${said}.${teamId}`, clockOf(now, timeZone))
}
