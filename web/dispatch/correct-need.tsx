import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { limits } from '#shared/dispatch/limits.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import type { Team } from '#shared/teams/team.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/dispatch/acts.ts'
import { openSheet } from '#web/dispatch/team-acts.ts'
import { lookAgain, sawTeam, seenAt, selectNeed } from '#web/dispatch/wall-view.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'

async function correct(team: Team, from: Need, to: Need, reason: string): Promise<boolean> {
  const send = (fromNeedId: string, need: Need, why: string, after = {}) => {
    const workOrderId = newId()
    const input = { workOrderId, teamId: team.id, fromNeedId, needId: need.id, seenTeamIds: [...seenAt(need)] }
    // Taken back, the team goes where it was meant to go before: that was decided already.
    const again = need.id === from.id ? { againBecause: why } : {}
    return act('dispatch.correctNeedOfTeam', { ...input, ...again, reason: why }, after).then((done) => {
      if (done) openSheet(workOrderId, false)
      return done
    })
  }
  const message = t.correctNeed.done(team.number, needNumberText(to.number))
  const run = () => send(to.id, store.get('need', from.id) ?? from, t.correctNeed.takenBack)
  return send(from.id, to, reason, { undo: { message, run }, onRefused: lookAgain })
}

/** A team that went to the wrong need gets the right one by its number; its phones show the new place at once. */
export function CorrectNeed({ team }: { team: Team }) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const from = store.get('need', team.needId)
  if (!from) return null
  if (!open) return <Button onPress={() => setOpen(true)}>{t.correctNeed.open}</Button>
  const number = Number(typed.normalize('NFKC').replace(/\D/g, ''))
  const to = store.all('need').find((need) => need.number === number && need.mergedInto === null)
  const missing = () => {
    if (!to || to.id === from.id) return t.correctNeed.noNeed
    return reason.trim() === '' ? t.correctNeed.noReason : null
  }
  const go = async () => {
    if (!to || !(await correct(team, from, to, reason.trim()))) return
    selectNeed(to.id)
    sawTeam(team.id)
  }
  return (
    <div class="stack">
      <p class="quiet">{t.correctNeed.help(needNumberText(from.number))}</p>
      <TextField label={t.correctNeed.number} value={typed} onInput={setTyped} inputMode="numeric" autoFocus />
      <TextField label={t.correctNeed.reason} value={reason} onInput={setReason} maxLength={limits.reasonForTeam} />
      <div class="actions">
        <Button variant="next" disabledBecause={missing()} onPress={go}>
          {t.correctNeed.send(to ? needNumberText(to.number) : '…')}
        </Button>
        <Button onPress={() => setOpen(false)}>{t.correctNeed.leave}</Button>
      </div>
    </div>
  )
}
