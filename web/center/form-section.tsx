import { useState } from 'preact/hooks'
import type { ProfileChange } from '#shared/center/desk.ts'
import { bindsForm } from '#shared/center/desk-rules.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { clockOf } from '#shared/core/time.ts'
import { centerDesks } from '#web/center/desks.ts'
import { DesksSection } from '#web/center/desks-section.tsx'
import { ProfileDialog } from '#web/center/profile-dialog.tsx'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { actName } from '#web/texts/act-names.ts'
import { formTexts } from '#web/texts/form.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

const clock = (at: string) => clockOf(at, 'Asia/Tokyo')

const other = { standard: 'small', small: 'standard' } as const

/** The change that could be taken back, if the form was ever changed. */
function lastChange(): ProfileChange | undefined {
  return [...store.all('profileChange')].filter(({ undoneAt }) => undoneAt === null).sort((a, b) => b.seq - a.seq)[0]
}

/** Why the change can no longer be taken back: who made the first record under it, and which. */
function tooLateBecause({ seq }: ProfileChange): string | null {
  const later = store.all('logEntry').filter((entry) => entry.seq > seq && bindsForm(entry.type))
  const first = later.sort((one, next) => one.seq - next.seq)[0]
  return first ? formTexts.tooLate(clock(first.at), first.actorName, actName(first.type)) : null
}

function LastChange({ change, say }: { change: ProfileChange; say: (words: string) => void }) {
  const { names } = formTexts
  const late = tooLateBecause(change)
  const made = formTexts.made(clock(change.at), change.changedBy, names[change.fromProfile], names[change.toProfile])
  if (late) {
    return (
      <p class="quiet">
        {made} {late}
      </p>
    )
  }
  const undo = async () => {
    const outcome = await send('center.undoProfileChange', { changeId: change.id })
    say(outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : formTexts.undone)
  }
  return (
    <NoticeBanner tone="information" title={made} action={<Button onPress={undo}>{formTexts.undo}</Button>}>
      {formTexts.undoHint}
    </NoticeBanner>
  )
}

/** 体制: in which form the center works, what another would change, and which desks it has. */
export function FormSection() {
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const [center] = store.all('center')
  const change = lastChange()
  if (!center) return null
  const { profileName } = center
  const to = other[profileName]
  return (
    <div class="stack">
      <section class="form-part">
        <h3>{formTexts.title}</h3>
        <p>
          <strong>{formTexts.now(formTexts.names[profileName], centerDesks().length)}</strong>
        </p>
        <p class="quiet">{formTexts.hints[profileName]}</p>
        <p role="status">{said}</p>
        {change ? <LastChange change={change} say={setSaid} /> : null}
        <p class="quiet">{formTexts.changeHint}</p>
        <div class="actions">
          <Button onPress={() => setAsking(true)}>{formTexts.change[to]}</Button>
        </div>
      </section>
      <DesksSection />
      {asking ? (
        <ProfileDialog
          from={profileName}
          to={to}
          profile={profileNamed(to)}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            setSaid(formTexts.done[to])
          }}
        />
      ) : null}
    </div>
  )
}
