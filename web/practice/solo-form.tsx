import { useState } from 'preact/hooks'
import { joinPhone } from '#shared/texts/join-phone.ts'
import { beginAlone, ownPart, sitDownAlone } from '#web/practice/own-part.ts'
import { drillProblemSentence } from '#web/texts/drill-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** One person, one desk: a name is all that is asked, and the round begins. Whoever has begun goes back to their desk. */
export function SoloForm({ deskName, desk }: { deskName: string; desk: string }) {
  const { t, plain, language } = usePhoneWords(joinPhone)
  const draft = useDraft('drill.solo', { name: '' })
  const [error, setError] = useState<string | null>(null)
  const part = ownPart.value
  const name = draft.value.name.trim()
  const press = async () => {
    if (!part && name === '') return setError(plain('nameMissing'))
    const refused = part ? await sitDownAlone(part.participant.name, deskName) : await beginAlone(name, deskName)
    if (refused) setError(drillProblemSentence(refused, language))
    else location.assign('/desk')
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h1>{t('soloTitle', { desk })}</h1>
      <p>{t('soloHow')}</p>
      {part ? (
        <p>{t('you', { name: part.participant.name })}</p>
      ) : (
        <TextField
          id="drill-name"
          label={plain('name')}
          autoComplete="name"
          maxLength={30}
          value={draft.value.name}
          onInput={(typed) => {
            draft.change({ name: typed })
            setError(null)
          }}
          error={error}
        />
      )}
      {part && error ? <p role="alert">{error}</p> : null}
      <Button type="submit" variant="next" large wide onPress={press}>
        {t(part ? 'soloBack' : 'soloBegin')}
      </Button>
    </form>
  )
}
