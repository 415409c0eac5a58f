import { useEffect, useState } from 'preact/hooks'
import type { Seat } from '#shared/center/desk.ts'
import { hasLead, seatsProblem } from '#shared/center/desk-rules.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import type { ProfilePreview } from '#shared/center/reads.ts'
import { newId } from '#shared/core/ids.ts'
import { deskLabel, deskTitle } from '#shared/texts/desk-names.ts'
import { centerDesks } from '#web/center/desks.ts'
import { ProfileConsequencesList } from '#web/center/profile-consequences.tsx'
import { ask } from '#web/core/ask.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { formTexts } from '#web/texts/form.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField, ChoicesField } from '#web/ui/choice-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Progress } from '#web/ui/progress.tsx'

type ProfileName = CenterProfile['name']

const activeStaff = () => store.all('staff').filter(({ status }) => status === 'active')

/** Who sits where under the other form; as many chips as it has desks, for each person. */
function Seats({
  profile,
  seats,
  onChange,
}: {
  profile: CenterProfile
  seats: readonly Seat[]
  onChange: (seats: Seat[]) => void
}) {
  const options = profile.desks.map(({ name }) => ({ value: name, label: deskLabel(name) }))
  const unseated = profile.desks.filter(({ name }) => !seats.some(({ deskNames }) => deskNames.includes(name)))
  return (
    <section class="form-part">
      <h3>{formTexts.seats}</h3>
      <p class="quiet">{formTexts.seatsHint}</p>
      {activeStaff().map(({ id, name }) => (
        <ChoicesField
          key={id}
          label={name}
          options={options}
          values={seats.find(({ staffId }) => staffId === id)?.deskNames ?? []}
          onChange={(deskNames) =>
            onChange([...seats.filter(({ staffId }) => staffId !== id), { staffId: id, deskNames }])
          }
        />
      ))}
      {unseated.length > 0 ? <p>{formTexts.empty(unseated.map(deskTitle).join('・'))}</p> : null}
    </section>
  )
}

/** Which desks come and which go. */
function Desks({ profile }: { profile: CenterProfile }) {
  const now = centerDesks()
  const come = profile.desks.filter(({ name }) => now.every((desk) => desk.name !== name))
  const go = now.filter(({ name }) => profile.desks.every((desk) => desk.name !== name))
  const row = (word: string, desks: typeof now) =>
    desks.length > 0 ? (
      <>
        <dt>{word}</dt>
        <dd>{desks.map(deskTitle).join('・')}</dd>
      </>
    ) : null
  return (
    <dl class="facts">
      {row(formTexts.appear, come)}
      {row(formTexts.vanish, go)}
    </dl>
  )
}

interface Chosen {
  seats: Seat[]
  publicReception: boolean | null
}

function Reception({
  preview,
  chosen,
  onChange,
}: {
  preview: ProfilePreview
  chosen: Chosen
  onChange: (open: boolean) => void
}) {
  const { publicReception } = preview
  return (
    <section class="form-part">
      <h3>{formTexts.opens}</h3>
      {publicReception ? (
        <ChoiceField
          label={formTexts.opens}
          hideLabel
          hint={formTexts.opensNow(publicReception.now)}
          value={chosen.publicReception ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: formTexts.opensYes },
            { value: 'no', label: formTexts.opensNo },
          ]}
          onChange={(value) => onChange(value === 'yes')}
        />
      ) : (
        <p class="quiet">{formTexts.noDay}</p>
      )}
    </section>
  )
}

/** Why the change cannot be made as chosen, in words; null when it can. */
function disabledBecause(profile: CenterProfile, chosen: Chosen | undefined): string | null {
  if (!chosen) return formTexts.loading
  const problem = seatsProblem(activeStaff(), chosen.seats)
  if (problem) return problemSentence(problem, 'ja')
  return hasLead(profile.desks, chosen.seats) ? null : formTexts.noLead
}

function usePreview(to: ProfileName) {
  const [preview, setPreview] = useState<ProfilePreview>()
  const [chosen, setChosen] = useState<Chosen>()
  const [failed, setFailed] = useState('')
  const load = async () => {
    const reply = await ask('center.previewProfileChange', { to })
    if (reply.kind === 'noLine') return setFailed(formTexts.noLine)
    if (reply.kind === 'refused') return setFailed(problemSentence(reply.problem, 'ja'))
    setPreview(reply.body)
    setChosen({ seats: reply.body.seats, publicReception: reply.body.publicReception?.proposed ?? null })
    return undefined
  }
  useEffect(() => {
    void load()
  }, [to])
  return { preview, chosen, setChosen, failed, setFailed }
}

interface ProfileDialogProps {
  from: ProfileName
  to: ProfileName
  profile: CenterProfile
  onClose: () => void
  onDone: () => void
}

/** What another form would change, and the one act that takes it. */
export function ProfileDialog({ from, to, profile, onClose, onDone }: ProfileDialogProps) {
  const { preview, chosen, setChosen, failed, setFailed } = usePreview(to)
  const [changeId] = useState(newId)
  const apply = async () => {
    if (!chosen) return
    const outcome = await send('center.changeProfile', { changeId, from, to, ...chosen })
    if (outcome.kind === 'done') return onDone()
    setFailed(outcome.kind === 'kept' ? accessTexts.kept : problemSentence(outcome.problem, 'ja'))
  }
  const act = (
    <Button variant="next" onPress={apply} disabledBecause={disabledBecause(profile, chosen)}>
      {formTexts.apply[to]}
    </Button>
  )
  return (
    <Dialog open wide title={formTexts.change[to]} onClose={onClose} actions={act}>
      {preview && chosen ? (
        <div class="stack">
          <Desks profile={profile} />
          <Seats profile={profile} seats={chosen.seats} onChange={(seats) => setChosen({ ...chosen, seats })} />
          <Reception
            preview={preview}
            chosen={chosen}
            onChange={(publicReception) => setChosen({ ...chosen, publicReception })}
          />
          <ProfileConsequencesList preview={preview} profile={profile} />
        </div>
      ) : failed ? null : (
        <Progress word={formTexts.loading} />
      )}
      <p role="status" class="field-error-text">
        {failed}
      </p>
    </Dialog>
  )
}
