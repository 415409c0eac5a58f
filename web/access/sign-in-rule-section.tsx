import { useState } from 'preact/hooks'
import { signInRuleNow } from '#web/access/sign-in-rule.ts'
import { send } from '#web/core/send.ts'
import { accessTexts } from '#web/texts/access.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'

const minutesOffered = [1, 3, 5, 10, 0]

/** 画面への入り方: whether badges are asked for, and after how long a desk is covered. */
export function SignInRuleSection() {
  const [said, setSaid] = useState('')
  return <RuleForm key={JSON.stringify(signInRuleNow())} said={said} setSaid={setSaid} />
}

/** Made anew with every change of the rule, also by another desk; what came of the press outlives that. */
function RuleForm({ said, setSaid }: { said: string; setSaid: (words: string) => void }) {
  const now = signInRuleNow()
  const [badge, setBadge] = useState<'needed' | 'pinOnly'>(now.badge)
  const [minutes, setMinutes] = useState(String(now.lockAfterMinutes))
  const save = async () => {
    const outcome = await send('access.setSignInRule', { badge, lockAfterMinutes: Number(minutes) })
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setSaid(outcome.kind === 'kept' ? accessTexts.kept : accessTexts.ruleSaved)
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{accessTexts.ruleTitle}</h3>
      <ChoiceField
        label={accessTexts.ruleBadge}
        options={[
          { value: 'needed', label: accessTexts.ruleBadgeNeeded },
          { value: 'pinOnly', label: accessTexts.rulePinOnly },
        ]}
        value={badge}
        onChange={(value) => setBadge(value === 'pinOnly' ? 'pinOnly' : 'needed')}
      />
      <ChoiceField
        label={accessTexts.ruleLock}
        options={minutesOffered.map((one) => ({ value: String(one), label: accessTexts.ruleLockMinutes(one) }))}
        value={minutes}
        onChange={setMinutes}
      />
      <p role="status">{said}</p>
      <Button type="submit" onPress={save}>
        {accessTexts.save}
      </Button>
    </form>
  )
}
