import { useState } from 'preact/hooks'
import { addMinutes, clockOf, minutesBetween, timeZone } from '#shared/core/time.ts'
import { inOrder } from '#shared/practice/coming.ts'
import type { Inject } from '#shared/practice/inject.ts'
import type { Team } from '#shared/teams/team.ts'
import { recipientWords } from '#shared/texts/drill-sheets.ts'
import { isoNow } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/practice/acts.ts'
import { InjectAnswer } from '#web/practice/inject-answer.tsx'
import { InjectHolder } from '#web/practice/inject-holder.tsx'
import { lookAgain, nextEvent } from '#web/practice/waiting-injects.ts'
import { givenWords, practiceTexts as words } from '#web/texts/practice.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/select-field.tsx'

const delayMinutes = 10
const clock = (at: string) => clockOf(at, timeZone)

/** Acts on what no device holds: asked anew at once, so that the list follows the finger. */
async function move(...step: Parameters<typeof act>): Promise<void> {
  await act(...step)
  await lookAgain()
}

const backTo = ({ id: injectId, dueAt }: Inject) => move('practice.putBackInject', { injectId, dueAt })

function fire(inject: Inject, teamId = ''): Promise<void> {
  const undo = { message: words.fired(inject.title), run: () => backTo(inject) }
  return move('practice.fireInject', { injectId: inject.id, ...(teamId === '' ? {} : { teamId }) }, undo)
}

/** Of several teams outside the controller may choose to which it happens; else the center does. */
function WhichTeam({ inject, chosen, onChoose }: { inject: Inject; chosen: string; onChoose: (id: string) => void }) {
  const outside = store.all('team').filter(({ status }) => status === 'out')
  if (inject.recipient.kind !== 'team' || outside.length < 2) return null
  const nameOf = ({ members, leaderId }: Team) =>
    members.find(({ attendanceId }) => attendanceId === leaderId)?.name ?? ''
  return (
    <SelectField
      label={words.whichTeam}
      value={chosen}
      emptyLabel={words.anyTeam}
      onChange={onChoose}
      options={outside
        .toSorted((one, other) => one.number - other.number)
        .map((team) => ({ value: team.id, label: words.team(team.number, nameOf(team)) }))}
    />
  )
}

function delay(inject: Inject, now: string): Promise<void> {
  const message = words.delayed(inject.title, clock(addMinutes(inject.dueAt ?? now, delayMinutes)))
  const undo = { message, run: () => backTo(inject) }
  return move('practice.delayInject', { injectId: inject.id, minutes: delayMinutes }, undo)
}

function skip(inject: Inject): Promise<void> {
  const undo = { message: words.skipped(inject.title), run: () => backTo(inject) }
  return move('practice.skipInject', { injectId: inject.id }, undo)
}

function Content({ inject: { text, script } }: { inject: Inject }) {
  return (
    <details>
      <summary>{words.content}</summary>
      <p class="controller-lines">{text}</p>
      {script === '' ? null : <p class="inject-says controller-lines">{script}</p>}
    </details>
  )
}

function whenWords({ dueAt, condition }: Inject, now: string): string {
  if (dueAt === null) return condition || words.byHand
  return dueAt <= now ? words.due(clock(dueAt)) : words.dueAt(clock(dueAt))
}

function Waiting({ inject, isNext, now }: { inject: Inject; isNext: boolean; now: string }) {
  const [teamId, setTeamId] = useState('')
  return (
    <li class="controller-inject">
      <p>
        <span class="number">{whenWords(inject, now)}</span>{' '}
        <span class="quiet">{recipientWords(inject.recipient)}</span>
      </p>
      <div class="controller-row">
        <h4>{inject.title}</h4>
        <div class="toolbar">
          <Button
            variant={isNext ? 'next' : 'quiet'}
            onPress={() => fire(inject, teamId)}
            label={`${words.fire} ${inject.title}`}
          >
            {words.fire}
          </Button>
          <Button onPress={() => delay(inject, now)} label={`${words.delay(delayMinutes)} ${inject.title}`}>
            {words.delay(delayMinutes)}
          </Button>
          <Button onPress={() => skip(inject)} label={`${words.skip} ${inject.title}`}>
            {words.skip}
          </Button>
        </div>
      </div>
      <WhichTeam inject={inject} chosen={teamId} onChoose={setTeamId} />
      <Content inject={inject} />
    </li>
  )
}

/** What was left out: given after all, or put back among those that wait. */
function Skipped({ injects }: { injects: readonly Inject[] }) {
  if (injects.length === 0) return null
  return (
    <details>
      <summary>{words.skippedTitle(injects.length)}</summary>
      <ul class="controller-list">
        {injects.map((inject) => (
          <li key={inject.id} class="controller-inject">
            <div class="controller-row">
              <h4>{inject.title}</h4>
              <div class="toolbar">
                <Button onPress={() => fire(inject)} label={`${words.fire} ${inject.title}`}>
                  {words.fire}
                </Button>
                <Button onPress={() => backTo(inject)} label={`${words.putBack} ${inject.title}`}>
                  {words.putBack}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** How long an answer may still take, or how late it is. */
export function AnswerTime({ inject, now }: { inject: Inject; now: string }) {
  if (inject.firedAt === null || inject.answerWithin === null) return null
  const left = minutesBetween(now, addMinutes(inject.firedAt, inject.answerWithin))
  if (left < 0) return <Badge tone="stop">{words.minutesOver(-left)}</Badge>
  return <Badge tone={left < 3 ? 'warning' : 'plain'}>{words.minutesLeft(left)}</Badge>
}

/** What nobody outside can be told now is given again later. */
function Anew({ inject }: { inject: Inject }) {
  if (inject.leaderId !== null) return null
  return (
    <div class="toolbar">
      <a class="button button-quiet" href="/sheets/inject-cards" target="_blank" rel="noreferrer">
        {words.injectCards}
      </a>
      <Button onPress={() => backTo({ ...inject, dueAt: null })} label={`${words.putBack} ${inject.title}`}>
        {words.putBack}
      </Button>
    </div>
  )
}

/**
 * What waits for an answer can be read here, for whoever tells it to a desk whose screen is dark; what is for the
 * controller or a team is answered here.
 */
function Unanswered({ inject }: { inject: Inject }) {
  if (!['controller', 'team'].includes(inject.recipient.kind)) return <Content inject={inject} />
  return (
    <>
      <p class="controller-lines">{inject.text}</p>
      {inject.recipient.kind === 'team' ? <Anew inject={inject} /> : null}
      <InjectAnswer inject={inject} />
    </>
  )
}

function GivenOne({ inject, now }: { inject: Inject; now: string }) {
  return (
    <li class="controller-given">
      <span class="number">{inject.firedAt ? clock(inject.firedAt) : ''}</span> <strong>{inject.title}</strong>{' '}
      <span class="quiet">{recipientWords(inject.recipient)}</span>{' '}
      {givenWords(inject, clock) ?? <AnswerTime inject={inject} now={now} />}
      <InjectHolder inject={inject} />
      {inject.state === 'fired' ? <Unanswered inject={inject} /> : null}
    </li>
  )
}

function Given({ now }: { now: string }) {
  const given = store.all('inject').toSorted((one, other) => ((one.firedAt ?? '') < (other.firedAt ?? '') ? 1 : -1))
  if (given.length === 0) return null
  return (
    <section aria-labelledby="drill-given">
      <h4 id="drill-given">{words.givenTitle(given.length)}</h4>
      <ul class="controller-list">
        {given.map((inject) => (
          <GivenOne key={inject.id} inject={inject} now={now} />
        ))}
      </ul>
    </section>
  )
}

/** With none to give, the controller still hears when something moves by itself. */
function NothingWaits() {
  const next = nextEvent.value
  return (
    <p>
      {words.noWaiting}
      {next ? ` ${words.nextOfItself(clock(next.at), next.title)}` : ''}
    </p>
  )
}

/** What is due, what waits, what was left out, what was given and how it was answered. */
export function InjectsSection({ asked }: { asked: readonly Inject[] }) {
  const now = isoNow()
  const waiting = inOrder(asked.filter(({ state }) => state === 'waiting'))
  return (
    <section class="form-part" aria-labelledby="drill-injects">
      <h3 id="drill-injects">{words.injects}</h3>
      {waiting.length === 0 ? <NothingWaits /> : null}
      <ul class="controller-list">
        {waiting.map((inject, index) => (
          <Waiting key={inject.id} inject={inject} isNext={index === 0} now={now} />
        ))}
      </ul>
      <Skipped injects={asked.filter(({ state }) => state === 'skipped')} />
      <Given now={now} />
    </section>
  )
}
