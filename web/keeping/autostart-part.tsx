import { useEffect, useState } from 'preact/hooks'
import type { AutostartShown } from '#shared/keeping/autostart.ts'
import { autostartTexts as texts } from '#shared/texts/keeping-autostart.ts'
import { request } from '#web/core/request.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'

/** Whether this laptop starts the center by itself; what is read back from its file is shown, never what was asked for. */
export function AutostartPart() {
  const [shown, setShown] = useState<AutostartShown | null>(null)
  const [said, setSaid] = useState('')
  const ask = async (method: 'GET' | 'PUT' | 'DELETE') => {
    const reply = await request<AutostartShown>(method, '/api/keeping/autostart')
    if (reply.kind === 'done') setShown(reply.body)
    if (reply.kind === 'refused')
      setSaid(reply.problem.code === 'core.notAllowed' ? texts.elsewhere : problemSentence(reply.problem, 'ja'))
    else setSaid('')
  }
  useEffect(() => void ask('GET'), [])
  const { state = 'impossible', path = '' } = shown ?? {}
  return (
    <>
      <p>{texts.words}</p>
      {shown ? (
        <p role="status">
          <strong>{texts.states[state]}</strong> <span class="quiet">{path}</span>
        </p>
      ) : null}
      {said ? <p role="alert">{said}</p> : null}
      {shown && state !== 'foreign' && state !== 'impossible' ? (
        <p class="actions">
          {state === 'on' ? null : (
            <Button onPress={() => ask('PUT')}>{state === 'off' ? texts.turnOn : texts.turnHere}</Button>
          )}
          {state === 'off' ? null : <Button onPress={() => ask('DELETE')}>{texts.turnOff}</Button>}
        </p>
      ) : null}
    </>
  )
}
