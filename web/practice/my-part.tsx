import { useState } from 'preact/hooks'
import { formatPhone } from '#shared/core/phone-number.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { joinPhone } from '#shared/texts/join-phone.ts'
import { centerNow } from '#web/core/clock.ts'
import { keptPersonalLink } from '#web/core/personal-link.ts'
import { unsent } from '#web/core/send.ts'
import { GivenToMe } from '#web/practice/given-to-me.tsx'
import { ObserverNotes } from '#web/practice/observer-notes.tsx'
import { type DrillDesks, leave, type OwnPart } from '#web/practice/own-part.ts'
import { useDeskWord } from '#web/practice/use-desk-word.ts'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

interface PartProps {
  part: OwnPart
  desks: DrillDesks
  centerPhone: string
}

function AtDesk({ part, desks }: PartProps) {
  const { t } = usePhoneWords(joinPhone)
  const deskWord = useDeskWord()
  const { deskName, name } = part.participant
  const found = desks.find((one) => one.name === deskName)
  const desk = found ? deskWord(found) : ''
  return (
    <section class="form-part">
      <h2 class="join-title">{t('goSit', { desk })}</h2>
      <p>{t('sitHow', { name })}</p>
    </section>
  )
}

function AsVolunteer() {
  const { t } = usePhoneWords(joinPhone)
  const own = keptPersonalLink()
  // The address of drills may be an old one: what is kept of another day is nobody's today.
  if (own && centerNow() !== 0 && own.date === dateOf(centerNow(), timeZone))
    return (
      <section class="form-part">
        <h2 class="join-title">{t('checkedIn')}</h2>
        <p>{t('ownPageHow')}</p>
        <a class="button button-next button-large button-wide" href={`/me#${own.token}`}>
          {t('toOwnPage')}
        </a>
      </section>
    )
  return (
    <section class="form-part">
      <h2 class="join-title">{t('goCheckIn')}</h2>
      <p>{t('checkInHow')}</p>
      <a class="button button-next button-large button-wide" href="/reception">
        {t('toReception')}
      </a>
    </section>
  )
}

const lines = ['who', 'whatHappened', 'knows', 'doesNotKnow', 'saysFirst'] as const

function NoCard({ centerPhone }: Pick<PartProps, 'centerPhone'>) {
  const { t } = usePhoneWords(joinPhone)
  return (
    <section class="form-part">
      <p>{t('noCard')}</p>
      {centerPhone === '' ? null : (
        <p>
          {t('callCenter')} <strong class="number">{formatPhone(centerPhone)}</strong>
        </p>
      )}
    </section>
  )
}

/** Whom somebody plays; who plays a survivor calls the center. */
function RoleCard({ part: { card, participant }, centerPhone }: PartProps) {
  const { t } = usePhoneWords(joinPhone)
  const calls = participant.role === 'survivor'
  if (!card) return calls ? <NoCard centerPhone={centerPhone} /> : null
  return (
    <section class="form-part">
      <h2 class="join-title">
        <span class="join-small">{t('card')}</span> <span lang="ja">{card.title}</span>
      </h2>
      <dl class="phone-facts">
        {lines
          .filter((line) => card[line] !== '')
          .map((line) => (
            <div key={line}>
              <dt>{t(line)}</dt>
              <dd lang="ja" class={line === 'saysFirst' ? 'phone-lines join-says' : 'phone-lines'}>
                {card[line]}
              </dd>
            </div>
          ))}
        {!calls || centerPhone === '' ? null : (
          <div>
            <dt>{t('callCenter')}</dt>
            <dd class="number">{formatPhone(centerPhone)}</dd>
          </div>
        )}
      </dl>
      {calls ? <p class="quiet">{t('callHow')}</p> : null}
    </section>
  )
}

/** The way out, asked once: the card goes to somebody else. */
function Leaving() {
  const { t, language } = usePhoneWords(joinPhone)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState('')
  if (!asking)
    return (
      <footer class="phone-settings">
        <Button onPress={() => setAsking(true)}>{t('leave')}</Button>
      </footer>
    )
  const press = async () => {
    const problem = await leave()
    setRefused(problem ? drillProblemSentence(problem, language) : '')
  }
  // Whoever has left says nothing any more: what waits would be refused.
  const waits = unsent.value.length > 0
  return (
    <footer class="form-part">
      <p>{refused || t(waits ? 'leaveUnsent' : 'leaveSure')}</p>
      {waits ? null : (
        <Button variant="danger" wide onPress={press}>
          {t('leave')}
        </Button>
      )}
      <Button wide onPress={() => setAsking(false)}>
        {t('stay')}
      </Button>
    </footer>
  )
}

const workOf = ({ part, desks }: PartProps): readonly string[] =>
  desks.find(({ name }) => name === part.participant.deskName)?.work ?? []

/** The part that this phone's owner plays. */
export function MyPart(props: PartProps) {
  const { t } = usePhoneWords(joinPhone)
  const { participant } = props.part
  const { role, name, deskName } = participant
  return (
    <>
      <h1 class="join-who">
        {t('you', { name })} <span class="join-small">{t(role)}</span>
      </h1>
      <GivenToMe {...props.part} />
      {role === 'staff' ? <AtDesk {...props} /> : null}
      {role === 'volunteer' ? <AsVolunteer /> : null}
      <RoleCard {...props} />
      {role === 'observer' ? <ObserverNotes deskName={deskName} work={workOf(props)} /> : null}
      <Leaving />
    </>
  )
}
