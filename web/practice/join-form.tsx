import { useState } from 'preact/hooks'
import { type ParticipantRole, participantRoles } from '#shared/practice/roles.ts'
import { joinPhone } from '#shared/texts/join-phone.ts'
import { PinField } from '#web/access/pin-field.tsx'
import { type DrillDesks, join } from '#web/practice/own-part.ts'
import { useDeskWord } from '#web/practice/use-desk-word.ts'
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

const atDesk = (role: ParticipantRole) => role === 'staff' || role === 'observer'

function mistakesOf(role: ParticipantRole, { name, deskName }: { name: string; deskName: string }, pin: string) {
  const found: Mistakes = {}
  if (name.trim() === '') found.name = 'nameMissing'
  if (atDesk(role) && deskName === '') found.desk = 'deskMissing'
  if (role === 'staff' && pin.length !== 6) found.pin = 'pinShort'
  return found
}

/** What is typed, what is wrong with it once joining was tried, and the try itself. */
function useJoining(role: ParticipantRole, onJoined: () => void) {
  const { plain, language } = usePhoneWords(joinPhone)
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
    if (problem !== null) return
    draft.clear()
    onJoined()
  }
  return { draft, pin, setPin, error, refused, press }
}

interface FormProps {
  role: ParticipantRole
  desks: DrillDesks
  onBack: () => void
  onJoined: () => void
}

function PartForm({ role, desks, onBack, onJoined }: FormProps) {
  const { t, plain } = usePhoneWords(joinPhone)
  const deskWord = useDeskWord()
  const { draft, pin, setPin, error, refused, press } = useJoining(role, onJoined)
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
          options={desks.map((desk) => ({ value: desk.name, label: deskWord(desk) }))}
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
export function JoinForm({ desks }: { desks: DrillDesks }) {
  const { t } = usePhoneWords(joinPhone)
  const chosen = useDraft('drill.role', { role: '' })
  const role = participantRoles.find((one) => one === chosen.value.role)
  if (role) return <PartForm role={role} desks={desks} onBack={chosen.clear} onJoined={chosen.clear} />
  return (
    <section class="form-part">
      <h1>{t('choose')}</h1>
      <div class="join-roles">
        {participantRoles.map((one) => (
          <button key={one} type="button" class="button join-role" onClick={() => chosen.change({ role: one })}>
            <strong>{t(one)}</strong>
            <span>{t(abouts[one])}</span>
          </button>
        ))}
      </div>
    </section>
  )
}
