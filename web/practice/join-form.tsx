import { useState } from 'preact/hooks'
import { type ParticipantRole, participantRoles } from '#shared/practice/roles.ts'
import { drillPhone } from '#shared/texts/drill-phone.ts'
import { PinField } from '#web/access/pin-field.tsx'
import { join, type ShownDrill } from '#web/practice/own-part.ts'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const abouts = {
  staff: 'staffAbout',
  volunteer: 'volunteerAbout',
  survivor: 'survivorAbout',
  observer: 'observerAbout',
} as const

type Mistakes = Partial<Record<'name' | 'desk' | 'pin', 'nameMissing' | 'deskMissing' | 'pinShort'>>

function mistakesOf(role: ParticipantRole, { name, deskName }: { name: string; deskName: string }, pin: string) {
  const found: Mistakes = {}
  if (name.trim() === '') found.name = 'nameMissing'
  if ((role === 'staff' || role === 'observer') && deskName === '') found.desk = 'deskMissing'
  if (role === 'staff' && pin.length !== 6) found.pin = 'pinShort'
  return found
}

const atDesk = (role: ParticipantRole) => role === 'staff' || role === 'observer'

/** What is typed, what is wrong with it once joining was tried, and the try itself. */
function useJoining(role: ParticipantRole) {
  const { plain, language } = usePhoneWords(drillPhone)
  const draft = useDraft('drill.join', { name: '', deskName: '' })
  const [pin, setPin] = useState('')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState('')
  const mistakes = tried ? mistakesOf(role, draft.value, pin) : {}
  const error = (field: keyof Mistakes) => {
    const mistake = mistakes[field]
    return mistake ? plain(mistake) : null
  }
  const press = async () => {
    setTried(true)
    if (Object.keys(mistakesOf(role, draft.value, pin)).length > 0) return
    const { name, deskName } = draft.value
    const who = { role, name: name.trim(), deskName: atDesk(role) ? deskName : null }
    const problem = await join(role === 'staff' ? { ...who, pin } : who)
    setRefused(problem ? drillProblemSentence(problem, language) : '')
    if (problem === null) draft.clear()
  }
  return { draft, pin, setPin, error, refused, press }
}

interface FormProps {
  role: ParticipantRole
  desks: ShownDrill['desks']
  onBack: () => void
}

function PartForm({ role, desks, onBack }: FormProps) {
  const { t, plain } = usePhoneWords(drillPhone)
  const { draft, pin, setPin, error, refused, press } = useJoining(role)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <h1>{t(role)}</h1>
      <TextField
        id="drill-name"
        label={plain('name')}
        autoComplete="name"
        maxLength={30}
        value={draft.value.name}
        onInput={(name) => draft.change({ name })}
        error={error('name')}
      />
      {atDesk(role) ? (
        <ChoiceField
          label={plain(role === 'staff' ? 'desk' : 'watchedDesk')}
          name="drill-desk"
          value={draft.value.deskName}
          onChange={(deskName) => draft.change({ deskName })}
          options={desks.map((desk) => ({ value: desk.name, label: desk.title }))}
          error={error('desk')}
        />
      ) : null}
      {role === 'staff' ? (
        <PinField
          id="drill-pin"
          label={plain('pin')}
          hint={plain('pinHint')}
          value={pin}
          onInput={setPin}
          error={error('pin')}
        />
      ) : null}
      {refused === '' ? null : <p role="alert">{refused}</p>}
      <Button type="submit" variant="next" large wide onPress={press}>
        {t('join')}
      </Button>
      <Button wide onPress={onBack}>
        {t('back')}
      </Button>
    </form>
  )
}

/** Which part somebody plays, and the little that is asked for it. */
export function JoinForm({ desks }: { desks: ShownDrill['desks'] }) {
  const { t } = usePhoneWords(drillPhone)
  const [role, setRole] = useState<ParticipantRole | null>(null)
  if (role !== null) return <PartForm role={role} desks={desks} onBack={() => setRole(null)} />
  return (
    <section class="form-part">
      <h1>{t('choose')}</h1>
      <div class="join-roles">
        {participantRoles.map((one) => (
          <button key={one} type="button" class="button join-role" onClick={() => setRole(one)}>
            <strong>{t(one)}</strong>
            <span>{t(abouts[one])}</span>
          </button>
        ))}
      </div>
    </section>
  )
}
