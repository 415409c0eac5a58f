import { useState } from 'preact/hooks'
import { usualRetention } from '#shared/privacy/usual-retention.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { useSaid } from '#web/privacy/use-said.ts'
import { privacyTexts } from '#web/texts/privacy.ts'
import { Button } from '#web/ui/button.tsx'
import { NumberField } from '#web/ui/number-field.tsx'

const words = privacyTexts.times

const fields = [
  { name: 'personalDays', unit: words.days },
  { name: 'dayOnlyDays', unit: words.days },
  { name: 'accessLogMonths', unit: words.months },
  { name: 'rosterMonths', unit: words.months },
] as const

/** How long what is kept. */
export function TimesSection() {
  const now = store.all('retentionRule')[0] ?? usualRetention
  const [typed, setTyped] = useState<Partial<Record<keyof typeof usualRetention, string>>>({})
  const { act, said } = useSaid()
  const number = (name: keyof typeof usualRetention) => Number(typed[name] ?? now[name])
  const save = async () => {
    const times = {
      personalDays: number('personalDays'),
      dayOnlyDays: number('dayOnlyDays'),
      accessLogMonths: number('accessLogMonths'),
      rosterMonths: number('rosterMonths'),
    }
    await act('privacy.setRetention', times, words.saved)
  }
  const mayChange = may('center.lead') || may('affairs.manage')
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{words.title}</h3>
      <p class="quiet">{words.hint}</p>
      {fields.map(({ name, unit }) => (
        <NumberField
          key={name}
          label={words[name]}
          unit={unit}
          maxLength={4}
          value={typed[name] ?? String(now[name])}
          onInput={(value) => {
            setTyped({ ...typed, [name]: value })
          }}
        />
      ))}
      <p role="status">{said}</p>
      {mayChange ? (
        <Button type="submit" onPress={save}>
          {words.save}
        </Button>
      ) : null}
    </form>
  )
}
