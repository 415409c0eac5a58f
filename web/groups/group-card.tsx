import { useState } from 'preact/hooks'
import { formatPhone } from '#shared/core/phone-number.ts'
import { broughtText } from '#shared/groups/brought.ts'
import { cancelGroupProblem, checkOutProblem, presentOf, removable, staying } from '#shared/groups/rules.ts'
import { attendanceStatusTexts } from '#shared/texts/attendance-status.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { mayLeave } from '#shared/volunteers/rules.ts'
import { openDay } from '#web/center/selectors.ts'
import { store } from '#web/core/store.ts'
import {
  groupDone,
  groupNumber,
  groupStates,
  groupWords,
  listPictureWords,
  groupCardWords as words,
} from '#web/texts/groups.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { act, numberIn, tellDone } from './acts.ts'
import { picturesOf } from './list-pictures.tsx'
import { type Group, toSettleOf } from './selectors.ts'
import { SettleSection } from './settle-section.tsx'

const numberText = (people: readonly Attendance[]) => people.map(({ number }) => groupWords.numberOf(number)).join('・')

/** How many are in which state, in the order of the day. */
export function statusText(people: readonly Attendance[]): string {
  const parts = Object.entries(attendanceStatusTexts).flatMap(([status, { ja }]) => {
    const count = people.filter((one) => one.status === status).length
    return count > 0 ? [`${ja} ${count}`] : []
  })
  return parts.join('・')
}

/** Opens the sheet of everybody's tag; the address holds numbers of the day and nothing else. */
function openTags(people: readonly Attendance[]): void {
  const day = openDay()
  if (!day || people.length === 0) return
  const numbers = people.map(({ number }) => number).join(',')
  window.open(`/sheets/name-tags?day=${day.id}&numbers=${numbers}`, '_blank', 'noopener')
}

function Facts({ group: { visit, people } }: { group: Group }) {
  const contact = store.get('groupVisitContact', visit.id)
  const leader = store.get('attendance', visit.leaderAttendanceId)
  return (
    <dl class="facts">
      <dt>{words.leader}</dt>
      <dd>
        {leader ? `${groupWords.numberOf(leader.number)} ${leader.name}` : ''}{' '}
        <span class="number">{formatPhone(contact?.leaderPhone ?? '')}</span>
      </dd>
      {contact?.onDayContact ? (
        <>
          <dt>{words.contact}</dt>
          <dd>{contact.onDayContact}</dd>
        </>
      ) : null}
      <dt>{words.now}</dt>
      <dd>{statusText(people)}</dd>
      <dt>{words.brought}</dt>
      <dd>{broughtText(visit) || words.nothing}</dd>
      {visit.wishes === '' ? null : (
        <>
          <dt>{words.wishes}</dt>
          <dd class="phone-lines">{visit.wishes}</dd>
        </>
      )}
    </dl>
  )
}

function Mixing({ group: { visit } }: { group: Group }) {
  const toggle = () => act('groups.agreeToMix', { groupVisitId: visit.id, agreed: !visit.mayBeMixed })
  return (
    <p class="group-settle-line">
      <span>
        {words.mixed}: <strong>{visit.mayBeMixed ? words.mayMix : words.mayNotMix}</strong>
      </span>
      <Button onPress={toggle}>{visit.mayBeMixed ? words.disagree : words.agree}</Button>
    </p>
  )
}

/** Fewer came than the leader said; only those without a name can be meant. */
function NotCome({ group: { visit, people } }: { group: Group }) {
  const [count, setCount] = useState('1')
  const most = removable(people).length
  if (most === 0) return null
  const number = Number(count)
  const unfit = !Number.isInteger(number) || number < 1 || number > most
  const cancel = () => act('groups.cancelUnnamed', { groupVisitId: visit.id, count: number })
  return (
    <details class="reception-more">
      <summary>{words.cancelUnnamed}</summary>
      <div class="group-settle-line">
        <NumberField label={words.howMany} unit={groupWords.person} value={count} onInput={setCount} />
        <Button disabledBecause={unfit ? words.between(most) : null} onPress={cancel}>
          {words.cancelUnnamed}
        </Button>
      </div>
    </details>
  )
}

function CheckOut({ group: { visit, people } }: { group: Group }) {
  const leaving = people.filter(({ status }) => mayLeave(status))
  const stay = staying(people)
  const groupVisitId = visit.id
  const leave = () =>
    act(
      'groups.checkOutGroup',
      { groupVisitId },
      {
        message: groupDone.out(visit.number, leaving.length),
        run: () => act('groups.undoCheckOutGroup', { groupVisitId }),
      },
    )
  return (
    <div class="group-out">
      <Button
        variant="next"
        large
        disabledBecause={checkOutProblem(visit, people) ? words.nobodyLeaves : null}
        onPress={leave}
      >
        {words.checkOut(leaving.length)}
      </Button>
      {stay.length > 0 ? <p class="quiet">{words.stay(numberText(stay))}</p> : null}
    </div>
  )
}

function Waiting({ group: { visit, people } }: { group: Group }) {
  const listed = people.filter(({ status }) => status === 'waitingListed')
  if (listed.length === 0) return null
  const letIn = async () => {
    const outcome = await act('groups.letInGroup', { groupVisitId: visit.id })
    if (outcome.kind === 'done') tellDone(groupDone.letIn(numberIn(outcome, 'people'), numberIn(outcome, 'waiting')))
  }
  return <Button onPress={letIn}>{words.letIn(listed.length)}</Button>
}

function Person({ person }: { person: Attendance }) {
  const { number, name, nameKana, status, nameToFollow } = person
  const [center] = store.all('center')
  const { uninsured, guardians } = toSettleOf([person], openDay(), center)
  return (
    <tr>
      <td class="table-number">{number}</td>
      <td>
        <span class="reception-kana">{nameKana}</span>
        <span class="reception-name">{name}</span>
      </td>
      <td>{attendanceStatusTexts[status].ja}</td>
      <td>
        {nameToFollow ? <Badge>{words.nameToFollow}</Badge> : null}
        {uninsured.length > 0 ? <Badge tone="warning">{words.uninsured(1)}</Badge> : null}
        {guardians.length > 0 ? <Badge tone="warning">{words.minors(1)}</Badge> : null}
      </td>
    </tr>
  )
}

function People({ people }: { people: readonly Attendance[] }) {
  return (
    <details class="reception-more" open>
      <summary>
        {words.people} <span class="number">{presentOf(people).length}</span>
      </summary>
      <table class="table">
        <tbody>
          {people.map((person) => (
            <Person key={person.id} person={person} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Taking the whole group back, and bringing it back again. */
function Cancel({ group: { visit, people } }: { group: Group }) {
  const groupVisitId = visit.id
  const restore = () => act('groups.restoreGroup', { groupVisitId })
  if (visit.status === 'cancelled') return <Button onPress={restore}>{words.restore}</Button>
  const problem = cancelGroupProblem(visit, people)
  const cancel = () =>
    act('groups.cancelGroup', { groupVisitId }, { message: groupDone.cancelled(visit.number), run: restore })
  return (
    <Button disabledBecause={problem && problemSentence(problem, 'ja')} onPress={cancel}>
      {words.cancel}
    </Button>
  )
}

/** One group: who they are, what is open, and everything that is done with all of them at once. */
export function GroupCard(props: { group: Group; onNames: () => void; onMore: () => void; onEdit: () => void }) {
  const { group, onNames, onMore, onEdit } = props
  const { visit, people, state } = group
  const present = presentOf(people)
  const { names } = toSettleOf(people, undefined, undefined)
  const pictures = picturesOf(visit.id).length
  return (
    <article class="stack group-card" aria-label={`${groupNumber(visit.number)} ${visit.name}`}>
      <header class="group-card-head">
        <h3>
          <span class="number">{groupNumber(visit.number)}</span> {visit.name}
        </h3>
        <Badge tone={state === 'here' ? 'good' : 'plain'}>{groupStates[state]}</Badge>
        <strong class="number">{groupWords.people(present.length)}</strong>
        {present.length === visit.headcountExpected ? null : (
          <span class="quiet">{groupWords.asSaid(visit.headcountExpected)}</span>
        )}
        {names.length > 0 ? <Badge tone="warning">{groupWords.toFollow(names.length)}</Badge> : null}
        {pictures > 0 ? <Badge>{listPictureWords.count(pictures)}</Badge> : null}
      </header>
      {state === 'cancelled' ? null : (
        <div class="actions">
          <Button variant={names.length > 0 ? 'next' : 'quiet'} shortcut="l" onPress={onNames}>
            {words.addNames}
          </Button>
          <Button onPress={onMore}>{words.addPeople}</Button>
          <Button shortcut="t" onPress={() => openTags(present)}>
            {words.tags(present.length)}
          </Button>
          <Waiting group={group} />
          <Button onPress={onEdit}>{words.edit}</Button>
        </div>
      )}
      <Facts group={group} />
      {state === 'here' ? (
        <>
          <Mixing group={group} />
          <SettleSection group={group} />
          <CheckOut group={group} />
          <NotCome group={group} />
        </>
      ) : null}
      <People people={people} />
      <Cancel group={group} />
    </article>
  )
}
