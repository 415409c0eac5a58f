import { useState } from 'preact/hooks'
import { registrationText } from '#shared/core/check-digit.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import type { RegisteredGroup } from '#shared/roster/registered-group.ts'
import { RecordButtons } from '#web/center/record-buttons.tsx'
import { groupKindWords, groupVehicleWords, rosterFormWords, rosterWords as words } from '#web/texts/roster.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { Fact, SaidFacts, StandingActs } from './person-detail.tsx'
import { RegistrationLink } from './registration-link.tsx'
import { changes } from './roster-acts.ts'
import { show } from './shown.ts'
import { useAnswer } from './use-answer.ts'

function Acts({ group }: { group: RegisteredGroup }) {
  const [linking, setLinking] = useState(false)
  const { id, number } = group
  return (
    <div class="actions">
      <StandingActs kind="group" one={group} />
      <RecordButtons of={{ kind: 'group', id, label: group.name }} />
      {group.status === 'active' && (
        <>
          <Button onPress={() => show({ kind: 'changeGroup', id })}>{words.change}</Button>
          <Button onPress={() => setLinking(true)}>{words.link}</Button>
        </>
      )}
      {linking && (
        <RegistrationLink
          kind="group"
          id={id}
          code={registrationText('group', number)}
          onClose={() => setLinking(false)}
        />
      )}
    </div>
  )
}

/** One registered group. */
export function GroupDetail({ groupId }: { groupId: string }) {
  const reply = useAnswer('roster.groupOf', { groupId }, changes.value)
  if (reply === null) return <p role="status">{words.loading}</p>
  if (reply.kind !== 'done') return <EmptyState title={words.noLine} />
  const { group, contact, standing, hasLink } = reply.body
  const { facts } = words
  return (
    <article class="stack">
      <header>
        <p class="roster-kana">
          {group.nameKana} <span class="number">{registrationText('group', group.number)}</span>
        </p>
        <h3>{group.name}</h3>
        <p>
          <Badge tone={standing === 'active' ? 'good' : 'warning'}>{words.standing[standing]}</Badge>{' '}
          {hasLink && <Badge>{words.hasLink}</Badge>}
        </p>
      </header>
      <Acts group={group} />
      <dl class="facts">
        <Fact name={facts.kind}>{groupKindWords[group.kind]}</Fact>
        <Fact name={facts.headcount}>{words.headcount(group.usualHeadcount)}</Fact>
        {contact && (
          <Fact name={facts.leader}>
            {contact.leaderName} <span class="number">{formatPhone(contact.phone)}</span> {contact.email}
          </Fact>
        )}
        {contact && contact.address !== '' && <Fact name={facts.address}>{contact.address}</Fact>}
        <Fact name={facts.skills}>{group.skills.join('・') || words.none}</Fact>
        <Fact name={facts.vehicles}>
          {group.vehicles.length === 0
            ? words.none
            : group.vehicles.map(({ kind, count, seats, mayMoveOnSite }) => (
                <span key={kind} class="roster-line">
                  {groupVehicleWords[kind]} {words.vehicleSize(count, seats)}{' '}
                  {mayMoveOnSite ? rosterFormWords.mayMove : ''}
                </span>
              ))}
        </Fact>
        <SaidFacts said={group} />
      </dl>
    </article>
  )
}
