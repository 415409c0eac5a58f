import { useState } from 'preact/hooks'
import { formatPhone } from '#shared/core/phone-number.ts'
import { drillPhone } from '#shared/texts/drill-phone.ts'
import { GivenToMe } from '#web/practice/given-to-me.tsx'
import { ObserverNotes } from '#web/practice/observer-notes.tsx'
import { leave, type OwnPart, type ShownDrill } from '#web/practice/own-part.ts'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

interface PartProps {
  part: OwnPart
  desks: ShownDrill['desks']
  centerPhone: string
}

function AtDesk({ part, desks }: PartProps) {
  const { t } = usePhoneWords(drillPhone)
  const { deskName, name } = part.participant
  const desk = desks.find((one) => one.name === deskName)?.title ?? ''
  return (
    <section class="form-part">
      <h2 class="join-title">{t('goSit', { desk })}</h2>
      <p>{t('sitHow', { name })}</p>
    </section>
  )
}

function AsVolunteer() {
  const { t } = usePhoneWords(drillPhone)
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

function RoleCard({ part: { card }, centerPhone }: PartProps) {
  const { t } = usePhoneWords(drillPhone)
  if (!card)
    return (
      <section class="form-part">
        <p>{t('noCard')}</p>
      </section>
    )
  return (
    <section class="form-part">
      <h2 class="join-title">
        <span class="join-small">{t('card')}</span> {card.title}
      </h2>
      <dl class="phone-facts">
        {lines
          .filter((line) => card[line] !== '')
          .map((line) => (
            <div key={line}>
              <dt>{t(line)}</dt>
              <dd class={line === 'saysFirst' ? 'phone-lines join-says' : 'phone-lines'}>{card[line]}</dd>
            </div>
          ))}
        {centerPhone === '' ? null : (
          <div>
            <dt>{t('callCenter')}</dt>
            <dd class="number">{formatPhone(centerPhone)}</dd>
          </div>
        )}
      </dl>
      <p class="quiet">{t('callHow')}</p>
    </section>
  )
}

/** The way out, asked once: the card goes to somebody else. */
function Leaving() {
  const { t, language } = usePhoneWords(drillPhone)
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
  return (
    <footer class="form-part">
      <p>{refused || t('leaveSure')}</p>
      <Button variant="danger" wide onPress={press}>
        {t('leave')}
      </Button>
      <Button wide onPress={() => setAsking(false)}>
        {t('stay')}
      </Button>
    </footer>
  )
}

/** The part that this phone's owner plays. */
export function MyPart(props: PartProps) {
  const { t } = usePhoneWords(drillPhone)
  const { participant, injects } = props.part
  const { role, name, deskName } = participant
  return (
    <>
      <h1 class="join-who">
        {t('you', { name })} <span class="join-small">{t(role)}</span>
      </h1>
      <GivenToMe injects={injects} />
      {role === 'staff' ? <AtDesk {...props} /> : null}
      {role === 'volunteer' ? <AsVolunteer /> : null}
      {role === 'survivor' ? <RoleCard {...props} /> : null}
      {role === 'observer' ? <ObserverNotes deskName={deskName} /> : null}
      <Leaving />
    </>
  )
}
