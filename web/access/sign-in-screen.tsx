import { useState } from 'preact/hooks'
import { session, signIn } from '#web/core/session.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** A switch of person: a tap on the name and six digits. */
export function SignInScreen() {
  const [name, setName] = useState('')
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string | null>(null)
  const enter = async (digits: string) => {
    const refusal = await signIn(name, digits)
    if (refusal === null) return
    setPin('')
    setError(
      refusal === 'noLine' ? 'サーバーにつながりません。もう一度押してください。' : problemSentence(refusal, 'ja'),
    )
  }
  return (
    <main class="panels panels-single">
      <section class="panel">
        <header class="panel-head">
          <h1>どなたですか</h1>
        </header>
        <form
          class="panel-body"
          onSubmit={(event) => {
            event.preventDefault()
            void enter(pin)
          }}
        >
          <div class="chips">
            {session.value?.names.map((one) => (
              <Button key={one} large pressed={one === name} onPress={() => setName(one)}>
                {one}
              </Button>
            ))}
          </div>
          <TextField label="お名前" value={name} onInput={setName} maxLength={30} />
          <TextField
            label="PIN(6桁)"
            kind="password"
            inputMode="numeric"
            value={pin}
            onInput={setPin}
            maxLength={6}
            error={error}
          />
          <Button
            variant="next"
            type="submit"
            disabledBecause={name && pin.length === 6 ? null : 'お名前と6桁のPINを入れてください'}
          >
            はじめる
          </Button>
        </form>
      </section>
    </main>
  )
}
