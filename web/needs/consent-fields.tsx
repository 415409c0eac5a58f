import { consentAnswers, consentItems } from '#shared/needs/consent-rules.ts'
import { limits } from '#shared/needs/limits.ts'
import { needsConsentVersion, needsConsentWordings } from '#shared/texts/needs-consent.ts'
import type { ConsentDraft } from '#web/needs/consent-draft.ts'
import { consentWords as words } from '#web/texts/needs.ts'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const lines = needsConsentWordings[needsConsentVersion]?.ja ?? []
const options = consentAnswers.map((value) => ({ value, label: words.answers[value] }))

/** The sentences to read out, each above its answer. Nobody has to be asked at once: what was not asked yet says so. */
export function ConsentFields({
  said,
  change,
  proxy,
}: {
  said: ConsentDraft
  change: (part: Partial<ConsentDraft>) => void
  /** Whether somebody answers who is not of the household. */
  proxy: boolean
}) {
  return (
    <>
      <p class="say">{lines[0]}</p>
      {proxy ? <p class="quiet">{words.proxy}</p> : null}
      <div class="needs-consent">
        {consentItems.map((item, index) => (
          <ChoiceField
            key={item}
            name={`consent-${item}`}
            label={words.items[item]}
            say={lines[index + 1]}
            value={said[item]}
            options={options}
            onChange={(value) => change({ [item]: value })}
          />
        ))}
      </div>
      {said.address === 'no' ? <NoticeBanner tone="information">{words.addressRefused}</NoticeBanner> : null}
      {said.health === 'yes' ? (
        <TextField
          name="careHint"
          label={words.careHint}
          hint={words.careHintHint}
          value={said.careHint}
          maxLength={limits.careHint}
          onInput={(careHint) => change({ careHint })}
        />
      ) : null}
      <p class="say">{lines.at(-1)}</p>
    </>
  )
}
