import { useEffect, useState } from 'preact/hooks'
import { movingPhone } from '#shared/texts/moving-phone.ts'
import { countBelongings, moveTo } from '#web/core/moving.ts'
import { unsent } from '#web/core/send.ts'
import { originIn } from '#web/core/two-windows.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** Where the center cannot be reached any more: the way to take along what lies on this phone to its new address. */
export function Moving() {
  const { t, plain } = usePhoneWords(movingPhone)
  const [typed, setTyped] = useState('')
  const [counts, setCounts] = useState({ unsent: 0, copies: 0 })
  const [outcome, setOutcome] = useState<'unfit' | 'silent' | 'moved' | null>(null)
  useEffect(() => {
    void countBelongings().then(setCounts)
  }, [unsent.value])
  const move = async () => {
    const origin = originIn(typed)
    setOutcome(null)
    if (origin === null) return setOutcome('unfit')
    setOutcome((await moveTo(origin)) ? 'moved' : 'silent')
  }
  return (
    <details class="fold">
      <summary>{t('ask')}</summary>
      <form class="fold-body" noValidate onSubmit={(event) => event.preventDefault()}>
        <p>{t('how')}</p>
        <p>{t('counts', counts)}</p>
        <TextField
          label={plain('address')}
          hint={plain('addressHint')}
          inputMode="url"
          value={typed}
          onInput={setTyped}
          error={outcome === 'unfit' ? plain('unfit') : null}
        />
        <Button type="submit" large wide onPress={move}>
          {plain('move')}
        </Button>
        <p role="status">
          {outcome === 'moved' ? t('moved') : outcome === 'silent' ? t('silent', { unsent: counts.unsent }) : null}
        </p>
      </form>
    </details>
  )
}
