import { useState } from 'preact/hooks'
import type { NeedConsent } from '#shared/needs/consent.ts'
import { consentItems } from '#shared/needs/consent-rules.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import { choiceWords } from '#shared/texts/need-words.ts'
import { send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { consentDraftOf, consentInput, speaksForOthers } from '#web/needs/consent-draft.ts'
import { ConsentFields } from '#web/needs/consent-fields.tsx'
import { saidOf } from '#web/needs/desk-view.ts'
import { optionsOf } from '#web/needs/need-fields.tsx'
import { shortTime } from '#web/needs/short-time.ts'
import { consentWords as words } from '#web/texts/needs.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const tones = { yes: 'good', no: 'stop', notAsked: 'plain' } as const

/** What the team may be told, in one line, and who said so to whom and when. */
function Said({ consent }: { consent: NeedConsent }) {
  if (consent.askedAt === null) return <Badge tone="warning">{words.never}</Badge>
  return (
    <>
      {consentItems.map((item) => (
        <Badge key={item} tone={tones[consent[item]]}>
          {words.said(words.items[item], words.answers[consent[item]])}
        </Badge>
      ))}
      {consent.careHint === '' ? null : <p>{words.hint(consent.careHint)}</p>}
      <p class="quiet">
        {words.asked(shortTime(consent.askedAt), consent.askedBy, choiceWords.relation[consent.answeredBy])}
      </p>
    </>
  )
}

function AskAgain({ need, consent, onDone }: { need: Need; consent: NeedConsent; onDone: () => void }) {
  const initial = { said: consentDraftOf(consent), answeredBy: consent.answeredBy, seen: consent.askedAt }
  const { value, change, clear } = useDraft(`needs.consent.${need.id}`, initial)
  const [refusal, setRefusal] = useState<string | null>(null)
  const leave = () => {
    clear()
    onDone()
  }
  const save = async () => {
    const said = consentInput(value.said, value.answeredBy)
    const input = { needId: need.id, seenAskedAt: value.seen, consent: said }
    const outcome = await send('needs.answerConsent', input)
    if (outcome.kind !== 'refused') return leave()
    setRefusal(saidOf(outcome))
    // The other's answers stand above in the meantime; the next press is made knowing them.
    change({ seen: store.get('needConsent', need.id)?.askedAt ?? value.seen })
  }
  return (
    <form class="stack needs-consent-form" onSubmit={(event) => event.preventDefault()}>
      {refusal ? (
        <NoticeBanner tone="warning" live>
          {refusal}
        </NoticeBanner>
      ) : null}
      <ChoiceField
        name="consent-answeredBy"
        label={words.answeredBy}
        value={value.answeredBy}
        options={optionsOf(choiceWords.relation)}
        onChange={(next) => change({ answeredBy: next as NeedContact['relation'] })}
        autoFocus
      />
      <ConsentFields
        said={value.said}
        change={(part) => change({ said: { ...value.said, ...part } })}
        proxy={speaksForOthers(value.answeredBy)}
      />
      <div class="actions">
        <Button variant="next" type="submit" onPress={save}>
          {words.save}
        </Button>
        <Button onPress={leave}>{words.cancel}</Button>
      </div>
    </form>
  )
}

/** What the household lets the team be told; it can be asked, and asked again, at any time. */
export function ConsentOfNeed({ need }: { need: Need }) {
  const [asking, setAsking] = useState(false)
  const consent = store.get('needConsent', need.id)
  if (!consent) return null
  const mayAsk = (may('needs.manage') || may('survey.manage')) && need.mergedInto === null
  return (
    <section class="stack" aria-label={words.title}>
      <h4>{words.title}</h4>
      <div class="toolbar">
        <Said consent={consent} />
        {mayAsk && !asking ? (
          <Button onPress={() => setAsking(true)}>{consent.askedAt === null ? words.ask : words.askAgain}</Button>
        ) : null}
      </div>
      {asking ? <AskAgain need={need} consent={consent} onDone={() => setAsking(false)} /> : null}
    </section>
  )
}
