import { useState } from 'preact/hooks'
import { wifiProblem } from '#shared/center/rules.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { addresses } from '#web/center/addresses.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { useSetting } from '#web/center/use-setting.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { posterTexts } from '#web/texts/center.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const labels = { ssid: posterTexts.ssid, password: posterTexts.password }

function Wifi() {
  const [kept] = store.all('wifi')
  const now = { ssid: kept?.ssid ?? '', password: kept?.password ?? '' }
  const { value: form, basedOnSeq, change, heard, second } = useSetting('wifi', now)
  const [said, setSaid] = useState('')
  const problem = wifiProblem(form)
  const save = async () => {
    const outcome = await send('center.setWifi', { ...form, basedOnSeq }, { secret: true })
    heard(outcome)
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setSaid(outcome.kind === 'done' ? posterTexts.saved : accessTexts.kept)
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{posterTexts.wifi}</h3>
      <div class="form-grid">
        <TextField
          id="ssid"
          label={posterTexts.ssid}
          maxLength={32}
          value={form.ssid}
          onInput={(ssid) => change({ ssid })}
        />
        <TextField
          id="wifiPassword"
          label={posterTexts.password}
          hint={posterTexts.passwordHint}
          maxLength={63}
          value={form.password}
          onInput={(password) => change({ password })}
          error={problem ? problemSentence({ code: problem.code, details: {} }, 'ja') : null}
        />
      </div>
      <p role="status">{said}</p>
      {second && <BothTexts mine={form} theirs={now} labels={labels} take={change} />}
      <Button
        type="submit"
        onPress={save}
        disabledBecause={[...form.ssid].length > 32 ? posterTexts.ssidTooLong : null}
      >
        {posterTexts.save}
      </Button>
    </form>
  )
}

/** What hangs at the entrance: the room's Wi-Fi, the reception's address, and when it was last printed. */
export function PosterSection() {
  const [poster] = store.all('poster')
  const origin = addresses.value?.[0]
  return (
    <div class="stack">
      <section class="form-part">
        <h3>{posterTexts.posters}</h3>
        {origin ? (
          <p>
            {posterTexts.address}: <strong>{origin}</strong>
          </p>
        ) : (
          <p>{posterTexts.noAddress}</p>
        )}
        <p class="quiet">
          {poster
            ? posterTexts.printedAs(poster.origin, clockOf(poster.printedAt, timeZone))
            : posterTexts.neverPrinted}
        </p>
        <p class="actions">
          <a class="button button-next" href="/sheets/poster" target="_blank" rel="noreferrer">
            {posterTexts.print}
          </a>
          <a class="button" href="/sheets/desk-cards" target="_blank" rel="noreferrer">
            {posterTexts.cards}
          </a>
        </p>
      </section>
      <Wifi />
    </div>
  )
}
