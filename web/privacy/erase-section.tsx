import { useState } from 'preact/hooks'
import { toErase } from '#web/center/go-to-panel.ts'
import { useSaid } from '#web/privacy/use-said.ts'
import { erasedBecause, privacyTexts } from '#web/texts/privacy.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'

const words = privacyTexts.erase
const reasons = ['asked', 'byMistake', 'noLongerNeeded'] as const

/** Whose record is to go: chosen where it was open, asked for once more, and settled by two. */
export function EraseSection() {
  const [because, setBecause] = useState<(typeof reasons)[number]>('asked')
  const { act, said } = useSaid()
  const owner = toErase.value
  const erase = async () => {
    if (!owner || !(await act('privacy.erase', { kind: owner.kind, id: owner.id, because }, words.done))) return
    toErase.value = null
  }
  return (
    <section class="form-part">
      <h3>{words.title}</h3>
      {owner ? (
        <>
          <p>
            <strong>{words.sure(owner.label)}</strong>
          </p>
          <p>{words.words}</p>
          <ChoiceField
            label={words.because}
            options={reasons.map((value) => ({ value, label: erasedBecause[value] ?? value }))}
            value={because}
            onChange={(value) => setBecause(reasons.find((one) => one === value) ?? 'asked')}
          />
          <div class="actions">
            <Button onPress={erase}>{words.erase}</Button>
            <Button
              onPress={() => {
                toErase.value = null
              }}
            >
              {words.cancel}
            </Button>
          </div>
        </>
      ) : (
        <p class="quiet">{words.hint}</p>
      )}
      <p role="status">{said}</p>
    </section>
  )
}
