import { AgainDialog } from '#web/dispatch/again-dialog.tsx'
import './dispatch.css'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { type DepartureCheck, departureChecks } from '#shared/dispatch/departure-check.ts'
import { dispatchProblem, sheetNumber, uncheckedProblem } from '#shared/dispatch/rules.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import type { Team } from '#shared/teams/team.ts'
import { earlierTimeTexts } from '#shared/texts/earlier-time.ts'
import { EarlierTime, useEarlierTime } from '#web/center/earlier-time.tsx'
import { store } from '#web/core/store.ts'
import { act } from '#web/dispatch/acts.ts'
import { ConsentWarning } from '#web/dispatch/consent-warning.tsx'
import { familyName, membersOf, settingNow, teamInView, townName } from '#web/dispatch/selectors.ts'
import { depart } from '#web/dispatch/team-acts.ts'
import { Glance } from '#web/dispatch/team-block.tsx'
import { Words } from '#web/dispatch/wall-panel.tsx'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoicesField } from '#web/ui/choice-field.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const checkOptions = departureChecks.map((value) => ({ value, label: t.checks[value] }))

function Head({ team, workOrder }: { team: Team; workOrder: WorkOrder | undefined }) {
  const leader = team.members.find(({ attendanceId }) => attendanceId === team.leaderId)
  return (
    <p class="need-card-head">
      <strong class="need-card-number">{t.team(team.number)}</strong>
      {workOrder ? (
        <>
          <span>{`${needNumberText(workOrder.needNumber)} ${townName(workOrder.townId)}`}</span>
          <span class="quiet number">{t.sheet(sheetNumber(workOrder))}</span>
        </>
      ) : null}
      {leader ? (
        <span>{t.leaderAndOthers(leader.number, familyName(leader.name), team.members.length - 1)}</span>
      ) : null}
    </p>
  )
}

function ReadyTeam({ team }: { team: Team }) {
  const draft = useDraft(`departure.${team.id}`, { checked: [] as string[] })
  const earlier = useEarlierTime(`depart.${team.id}`)
  const view = teamInView(store, team)
  const { workOrder } = view
  const checked = departureChecks.filter((check) => draft.value.checked.includes(check))
  const problem = dispatchProblem(view, settingNow(store)) ?? uncheckedProblem(checked)
  if (!workOrder) return null
  const leave = async (all: DepartureCheck[]) => {
    if (!(await depart(team, workOrder.id, all, earlier.options))) return
    draft.clear()
    earlier.clear()
  }
  return (
    <article class="need-card">
      <Head team={team} workOrder={workOrder} />
      <Glance people={membersOf(store, team)} />
      <p>
        <strong>{t.tools}</strong> {workOrder.tools.length > 0 ? workOrder.tools.join('・') : t.noTools}
      </p>
      <ChoicesField
        label={t.departureChecks(team.number)}
        values={draft.value.checked}
        options={checkOptions}
        onChange={(values) => draft.change({ checked: values })}
      />
      <ConsentWarning need={view.need} />
      <EarlierTime earlier={earlier} label={earlierTimeTexts.left} />
      <div class="actions">
        {team.briefedAt === null ? (
          <Button onPress={() => act('teams.briefTeam', { teamId: team.id, briefed: true })}>{t.brief}</Button>
        ) : null}
        <Button
          variant="next"
          large
          disabledBecause={problem ? problemSentence(problem, 'ja') : earlier.problem}
          onPress={() => leave(checked)}
        >
          {t.depart}
        </Button>
      </div>
    </article>
  )
}

function OutTeam({ team }: { team: Team }) {
  const workOrder = store.get('workOrder', team.workOrderId)
  const mayTakeBack = team.signal === null && workOrder !== undefined
  return (
    <article class="need-card">
      <Head team={team} workOrder={workOrder} />
      <p class="need-card-line">
        {team.departedAt ? <span class="number">{t.since(clockOf(team.departedAt, timeZone))}</span> : null}
        {workOrder ? <span class="number">{t.returnBy(workOrder.returnBy)}</span> : null}
        {mayTakeBack ? (
          <Button onPress={() => act('dispatch.recallFromDispatch', { workOrderId: workOrder.id })}>
            {t.takeBack}
          </Button>
        ) : null}
      </p>
    </article>
  )
}

const byNumber = (one: Team, other: Team) => one.number - other.number

/** The door (送り出し): tools from the sheet, the five points, and the departure; beside it who is out since when. */
export function SendOffPanel() {
  const ready = store
    .all('team')
    .filter(({ status }) => status === 'ready')
    .sort(byNumber)
  const out = store
    .all('team')
    .filter(({ status }) => status === 'out')
    .sort(byNumber)
  return (
    <section class="panel send-off-panel" aria-label={t.sendOff}>
      <Words />
      <div class="panel-body send-off-body">
        <section class="stack" aria-label={t.readyTeams}>
          <h2>
            {t.readyTeams} <span class="number">{ready.length}</span>
          </h2>
          {ready.length === 0 ? <EmptyState title={t.sendOffEmpty} /> : null}
          {ready.map((team) => (
            <ReadyTeam key={team.id} team={team} />
          ))}
        </section>
        <section class="stack" aria-label={t.outTeams}>
          <h2>
            {t.outTeams} <span class="number">{out.length}</span>
          </h2>
          {out.length === 0 ? <EmptyState title={t.outEmpty} /> : null}
          {out.map((team) => (
            <OutTeam key={team.id} team={team} />
          ))}
        </section>
      </div>
      <AgainDialog />
    </section>
  )
}
