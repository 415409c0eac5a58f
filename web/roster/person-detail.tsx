import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { registrationText } from '#shared/core/check-digit.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { dateOf } from '#shared/core/time.ts'
import type { RegisteredPerson } from '#shared/roster/reads.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { openYears } from '#shared/roster/rules.ts'
import { RecordButtons } from '#web/center/record-buttons.tsx'
import { SuspectButton } from '#web/center/suspect-button.tsx'
import { centerNow } from '#web/core/clock.ts'
import { planWords, vehicleWords } from '#web/texts/reception.ts'
import { daysWord, rosterWords as words } from '#web/texts/roster.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { RegistrationLink } from './registration-link.tsx'
import { act, changes } from './roster-acts.ts'
import { show } from './shown.ts'
import { useAnswer } from './use-answer.ts'

export const today = () => dateOf(centerNow(), 'Asia/Tokyo')

const list = (values: readonly string[], none: string = words.none) => (values.length === 0 ? none : values.join('・'))

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What a registration says of places, days, tools and insurance; persons and groups alike. */
export function SaidFacts({ said }: { said: Omit<Registration, 'languages'> & { languages?: readonly string[] } }) {
  const { areas, days, tools, languages, insurance, note, registeredAt, channel } = said
  const year = insurance.fiscalYear === null ? '' : words.year(insurance.fiscalYear)
  return (
    <>
      <Fact name={words.facts.areas}>{list(areas, words.unsaid)}</Fact>
      <Fact name={words.facts.days}>{daysWord(days) || words.unsaid}</Fact>
      <Fact name={words.facts.tools}>{list(tools)}</Fact>
      {languages && languages.length > 0 && <Fact name={words.facts.languages}>{list(languages)}</Fact>}
      <Fact name={words.facts.insurance}>
        {planWords[insurance.plan]} {year}
      </Fact>
      {note !== '' && <Fact name={words.facts.note}>{note}</Fact>}
      <Fact name={words.facts.since}>
        {formatDate(dateOf(registeredAt, 'Asia/Tokyo'), 'ja')}（{words.channel[channel]}）
      </Fact>
    </>
  )
}

function ContactFacts({ contact, emergency }: Pick<RegisteredPerson, 'contact' | 'emergency'>) {
  if (!contact) return null
  const { facts } = words
  return (
    <>
      <Fact name={facts.phone}>
        <span class="number">{formatPhone(contact.phone)}</span>
      </Fact>
      {contact.birthDate !== '' && <Fact name={facts.birthDate}>{formatDate(contact.birthDate, 'ja')}</Fact>}
      {contact.address !== '' && <Fact name={facts.address}>{contact.address}</Fact>}
      {contact.email !== '' && <Fact name={facts.email}>{contact.email}</Fact>}
      {emergency && emergency.phone !== '' && (
        <Fact name={facts.emergency}>
          {emergency.name} {emergency.relation} <span class="number">{formatPhone(emergency.phone)}</span>
        </Fact>
      )}
    </>
  )
}

function PersonFacts({ whole }: { whole: RegisteredPerson }) {
  const { person, registration, lastDates } = whole
  const { facts } = words
  return (
    <dl class="facts">
      <ContactFacts {...whole} />
      {person.affiliation !== '' && <Fact name={facts.affiliation}>{person.affiliation}</Fact>}
      <Fact name={facts.skills}>{list(person.skills)}</Fact>
      <Fact name={facts.licences}>{list(person.licences)}</Fact>
      <Fact name={facts.vehicle}>{vehicleWords[person.vehicle]}</Fact>
      {person.experience && <Fact name={facts.experience}>{words.yes}</Fact>}
      {registration && <SaidFacts said={registration} />}
      {lastDates.length > 0 && (
        <Fact name={words.lastDates}>{lastDates.map((date) => formatDate(date, 'ja')).join('、')}</Fact>
      )}
    </dl>
  )
}

interface StandingProps {
  kind: 'person' | 'group'
  one: Pick<Registration, 'id' | 'number' | 'status' | 'renewedFor'>
}

/** Renewing, leaving and coming back: the same for persons and groups, and each can be taken back. */
export function StandingActs({ kind, one }: StandingProps) {
  const { id, number, status, renewedFor } = one
  const code = registrationText(kind, number)
  if (status === 'withdrawn')
    return <Button onPress={() => act('roster.restore', { kind, id })}>{words.restore}</Button>
  const year = openYears(today()).find((open) => open > renewedFor)
  return (
    <>
      {year !== undefined && (
        <Button
          variant="next"
          onPress={() =>
            act(
              'roster.renew',
              { kind, id, fiscalYear: year },
              {
                message: words.renewed(code, year),
                run: () => act('roster.takeBackRenewal', { kind, id, fiscalYear: year, before: renewedFor }),
              },
            )
          }
        >
          {words.renew(year)}
        </Button>
      )}
      <Button
        onPress={() =>
          act(
            'roster.withdraw',
            { kind, id },
            {
              message: words.withdrawn(code),
              run: () => act('roster.restore', { kind, id }),
            },
          )
        }
      >
        {words.withdraw}
      </Button>
    </>
  )
}

function Acts({ whole }: { whole: RegisteredPerson }) {
  const [linking, setLinking] = useState(false)
  const { person, registration } = whole
  if (!registration) return null
  const code = registrationText('person', registration.number)
  return (
    <div class="actions">
      <StandingActs kind="person" one={registration} />
      {registration.status === 'active' && (
        <>
          <Button onPress={() => show({ kind: 'changePerson', id: person.id })}>{words.change}</Button>
          <Button onPress={() => setLinking(true)}>{words.link}</Button>
        </>
      )}
      {linking && <RegistrationLink kind="person" id={person.id} code={code} onClose={() => setLinking(false)} />}
    </div>
  )
}

/** One person of the roster. */
export function PersonDetail({ personId }: { personId: string }) {
  const reply = useAnswer('roster.registrationOf', { personId }, changes.value)
  if (reply === null) return <p role="status">{words.loading}</p>
  if (reply.kind !== 'done') return <EmptyState title={words.noLine} />
  const whole = reply.body
  const { person, registration, standing } = whole
  return (
    <article class="stack">
      <header>
        <p class="roster-kana">
          {person.nameKana}
          {registration && <span class="number"> {registrationText('person', registration.number)}</span>}
        </p>
        <h3>{person.name}</h3>
        <p>
          {standing ? (
            <Badge tone={standing === 'active' ? 'good' : 'warning'}>{words.standing[standing]}</Badge>
          ) : (
            <Badge>{words.notRegistered}</Badge>
          )}{' '}
          {whole.today && <Badge>{words.today(whole.today.number)}</Badge>}{' '}
          {whole.hasLink && <Badge>{words.hasLink}</Badge>}
        </p>
      </header>
      <Acts whole={whole} />
      <div class="actions">
        <SuspectButton of={{ kind: 'person', id: person.id, label: person.name }} />
        <RecordButtons of={{ kind: 'person', id: person.id, label: person.name }} />
      </div>
      <PersonFacts whole={whole} />
    </article>
  )
}
