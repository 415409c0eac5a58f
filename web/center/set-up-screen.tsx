import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { PinField } from '#web/access/pin-field.tsx'
import { emptySetUp, type Pins, type SetUpForm, setUpInput, setUpMistakes } from '#web/center/set-up-form.ts'
import { showSetUpCode } from '#web/core/request.ts'
import { send } from '#web/core/send.ts'
import { session, signIn } from '#web/core/session.ts'
import { TakeOverPart } from '#web/keeping/take-over-part.tsx'
import { setUpTexts } from '#web/texts/center.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

interface PartProps {
  form: SetUpForm
  change: (part: Partial<SetUpForm>) => void
  errorOf: (field: string) => string | null
}

type LineField = 'name' | 'place' | 'disasterName' | 'leadName' | 'code'

/** Props of a line of the form: value, error and id from one name. */
function lineProps({ form, change, errorOf }: PartProps, field: LineField) {
  return {
    id: field,
    value: form[field],
    onInput: (value: string) => change({ [field]: value }),
    error: errorOf(field),
    required: true,
  }
}

function CenterPart(props: PartProps) {
  const { form, change, errorOf } = props
  return (
    <section class="form-part">
      <h2>{setUpTexts.aboutCenter}</h2>
      {session.value?.onThisMachine ? null : (
        <TextField label={setUpTexts.code} hint={setUpTexts.codeHint} maxLength={8} {...lineProps(props, 'code')} />
      )}
      <div class="form-grid">
        <TextField label={setUpTexts.name} maxLength={60} {...lineProps(props, 'name')} />
        <TextField label={setUpTexts.place} maxLength={60} {...lineProps(props, 'place')} />
      </div>
      <div class="form-grid">
        <TelField
          id="phone"
          label={setUpTexts.phone}
          hint={setUpTexts.phoneHint}
          value={form.phone}
          onInput={(phone) => change({ phone })}
          error={errorOf('phone')}
          autoComplete="off"
        />
      </div>
      <ChoiceField
        label={setUpTexts.profile}
        value={form.profileName}
        onChange={(value) => change({ profileName: value === 'small' ? 'small' : 'standard' })}
        options={(['standard', 'small'] as const).map((value) => ({
          value,
          label: setUpTexts.profiles[value],
          hint: setUpTexts.profileHints[value],
        }))}
      />
    </section>
  )
}

function DisasterPart(props: PartProps) {
  const { form, change } = props
  return (
    <section class="form-part">
      <h2>{setUpTexts.aboutDisaster}</h2>
      <TextField
        label={setUpTexts.disaster}
        hint={setUpTexts.disasterHint}
        maxLength={60}
        autoFocus
        {...lineProps(props, 'disasterName')}
      />
      <ChoiceField
        label={setUpTexts.hazard}
        value={form.hazard}
        onChange={(value) => change({ hazard: value === 'floodOrWind' ? 'floodOrWind' : 'earthquake' })}
        options={(['earthquake', 'floodOrWind'] as const).map((value) => ({
          value,
          label: setUpTexts.hazards[value],
          hint: setUpTexts.hazardHints[value],
        }))}
      />
      <CheckField
        label={`${setUpTexts.insurance}: ${setUpTexts.atOnce}`}
        hint={setUpTexts.atOnceHint}
        checked={form.insuranceBeginsAtOnce}
        onChange={(insuranceBeginsAtOnce) => change({ insuranceBeginsAtOnce })}
      />
    </section>
  )
}

function LeadPart(props: PartProps & { pins: Pins; setPins: (pins: Pins) => void }) {
  const { pins, setPins, errorOf } = props
  return (
    <section class="form-part">
      <h2>{setUpTexts.aboutLead}</h2>
      <TextField
        label={setUpTexts.leadName}
        hint={setUpTexts.leadNameHint}
        maxLength={30}
        {...lineProps(props, 'leadName')}
      />
      <div class="form-grid">
        <PinField
          id="pin"
          label={setUpTexts.pin}
          hint={setUpTexts.pinHint}
          value={pins.pin}
          onInput={(pin) => setPins({ ...pins, pin })}
          error={errorOf('pin')}
        />
        <PinField
          id="pinAgain"
          label={setUpTexts.pinAgain}
          hint={setUpTexts.pinAgainHint}
          value={pins.pinAgain}
          onInput={(pinAgain) => setPins({ ...pins, pinAgain })}
          error={errorOf('pinAgain')}
        />
      </div>
    </section>
  )
}

/** The center, the disaster, the lead. */
function NewCenter({ children }: { children?: ComponentChildren }) {
  const draft = useDraft('setUp', emptySetUp)
  const [pins, setPins] = useState<Pins>({ pin: '', pinAgain: '' })
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const ids = useRef({ centerId: newId(), activationId: newId(), leadId: newId() })
  const asksCode = session.value?.onThisMachine === false
  const mistakes = attempt > 0 ? setUpMistakes(draft.value, pins, asksCode) : []
  const errorOf = (field: string) => mistakes.find(({ fieldId }) => fieldId === field)?.message ?? null

  const open = async () => {
    setAttempt(attempt + 1)
    setRefusal(null)
    if (setUpMistakes(draft.value, pins, asksCode).length > 0) return
    if (asksCode) showSetUpCode(draft.value.code.trim().toUpperCase())
    const input = setUpInput(draft.value, pins.pin, ids.current)
    const outcome = await send('center.setUpCenter', input, { secret: true })
    if (outcome.kind === 'refused') return setRefusal(problemSentence(outcome.problem, 'ja'))
    draft.clear()
    await signIn({ name: input.leadName.trim() }, pins.pin)
  }
  const part = { form: draft.value, change: draft.change, errorOf }
  return (
    <>
      {draft.restored ? <NoticeBanner tone="information">{setUpTexts.kept}</NoticeBanner> : null}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
        }}
      >
        <DisasterPart {...part} />
        <CenterPart {...part} />
        <LeadPart {...part} pins={pins} setPins={setPins} />
        {children}
        <ErrorSummary errors={mistakes} attempt={attempt} />
        {refusal ? (
          <NoticeBanner tone="warning" live>
            {refusal}
          </NoticeBanner>
        ) : null}
        <Button variant="next" type="submit" large onPress={open} busyWord={setUpTexts.opening}>
          {setUpTexts.title}
        </Button>
      </form>
    </>
  )
}

/**
 * First start, one page; as children, what other slices say before it opens. Whoever goes on with a center that stands
 * already is not asked for a new one beneath.
 */
export function SetUpScreen({ children }: { children?: ComponentChildren }) {
  const [takesOver, setTakesOver] = useState(false)
  return (
    <main class="page stack">
      <header>
        <h1>{setUpTexts.title}</h1>
        {takesOver ? null : <p class="quiet">{setUpTexts.lead}</p>}
      </header>
      <TakeOverPart open={takesOver} onOpen={setTakesOver} />
      {takesOver ? null : <NewCenter>{children}</NewCenter>}
    </main>
  )
}
