import { useEffect, useState } from 'preact/hooks'
import { ask } from '#web/core/ask.ts'
import { send } from '#web/core/send.ts'
import { takeOverTexts as texts } from '#web/texts/keeping-copies.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const reloadAfterMs = 5000

/** The first screen's other way: going on with a center that another laptop has handed over. */
export function TakeOverPart({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const [found, setFound] = useState<readonly { path: string; name: string }[]>([])
  const [typed, setTyped] = useState({ path: '', code: '' })
  const [said, setSaid] = useState('')
  const search = async () => {
    const reply = await ask('keeping.findCapsules', {})
    if (reply.kind !== 'done') return
    setFound(reply.body.capsules)
    const [first] = reply.body.capsules
    if (first) setTyped((now) => (now.path === '' ? { ...now, path: first.path } : now))
  }
  useEffect(() => {
    if (open) void search()
  }, [open])
  const start = async () => {
    const outcome = await send('keeping.takeOverCenter', typed, { secret: true })
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setSaid(texts.starting)
    setTimeout(() => location.reload(), reloadAfterMs)
  }
  if (!open) return <Button onPress={() => onOpen(true)}>{texts.open}</Button>
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h2>{texts.open}</h2>
      <p>{texts.words}</p>
      {found.length === 0 ? <p>{texts.notFound}</p> : null}
      <p class="actions">
        {found.map(({ path, name }) => (
          <Button key={path} onPress={() => setTyped({ ...typed, path })}>
            {name}
          </Button>
        ))}
        <Button onPress={search}>{texts.search}</Button>
      </p>
      <TextField
        id="capsulePath"
        label={texts.path}
        maxLength={300}
        value={typed.path}
        onInput={(path) => setTyped({ ...typed, path })}
      />
      <TextField
        id="capsuleCode"
        label={texts.code}
        hint={texts.codeHint}
        maxLength={60}
        value={typed.code}
        onInput={(code) => setTyped({ ...typed, code })}
      />
      <p role="status">{said}</p>
      <div class="actions">
        <Button variant="next" type="submit" onPress={start}>
          {texts.start}
        </Button>
        <Button onPress={() => onOpen(false)}>{texts.back}</Button>
      </div>
    </form>
  )
}
