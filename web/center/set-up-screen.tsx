import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { send } from '#web/core/send.ts'
import { signIn } from '#web/core/session.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** First start: the center, the disaster, the lead. */
export function SetUpScreen() {
  const [name, setName] = useState('金沢区災害ボランティアセンター')
  const [place, setPlace] = useState('いきいきセンター金沢')
  const [disasterName, setDisasterName] = useState('')
  const [leadName, setLeadName] = useState('')
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string | null>(null)
  const setUp = async () => {
    const outcome = await send('center.setUpCenter', {
      centerId: newId(),
      activationId: newId(),
      name,
      place,
      phone: '',
      disasterName,
      hazard: 'earthquake',
      insuranceBeginsAtOnce: true,
      profileName: 'standard',
      leadId: newId(),
      leadName,
      pin,
    })
    if (outcome.kind === 'refused') return setError(problemSentence(outcome.problem, 'ja'))
    await signIn(leadName, pin)
  }
  return (
    <main class="panels panels-single">
      <section class="panel">
        <header class="panel-head">
          <h1>センターをひらく</h1>
        </header>
        <div class="panel-body">
          <TextField label="センターの名前" value={name} onInput={setName} />
          <TextField label="場所" value={place} onInput={setPlace} />
          <TextField label="災害の名前" value={disasterName} onInput={setDisasterName} />
          <TextField label="統括のお名前" value={leadName} onInput={setLeadName} />
          <TextField label="PIN(6桁)" kind="password" inputMode="numeric" value={pin} onInput={setPin} error={error} />
          <Button variant="next" onPress={setUp}>
            ひらく
          </Button>
        </div>
      </section>
    </main>
  )
}
