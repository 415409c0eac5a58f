import { useEffect, useRef } from 'preact/hooks'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { isGateOpen } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import type { Team } from '#shared/teams/team.ts'
import { choiceWords } from '#shared/texts/need-words.ts'
import { gateReasonWords } from '#shared/texts/needs-problems.ts'
import { store } from '#web/core/store.ts'
import { chosenIds, formSentence, formTeamFor, newcomerAt, putChosenOn } from '#web/dispatch/chosen-people.ts'
import { familyName, teamsAt, townName } from '#web/dispatch/selectors.ts'
import { TeamBlock } from '#web/dispatch/team-block.tsx'
import { lookAgain, selectNeed } from '#web/dispatch/wall-view.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { SlotRow } from '#web/ui/slot-row.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'

/** Dragged name notes carry this type, so that nothing else dropped on a card is taken for people. */
export const dragType = 'application/x-sasae-people'

function CardHead({ need, selected }: { need: Need; selected: boolean }) {
  const mark = statusMark(need.status)
  return (
    <button
      type="button"
      class="need-card-head need-card-button"
      aria-expanded={selected}
      data-need-card={need.id}
      onClick={() => (selected && chosenIds.value.length > 0 ? void putChosenOn(need) : selectNeed(need.id))}
    >
      <StatusMark {...mark} hideWord />
      <span class="need-card-number">{needNumberText(need.number)}</span>
      <span class="need-card-town">{townName(need.townId)}</span>
      {need.urgent || need.crisis ? <Badge tone="stop">{t.urgent}</Badge> : null}
      <SlotRow filled={need.assignedCount} wanted={need.headcount} />
    </button>
  )
}

function CardFacts({ need }: { need: Need }) {
  const cautions = [need.dangers, ...(need.fallingObjectNotice ? [t.fallingObjects] : [])].filter((one) => one !== '')
  return (
    <>
      <p class="need-card-line need-card-work">
        <strong>{need.categories.map((one) => choiceWords.categories[one]).join('・')}</strong> {need.work}
      </p>
      {need.tools.length > 0 ? <p class="need-card-line quiet">{need.tools.join('・')}</p> : null}
      {cautions.length > 0 ? <p class="need-card-line need-card-caution">{cautions.join('・')}</p> : null}
      {isGateOpen(need) ? null : (
        <p class="need-card-line need-card-caution">
          {t.gate(need.gate.closedBy.map((reason) => gateReasonWords[reason]).join('・'))}
        </p>
      )}
    </>
  )
}

/** A team on a card that is not unfolded: who fills the slots. */
function TeamLine({ team }: { team: Team }) {
  return (
    <p class="need-card-line team-line">
      <strong class="number">{t.team(team.number)}</strong>
      <Badge tone={team.status === 'out' ? 'good' : 'plain'}>{t.teamState[team.status]}</Badge>
      <span>
        {team.members.map(({ attendanceId, number, name }) => (
          <span key={attendanceId} class={attendanceId === team.leaderId ? 'slip slip-leader' : 'slip'}>
            <span class="number">{number}</span> {familyName(name)}
          </span>
        ))}
      </span>
    </p>
  )
}

/** One need of the wall: its slots, what is asked, what stops it; unfolded, its teams and the one next act. */
export function NeedCard({ need, selected }: { need: Need; selected: boolean }) {
  const teams = teamsAt(store, need.id)
  const card = useRef<HTMLElement>(null)
  // What was chosen on the map may lie far down the wall.
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    if (!selected) selectNeed(need.id)
    void putChosenOn(need)
  }
  const onDragOver = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes(dragType)) event.preventDefault()
  }
  return (
    <article
      ref={card}
      class={selected ? 'need-card need-card-selected' : 'need-card'}
      onDrop={onDrop}
      onDragOver={onDragOver}
      aria-label={needNumberText(need.number)}
    >
      <CardHead need={need} selected={selected} />
      <CardFacts need={need} />
      {teams.map((team) =>
        selected ? <TeamBlock key={team.id} team={team} /> : <TeamLine key={team.id} team={team} />,
      )}
      {selected && (teams.length === 0 || chosenIds.value.length > 0) ? (
        <div class="actions">
          <Button
            variant={teams.length === 0 ? 'next' : 'quiet'}
            disabledBecause={formSentence(need)}
            onPress={() => formTeamFor(need)}
          >
            {teams.length === 0 ? t.form(chosenIds.value.length) : t.formAnother(chosenIds.value.length)}
          </Button>
          {newcomerAt(need) ? <Button onPress={lookAgain}>{t.looked}</Button> : null}
        </div>
      ) : null}
    </article>
  )
}
