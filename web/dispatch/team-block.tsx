import { useState } from 'preact/hooks'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { limits } from '#shared/dispatch/limits.ts'
import { dispatchProblem, issueProblem, sheetNumber } from '#shared/dispatch/rules.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { broughtLine } from '#shared/groups/brought.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { isAtCenter } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import { earlierTimeTexts } from '#shared/texts/earlier-time.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { EarlierTime, useEarlierTime } from '#web/center/earlier-time.tsx'
import { store } from '#web/core/store.ts'
import { act } from '#web/dispatch/acts.ts'
import { addChosenTo, addSentence, chosenIds } from '#web/dispatch/chosen-people.ts'
import { ConsentWarning } from '#web/dispatch/consent-warning.tsx'
import { CorrectNeed } from '#web/dispatch/correct-need.tsx'
import {
  badgesOf,
  familyName,
  glanceOf,
  groupBadge,
  membersOf,
  settingNow,
  teamInView,
} from '#web/dispatch/selectors.ts'
import { depart, disband, issueSheet, openSheet, removeFrom } from '#web/dispatch/team-acts.ts'
import { lookAgain, sawTeam, seenAt, selectedNeed } from '#web/dispatch/wall-view.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { PersonToken } from '#web/ui/person-token.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** What a group of people is, in a few facts: those that will stop it stand out. */
export function Glance({ people }: { people: readonly Attendance[] }) {
  return (
    <p class="glance">
      {glanceOf(people, settingNow(store)).map(({ text, warning }) => (
        <Badge key={text} tone={warning ? 'warning' : 'plain'}>
          {text}
        </Badge>
      ))}
    </p>
  )
}

/** What the groups in a team brought: their own vehicles with seats, their own tools. */
function Brought({ team }: { team: Team }) {
  const ids = new Set(membersOf(store, team).flatMap(({ groupVisitId }) => groupVisitId ?? []))
  const lines = [...ids].flatMap((id) => {
    const visit = store.get('groupVisit', id)
    const line = visit ? broughtLine(visit) : ''
    return line === '' ? [] : [line]
  })
  return lines.length === 0 ? null : <p class="quiet">{lines.join(' ／ ')}</p>
}

function Members({ team, open }: { team: Team; open: boolean }) {
  const setting = settingNow(store)
  return (
    <ul class="token-list" aria-label={t.team(team.number)}>
      {membersOf(store, team).map((person) => (
        <li key={person.id} class="member">
          <PersonToken
            number={person.number}
            name={person.nameToFollow ? t.nameToFollow : familyName(person.name)}
            badges={[...groupBadge(store, person), ...badgesOf(person, setting)]}
            leader={person.id === team.leaderId}
            selected={person.id === team.leaderId}
            onPress={
              open ? () => void act('dispatch.chooseLeader', { teamId: team.id, attendanceId: person.id }) : undefined
            }
          />
          {open ? (
            <button
              type="button"
              class="member-remove"
              aria-label={t.remove(person.number)}
              onClick={() => void removeFrom(team, person.id, person.number)}
            >
              {t.removeShort}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Printing: where another desk has printed meanwhile, both reasons are shown, and the one in the form is printed next. */
function usePrinting(team: Team, workOrder: WorkOrder | undefined, reason: string) {
  /** The sheet that stood beside one's own words when they were refused; a third one has to be read as well. */
  const [seen, setSeen] = useState<{ sheet: string | null } | null>(null)
  const print = async () => {
    const reasonForTeam = seen ? reason : (workOrder?.reasonForTeam ?? reason)
    const basedOnId = seen ? seen.sheet : team.workOrderId
    const sheetNow = () => store.get('team', team.id)?.workOrderId ?? null
    const done = await issueSheet(team, { reasonForTeam, basedOnId }, ({ code }) =>
      setSeen(code === 'core.changedMeanwhile' ? { sheet: sheetNow() } : null),
    )
    if (done) setSeen(null)
  }
  return { print, second: seen !== null }
}

function BothReasons(props: { workOrder: WorkOrder; reason: string; take: (part: { reason?: string }) => void }) {
  const { workOrder, reason, take } = props
  const theirs = { reason: workOrder.reasonForTeam }
  return <BothTexts mine={{ reason }} theirs={theirs} labels={{ reason: t.reason }} take={take} />
}

/** The sheet and the way out of the door; each button says beforehand what still stands in its way. */
function Sheet({ team }: { team: Team }) {
  const draft = useDraft(`reason.${team.id}`, { reason: '' })
  const earlier = useEarlierTime(`depart.${team.id}`)
  const view = teamInView(store, team)
  const setting = settingNow(store)
  const problem = issueProblem(view, setting)
  const departure = dispatchProblem(view, setting)
  const { workOrder } = view
  const issued = workOrder !== undefined && team.workOrderId !== null
  const { reason } = draft.value
  const { print, second } = usePrinting(team, workOrder, reason)
  const leave = async (workOrderId: string) => {
    if (await depart(team, workOrderId, [], earlier.options)) earlier.clear()
  }
  return (
    <>
      {issued ? null : (
        <TextField
          label={t.reason}
          name={`reason-${team.number}`}
          value={draft.value.reason}
          maxLength={limits.reasonForTeam}
          onInput={(reason) => draft.change({ reason })}
        />
      )}
      <ConsentWarning need={view.need} />
      {issued ? <EarlierTime earlier={earlier} label={earlierTimeTexts.left} /> : null}
      {second && workOrder ? <BothReasons workOrder={workOrder} reason={reason} take={draft.change} /> : null}
      <div class="actions">
        <Button
          variant={issued ? 'quiet' : 'next'}
          shortcut={issued ? undefined : 'F8'}
          disabledBecause={problem && problemSentence(problem, 'ja')}
          onPress={print}
        >
          {issued ? t.printAgain : t.print}
        </Button>
        {issued ? (
          <Button onPress={() => openSheet(workOrder.id, false)}>{t.openSheet(sheetNumber(workOrder))}</Button>
        ) : null}
        {issued ? (
          <Button
            variant="next"
            shortcut="F9"
            disabledBecause={departure ? problemSentence(departure, 'ja') : earlier.problem}
            onPress={() => leave(workOrder.id)}
          >
            {t.depart}
          </Button>
        ) : null}
      </div>
    </>
  )
}

function Needed({ team }: { team: Team }) {
  const need = selectedNeed()
  if (team.needId !== null || !need) return null
  const give = async () => {
    const seenTeamIds = [...seenAt(need)]
    if (await act('dispatch.assignNeed', { teamId: team.id, needId: need.id, seenTeamIds }, { onRefused: lookAgain }))
      sawTeam(team.id)
  }
  return <Button onPress={give}>{t.giveNeed(needNumberText(need.number))}</Button>
}

/** A team at the center: its people, what they bring, and what comes next; one that is out only says so. */
export function TeamBlock({ team }: { team: Team }) {
  const open = isAtCenter(team)
  const count = chosenIds.value.length
  return (
    <section class="team-block" aria-label={t.team(team.number)}>
      <p class="team-line">
        <strong class="number">{t.team(team.number)}</strong>
        <Badge tone={team.status === 'out' ? 'good' : 'plain'}>{t.teamState[team.status]}</Badge>
        {team.departedAt ? <span class="number">{t.since(clockOf(team.departedAt, timeZone))}</span> : null}
        {open && team.leaderId === null ? <span class="quiet">{t.makeLeader}</span> : null}
      </p>
      <Members team={team} open={open} />
      <Glance people={membersOf(store, team)} />
      <Brought team={team} />
      {open ? (
        <>
          <div class="actions">
            {count > 0 ? (
              <Button disabledBecause={addSentence(team)} onPress={() => addChosenTo(team)}>
                {t.add(team.number, count)}
              </Button>
            ) : null}
            <Needed team={team} />
            <Button
              pressed={team.briefedAt !== null}
              shortcut="F7"
              onPress={() => act('teams.briefTeam', { teamId: team.id, briefed: team.briefedAt === null })}
            >
              {team.briefedAt === null ? t.brief : t.briefed(clockOf(team.briefedAt, timeZone))}
            </Button>
            <Button onPress={() => disband(team)}>{t.disband}</Button>
          </div>
          <Sheet team={team} />
        </>
      ) : null}
      {team.status === 'out' ? <CorrectNeed team={team} /> : null}
    </section>
  )
}
