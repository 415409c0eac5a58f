import { useState } from 'preact/hooks'
import { usualManyLooks } from '#shared/access/look.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { accessTexts, looksTexts } from '#web/texts/access.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { NumberField } from '#web/ui/number-field.tsx'

const looksNow = () => store.all('lookRule')[0]?.manyLooks ?? usualManyLooks

/** 回数が多いときの知らせ: from how many looks within an hour on the lead is told. */
export function LookRuleSection() {
  const [said, setSaid] = useState('')
  return <RuleForm key={looksNow()} said={said} setSaid={setSaid} />
}

/** Made anew with every change of the rule, also by another lead; what came of the press outlives that. */
function RuleForm({ said, setSaid }: { said: string; setSaid: (words: string) => void }) {
  const [looks, setLooks] = useState(String(looksNow()))
  const save = async () => {
    const manyLooks = Number(looks)
    if (!Number.isInteger(manyLooks) || manyLooks < 5 || manyLooks > 500) return setSaid(looksTexts.ruleUnfit)
    const outcome = await send('access.setLookRule', { manyLooks })
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    setSaid(outcome.kind === 'kept' ? accessTexts.kept : looksTexts.ruleSaved)
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{looksTexts.ruleTitle}</h3>
      <NumberField
        label={looksTexts.rule}
        hint={looksTexts.ruleHint}
        unit={looksTexts.ruleUnit}
        value={looks}
        onInput={setLooks}
      />
      <p role="status">{said}</p>
      <Button type="submit" onPress={save}>
        {looksTexts.ruleSave}
      </Button>
    </form>
  )
}
