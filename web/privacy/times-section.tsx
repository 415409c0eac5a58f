import { usualRetention } from '#shared/privacy/usual-retention.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { useSetting } from '#web/center/use-setting.ts'
import { send } from '#web/core/send.ts'
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

const labels = Object.fromEntries(fields.map(({ name }) => [name, words[name]]))

/** How long what is kept. */
export function TimesSection() {
  const rule = store.all('retentionRule')[0] ?? usualRetention
  const now = {
    personalDays: String(rule.personalDays),
    dayOnlyDays: String(rule.dayOnlyDays),
    accessLogMonths: String(rule.accessLogMonths),
    rosterMonths: String(rule.rosterMonths),
  }
  const { value: typed, basedOnSeq, change, heard, second } = useSetting('retentionRule', now)
  const { hear, said } = useSaid()
  const number = (name: keyof typeof now) => Number(typed[name])
  const save = async () => {
    const times = {
      personalDays: number('personalDays'),
      dayOnlyDays: number('dayOnlyDays'),
      accessLogMonths: number('accessLogMonths'),
      rosterMonths: number('rosterMonths'),
    }
    const outcome = await send('privacy.setRetention', { ...times, basedOnSeq })
    heard(outcome)
    hear(outcome, words.saved)
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
          value={typed[name]}
          onInput={(value) => change({ [name]: value })}
        />
      ))}
      <p role="status">{said}</p>
      {second && <BothTexts mine={typed} theirs={now} labels={labels} take={change} />}
      {mayChange ? (
        <Button type="submit" onPress={save}>
          {words.save}
        </Button>
      ) : null}
    </form>
  )
}
