import type { NeedsPolicy } from '#shared/center/profile.ts'
import { tidyLines, tidyText, toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import type { Household } from '#shared/households/household.ts'
import { limits } from '#shared/needs/limits.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import { fieldWords } from '#shared/texts/need-words.ts'
import type { InputOf } from '#web/core/send.ts'
import { type ConsentDraft, consentInput, emptyConsent } from '#web/needs/consent-draft.ts'
import { needsWords } from '#web/texts/needs.ts'
import type { FieldMistake } from '#web/ui/error-summary.tsx'
import { readTypedTime, typedInstant } from '#web/ui/typed-time.ts'

/** A need sheet while it is being written: texts as typed, choices as chosen. */
export interface NeedDraft {
  channel: Need['channel']
  /** Whether it is keyed in later from a sheet that was written by hand, and the time that stands on it. */
  fromPaper: boolean
  writtenAt: string
  requesterPhone: string
  requesterName: string
  requesterKana: string
  relation: NeedContact['relation']
  replyTo: string
  householdName: string
  householdKana: string
  householdPhone: string
  considerations: string
  addressWithheld: boolean
  townText: string
  townId: string
  addressLine: string
  landmark: string
  /** Numbers as text; empty where no pin is set. */
  lat: string
  lng: string
  categories: Need['categories']
  story: string
  /** The notes as they were when somebody asked for them; null while they are closed, and so stay as they are. */
  seenNotes: { story: string; considerations: string } | null
  work: string
  headcount: string
  tools: string
  occupancy: Need['occupancy']
  electricity: Need['electricity']
  water: Need['water']
  parking: Need['parking']
  sticker: Need['sticker']
  fallingObjectNotice: boolean
  roofWork: boolean
  livelihood: boolean
  dangers: string
  wishedDate: string
  wishedTime: string
  survey: Need['survey']
  urgent: boolean
  crisis: boolean
  watch: boolean
  consent: ConsentDraft
  /** The household it belongs to where one was found; empty for a new one. */
  householdId: string
  /** Households that were looked at and are others. */
  lookedAt: string[]
}

/** An empty sheet; where surveys are a duty one starts from needing one. */
export function emptyDraft(policy: NeedsPolicy): NeedDraft {
  return {
    channel: 'phone',
    fromPaper: false,
    writtenAt: '',
    requesterPhone: '',
    requesterName: '',
    requesterKana: '',
    relation: 'self',
    replyTo: '',
    householdName: '',
    householdKana: '',
    householdPhone: '',
    considerations: '',
    addressWithheld: false,
    townText: '',
    townId: '',
    addressLine: '',
    landmark: '',
    lat: '',
    lng: '',
    categories: [],
    story: '',
    seenNotes: { story: '', considerations: '' },
    work: '',
    headcount: '',
    tools: '',
    occupancy: 'unknown',
    electricity: 'unknown',
    water: 'unknown',
    parking: 'unknown',
    sticker: 'unknown',
    fallingObjectNotice: false,
    roofWork: false,
    livelihood: false,
    dangers: '',
    wishedDate: '',
    wishedTime: '',
    survey: policy.surveyRequired ? 'needed' : 'unsure',
    urgent: false,
    crisis: false,
    watch: false,
    consent: emptyConsent,
    householdId: '',
    lookedAt: [],
  }
}

/** A need that stands, as a sheet to be written anew. */
export function draftOf(
  need: Need,
  { contact, household, townName }: { contact: NeedContact; household: Household; townName: string },
  notes: NeedDraft['seenNotes'],
): NeedDraft {
  return {
    ...need,
    ...contact,
    fromPaper: false,
    writtenAt: '',
    // No desk holds the numbers; what is typed here replaces the one on record.
    requesterPhone: '',
    householdName: household.name,
    householdKana: household.nameKana,
    householdPhone: '',
    considerations: notes?.considerations ?? '',
    story: notes?.story ?? '',
    seenNotes: notes,
    addressWithheld: household.addressWithheld,
    townText: townName,
    townId: contact.townId ?? '',
    lat: contact.lat === null ? '' : String(contact.lat),
    lng: contact.lng === null ? '' : String(contact.lng),
    headcount: need.headcount === 0 ? '' : String(need.headcount),
    tools: need.tools.join('、'),
    wishedDate: need.wishedDate ?? '',
    // Asked anew on its own, beside the sheet.
    consent: emptyConsent,
    lookedAt: [],
  }
}

const digitsOf = (text: string) => normalisePhone(text) ?? ''

export function toolsOf(text: string): string[] {
  return text
    .split(/[、,，\n]/)
    .map(tidyText)
    .filter((tool) => tool !== '')
}

const numberOf = (text: string) => Number(toHalfWidthDigits(text.trim()) || 0)

/** Where the caller speaks for the own household, both are one. */
function householdPart(draft: NeedDraft) {
  const own = draft.relation === 'self'
  const name = tidyText(own ? draft.requesterName : draft.householdName)
  const nameKana = tidyText(own ? draft.requesterKana : draft.householdKana)
  const phone = digitsOf(own ? draft.requesterPhone : draft.householdPhone)
  const { addressWithheld } = draft
  return { name, nameKana, phone, considerations: tidyLines(draft.considerations), addressWithheld }
}

function contactPart(draft: NeedDraft) {
  return {
    requesterName: tidyText(draft.requesterName),
    requesterKana: tidyText(draft.requesterKana),
    requesterPhone: digitsOf(draft.requesterPhone),
    relation: draft.relation,
    replyTo: tidyText(draft.replyTo),
    townId: draft.townId === '' ? null : draft.townId,
    addressLine: tidyText(draft.townId === '' ? `${draft.townText} ${draft.addressLine}` : draft.addressLine),
    landmark: tidyText(draft.landmark),
    lat: draft.lat === '' ? null : Number(draft.lat),
    lng: draft.lng === '' ? null : Number(draft.lng),
    story: tidyLines(draft.story),
  }
}

function askedPart(draft: NeedDraft) {
  const { categories, occupancy, electricity, water, parking, sticker } = draft
  const { urgent, crisis, watch, fallingObjectNotice, roofWork, livelihood } = draft
  return {
    categories,
    occupancy,
    electricity,
    water,
    parking,
    sticker,
    urgent,
    crisis,
    watch,
    fallingObjectNotice,
    roofWork,
    livelihood,
    work: tidyLines(draft.work),
    headcount: numberOf(draft.headcount),
    tools: toolsOf(draft.tools),
    dangers: tidyLines(draft.dangers),
    wishedDate: draft.wishedDate === '' ? null : draft.wishedDate,
    wishedTime: tidyText(draft.wishedTime),
  }
}

/** What the server is sent for a new need; the ids are the device's. */
export function receiveInput(draft: NeedDraft, needId: string, newHouseholdId: string): InputOf<'needs.receiveNeed'> {
  const known = draft.householdId !== ''
  return {
    needId,
    householdId: known ? draft.householdId : newHouseholdId,
    household: known ? null : householdPart(draft),
    lookedAt: draft.lookedAt,
    consent: consentInput(draft.consent, draft.relation),
    contact: contactPart(draft),
    asked: { ...askedPart(draft), channel: draft.channel, survey: draft.survey },
  }
}

/** When it was written by hand, on the date of now; undefined for what is written down while they speak. */
export function paperInstant({ fromPaper, writtenAt }: NeedDraft, date: string): string | undefined {
  return fromPaper ? (typedInstant(date, writtenAt) ?? undefined) : undefined
}

const typedAnew = (typed: string, seen: string | undefined) => (seen === undefined || typed === seen ? null : typed)

/** A number or note that was not typed anew stays as it is. */
export function changeInput(draft: NeedDraft, needId: string, basedOnVersion: number): InputOf<'needs.changeNeed'> {
  const household = householdPart(draft)
  const contact = contactPart(draft)
  return {
    needId,
    basedOnVersion,
    household: {
      ...household,
      phone: household.phone || null,
      considerations: typedAnew(household.considerations, draft.seenNotes?.considerations),
    },
    contact: {
      ...contact,
      requesterPhone: contact.requesterPhone || null,
      story: typedAnew(contact.story, draft.seenNotes?.story),
    },
    asked: askedPart(draft),
  }
}

const lengths: readonly [keyof NeedDraft & keyof typeof fieldWords, number][] = [
  ['requesterName', limits.name],
  ['requesterKana', limits.name],
  ['replyTo', limits.replyTo],
  ['householdName', limits.name],
  ['householdKana', limits.name],
  ['considerations', limits.considerations],
  ['addressLine', limits.addressLine],
  ['landmark', limits.landmark],
  ['story', limits.story],
  ['work', limits.work],
  ['dangers', limits.dangers],
  ['wishedTime', limits.wishedTime],
]

function badPhone(text: string): boolean {
  return text.trim() !== '' && normalisePhone(text) === null
}

function numberMistakes(draft: NeedDraft): FieldMistake[] {
  const found: FieldMistake[] = []
  const headcount = numberOf(draft.headcount)
  if (!Number.isInteger(headcount) || headcount < 0 || headcount > limits.headcount) {
    found.push({ fieldId: 'headcount', message: needsWords.mistakes.headcount })
  }
  const tools = toolsOf(draft.tools)
  if (tools.length > limits.tools || tools.some((tool) => tool.length > limits.tool)) {
    found.push({ fieldId: 'tools', message: needsWords.mistakes.tools })
  }
  return found
}

/** What is to be put right before it can be sent; the server would refuse it too. */
export function draftMistakes(draft: NeedDraft): FieldMistake[] {
  const { mistakes } = needsWords
  const phones = (['requesterPhone', 'householdPhone'] as const).filter((fieldId) => badPhone(draft[fieldId]))
  const tooLong = lengths.filter(([key, max]) => String(draft[key]).length > max)
  const timeUnread = draft.fromPaper && readTypedTime(draft.writtenAt) === null
  return [
    ...(timeUnread ? [{ fieldId: 'writtenAt', message: mistakes.time }] : []),
    ...phones.map((fieldId) => ({ fieldId, message: mistakes.phone })),
    ...tooLong.map(([fieldId]) => ({ fieldId, message: mistakes.tooLong(fieldWords[fieldId]) })),
    ...numberMistakes(draft),
  ]
}
