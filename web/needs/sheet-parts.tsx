import { formatPhone, normalisePhone } from '#shared/core/phone-number.ts'
import { nearestTown } from '#shared/places/nearest.ts'
import type { Town } from '#shared/places/towns.ts'
import { choiceWords, fieldWords } from '#shared/texts/need-words.ts'
import { bound, checked, chosen, limitOf, optionsOf, type SheetPart, words } from '#web/needs/need-fields.tsx'
import { TownField } from '#web/needs/town-field.tsx'
import { needsWords, say } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField, ChoicesField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'

const hyphened = (text: string) => (normalisePhone(text) === null ? text : formatPhone(text))

/** What was written by hand while the line or the power was gone keeps the time that stands on it. */
function FromPaper(part: SheetPart) {
  return (
    <>
      <CheckField {...checked(part, 'fromPaper')} />
      {part.draft.fromPaper ? <TextField {...bound(part, 'writtenAt')} placeholder="9:05" /> : null}
    </>
  )
}

/** Who is on the line. The number comes first: lines drop. */
export function CallerPart(part: SheetPart) {
  const { draft, isNew } = part
  const byOthers = draft.channel === 'disasterBase' || draft.channel === 'wardHq' || draft.relation === 'agency'
  const phone = bound(part, 'requesterPhone')
  return (
    <section class="form-part">
      <h3>{words.parts.caller}</h3>
      {isNew ? <ChoiceField {...chosen(part, 'channel', draft.channel, choiceWords.channel)} /> : null}
      {isNew ? <FromPaper {...part} /> : null}
      {isNew && !draft.fromPaper ? <p class="say">{say.opening}</p> : null}
      <div class="form-grid needs-caller">
        <TelField
          {...phone}
          onInput={(value) => phone.onInput(hyphened(value))}
          hint={isNew ? undefined : words.phoneStays}
          autoComplete="off"
          autoFocus={isNew}
        />
        <TextField {...bound(part, 'requesterKana')} maxLength={limitOf.name} />
        <TextField {...bound(part, 'requesterName')} maxLength={limitOf.name} />
        {byOthers ? <TextField {...bound(part, 'replyTo')} maxLength={limitOf.replyTo} /> : null}
      </div>
      <ChoiceField {...chosen(part, 'relation', draft.relation, choiceWords.relation)} />
    </section>
  )
}

/** The household that is hit, where another speaks for it. */
export function HouseholdPart(part: SheetPart) {
  const { draft } = part
  const own = draft.relation === 'self'
  return (
    <section class="form-part">
      <h3>{words.parts.household}</h3>
      {own ? (
        <p class="quiet">{words.sameAsCaller}</p>
      ) : (
        <div class="form-grid">
          <TextField {...bound(part, 'householdKana')} maxLength={limitOf.name} />
          <TextField {...bound(part, 'householdName')} maxLength={limitOf.name} />
          <TelField
            {...bound(part, 'householdPhone')}
            hint={part.isNew ? undefined : words.phoneStays}
            autoComplete="off"
          />
        </div>
      )}
      {part.isNew || draft.seenNotes ? (
        <TextField {...bound(part, 'considerations')} maxLength={limitOf.considerations} />
      ) : null}
      <CheckField {...checked(part, 'addressWithheld')} />
    </section>
  )
}

function PinLine({ draft, change }: SheetPart) {
  if (draft.lat === '') return null
  const near = nearestTown({ lat: Number(draft.lat), lng: Number(draft.lng) }).town
  return (
    <div class="toolbar">
      <p>{words.place.nearPin(near.name)}</p>
      {near.id === draft.townId ? null : (
        <Button onPress={() => change({ townId: near.id, townText: near.name })}>
          {words.place.useTown(near.name)}
        </Button>
      )}
      <Button onPress={() => change({ lat: '', lng: '' })}>{words.place.removePin}</Button>
    </div>
  )
}

/** Where: the town from the ward's own list, the rest of the address, a landmark, a pin, or whatever of these is known. */
export function PlacePart(part: SheetPart) {
  const { draft, change, errors } = part
  const setTown = (townText: string, town: Town | null, rest: string) =>
    change({ townText, townId: town?.id ?? '', ...(rest === '' ? {} : { addressLine: rest }) })
  return (
    <section class="form-part">
      <h3>{words.parts.place}</h3>
      <div class="form-grid">
        <TownField text={draft.townText} townId={draft.townId} error={errors.townText} onChange={setTown} />
        <TextField {...bound(part, 'addressLine')} maxLength={limitOf.addressLine} />
        <TextField {...bound(part, 'landmark')} maxLength={limitOf.landmark} />
      </div>
      <PinLine {...part} />
    </section>
  )
}

export function AskedPart(part: SheetPart) {
  const { draft, change, policy, isNew } = part
  const declines = policy.livelihood === 'decline'
  return (
    <section class="form-part">
      <h3>{words.parts.asked}</h3>
      {isNew || draft.seenNotes ? (
        <TextArea
          {...bound(part, 'story')}
          say={isNew ? (declines ? say.asked : say.askedWithLivelihood) : null}
          maxLength={limitOf.story}
          rows={4}
        />
      ) : null}
      <ChoicesField
        name="categories"
        label={fieldWords.categories}
        values={draft.categories}
        options={optionsOf(choiceWords.categories)}
        onChange={(values) => change({ categories: values as SheetPart['draft']['categories'] })}
        error={part.errors.categories}
      />
      <TextArea {...bound(part, 'work')} maxLength={limitOf.work} rows={2} />
      <div class="form-grid">
        <NumberField {...bound(part, 'headcount')} unit={needsWords.peopleUnit} />
        <TextField {...bound(part, 'tools')} />
      </div>
      <CheckField {...checked(part, 'livelihood')} />
      {draft.livelihood && declines ? <NoticeBanner tone="warning">{words.livelihoodDeclined}</NoticeBanner> : null}
    </section>
  )
}

/** What closes the gate is asked on every form. */
export function SafetyPart(part: SheetPart) {
  return (
    <section class="form-part">
      <h3>{words.parts.conditions}</h3>
      <ChoiceField
        {...chosen(part, 'sticker', part.draft.sticker, choiceWords.sticker)}
        say={part.isNew ? say.conditions : null}
      />
      <CheckField {...checked(part, 'fallingObjectNotice')} />
      <CheckField {...checked(part, 'roofWork')} />
      <TextField {...bound(part, 'dangers')} maxLength={limitOf.dangers} />
    </section>
  )
}

function Conditions(part: SheetPart) {
  const { draft } = part
  return (
    <>
      <div class="form-grid">
        <ChoiceField {...chosen(part, 'occupancy', draft.occupancy, choiceWords.occupancy)} />
        <ChoiceField {...chosen(part, 'electricity', draft.electricity, choiceWords.yesNo)} />
        <ChoiceField {...chosen(part, 'water', draft.water, choiceWords.yesNo)} />
        <ChoiceField {...chosen(part, 'parking', draft.parking, choiceWords.yesNo)} />
      </div>
      <div class="form-grid">
        <DateField {...bound(part, 'wishedDate')} calendar say={part.isNew ? say.photos : null} />
        <TextField {...bound(part, 'wishedTime')} maxLength={limitOf.wishedTime} />
      </div>
    </>
  )
}

/** The short form folds away what a small center asks on the visit; nothing is lost by it. */
export function ConditionsPart(part: SheetPart) {
  if (part.policy.form === 'full') {
    return (
      <section class="form-part">
        <Conditions {...part} />
      </section>
    )
  }
  return (
    <details class="fold">
      <summary>{words.moreConditions}</summary>
      <div class="fold-body stack">
        <Conditions {...part} />
      </div>
    </details>
  )
}

export function DecisionPart(part: SheetPart) {
  const { draft, isNew } = part
  return (
    <section class="form-part">
      <h3>{words.parts.decision}</h3>
      {isNew ? <ChoiceField {...chosen(part, 'survey', draft.survey, choiceWords.survey)} /> : null}
      <div class="toolbar">
        <CheckField {...checked(part, 'urgent')} />
        <CheckField {...checked(part, 'crisis')} />
        <CheckField {...checked(part, 'watch')} />
      </div>
      {draft.crisis ? <NoticeBanner tone="stop">{words.crisisHint}</NoticeBanner> : null}
    </section>
  )
}
