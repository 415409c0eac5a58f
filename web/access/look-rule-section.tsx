import { useState } from 'preact/hooks'
import { usualManyLooks } from '#shared/access/look.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { useSetting } from '#web/center/use-setting.ts'
import { send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { accessTexts, looksTexts } from '#web/texts/access.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { NumberField } from '#web/ui/number-field.tsx'

const labels = { looks: looksTexts.rule }

/** 回数が多いときの知らせ: from how many looks within an hour on the lead is told. */
export function LookRuleSection() {
  const [said, setSaid] = useState('')
  const now = { looks: String(store.all('lookRule')[0]?.manyLooks ?? usualManyLooks) }
  const { value, basedOnSeq, change, heard, second } = useSetting('lookRule', now)
  const save = async () => {
    const manyLooks = Number(value.looks)
    if (!Number.isInteger(manyLooks) || manyLooks < 5 || manyLooks > 500) return setSaid(looksTexts.ruleUnfit)
    const outcome = await send('access.setLookRule', { manyLooks, basedOnSeq })
    heard(outcome)
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
        value={value.looks}
        onInput={(looks) => change({ looks })}
      />
      <p role="status">{said}</p>
      {second && <BothTexts mine={value} theirs={now} labels={labels} take={change} />}
      <Button type="submit" onPress={save}>
        {looksTexts.ruleSave}
      </Button>
    </form>
  )
}
