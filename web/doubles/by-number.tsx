import { useState } from 'preact/hooks'
import type { MergeKind } from '#shared/doubles/merge.ts'
import { idOfNumber, lay } from '#web/doubles/desk.ts'
import { doublesWords as words } from '#web/texts/doubles.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** Two numbers that somebody noticed, laid side by side. */
export function ByNumber({ kind }: { kind: MergeKind }) {
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [error, setError] = useState<string | null>(null)
  const [first, second] = words.numberLabels[kind]
  const go = async () => {
    const [one, other] = [await idOfNumber(kind, typed[0]), await idOfNumber(kind, typed[1])]
    if (!one || !other) return setError(words.noSuch(one ? typed[1] : typed[0]))
    if (one === other) return setError(words.sameNumber)
    setError(null)
    await lay(kind, one, other)
  }
  const missing = typed.some((text) => text.trim() === '')
  return (
    <section class="stack" aria-labelledby="by-number">
      <h3 id="by-number">{words.byNumber}</h3>
      <div class="form-grid">
        <TextField label={first} value={typed[0]} onInput={(text) => setTyped([text, typed[1]])} inputMode="numeric" />
        <TextField
          label={second}
          value={typed[1]}
          onInput={(text) => setTyped([typed[0], text])}
          inputMode="numeric"
          error={error}
          onEnter={() => void go()}
        />
      </div>
      <Button onPress={go} disabledBecause={missing ? words.twoNeeded : null}>
        {words.lay}
      </Button>
    </section>
  )
}
