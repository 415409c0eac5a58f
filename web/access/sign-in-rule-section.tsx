import { useState } from 'preact/hooks'
import { signInRuleNow } from '#web/access/sign-in-rule.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { useSetting } from '#web/center/use-setting.ts'
import { send } from '#web/core/send.ts'
import { accessTexts } from '#web/texts/access.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'

const badgeOptions = [
  { value: 'needed', label: accessTexts.ruleBadgeNeeded },
  { value: 'pinOnly', label: accessTexts.rulePinOnly },
]
const minuteOptions = [1, 3, 5, 10, 0].map((one) => ({
  value: String(one),
  label: accessTexts.ruleLockMinutes(one),
}))
const labels = { badge: accessTexts.ruleBadge, minutes: accessTexts.ruleLock }
const valueWords = Object.fromEntries([...badgeOptions, ...minuteOptions].map(({ value, label }) => [value, label]))

/** 画面への入り方: whether badges are asked for, and after how long a desk is covered. */
export function SignInRuleSection() {
  const [said, setSaid] = useState('')
  const { badge: badgeNow, lockAfterMinutes } = signInRuleNow()
  const now = { badge: badgeNow, minutes: String(lockAfterMinutes) }
  const { value, basedOnSeq, change, heard, second } = useSetting('signInRule', now)
  const { badge, minutes } = value
  const save = async () => {
    const outcome = await send('access.setSignInRule', { badge, lockAfterMinutes: Number(minutes), basedOnSeq })
    heard(outcome)
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setSaid(outcome.kind === 'kept' ? accessTexts.kept : accessTexts.ruleSaved)
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{accessTexts.ruleTitle}</h3>
      <ChoiceField
        label={accessTexts.ruleBadge}
        options={badgeOptions}
        value={badge}
        onChange={(chosen) => change({ badge: chosen === 'pinOnly' ? 'pinOnly' : 'needed' })}
      />
      <ChoiceField
        label={accessTexts.ruleLock}
        options={minuteOptions}
        value={minutes}
        onChange={(chosen) => change({ minutes: chosen })}
      />
      <p role="status">{said}</p>
      {second && <BothTexts mine={value} theirs={now} labels={labels} values={valueWords} take={change} />}
      <Button type="submit" onPress={save}>
        {accessTexts.save}
      </Button>
    </form>
  )
}
