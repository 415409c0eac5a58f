import { useState } from 'preact/hooks'
import { parseDate } from '#shared/core/japanese-date.ts'
import { mePhone } from '#shared/texts/me-phone.ts'
import { tokenOfThisPage } from '#web/core/personal-link.ts'
import { bindHere } from '#web/shell/me-own-page.ts'
import { phoneProblemSentence } from '#web/texts/phone-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { narrowDigits } from '#web/ui/typed-digits.ts'

/** The page was opened elsewhere before: its number and its owner's birth date open it here too, once. */
export function WhosePage({ onMine }: { onMine: () => void }) {
  const { t, plain, language } = usePhoneWords(mePhone)
  const [number, setNumber] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const open = async () => {
    const { date } = parseDate(birthDate)
    const typed = Number(narrowDigits(number).trim())
    const token = tokenOfThisPage()
    if (!date || !Number.isInteger(typed) || typed < 1 || token === null) return setSaid(plain('whoseBoth'))
    const refusal = await bindHere(token, { number: typed, birthDate: date })
    if (refusal) return setSaid(phoneProblemSentence(refusal, language))
    onMine()
  }
  return (
    <main class="phone-column">
      <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
        <h1>{t('whoseTitle')}</h1>
        <p>{t('whoseMore')}</p>
        <TextField label={plain('number')} inputMode="numeric" value={number} onInput={setNumber} />
        <DateField label={plain('whoseBirthDate')} value={birthDate} onInput={setBirthDate} />
        <p role="alert" class="field-error-text">
          {said}
        </p>
        <Button type="submit" variant="next" large wide onPress={open}>
          {plain('whoseOpen')}
        </Button>
        <p class="quiet">{t('whoseHelp')}</p>
      </form>
    </main>
  )
}
