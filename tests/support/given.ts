import { newId, newSecret } from '#shared/core/ids.ts'
import type { InputOf } from '#web/core/send.ts'

let counter = 0

/** A complete reception form of a grown-up; every call is another person with another phone. */
export function receptionForm(wishes: Partial<InputOf<'volunteers.checkIn'>> = {}): InputOf<'volunteers.checkIn'> {
  counter++
  return {
    attendanceId: newId(),
    personId: newId(),
    linkToken: newSecret(),
    name: `金沢 花子${counter}`,
    nameKana: 'かなざわ はなこ',
    phone: `090${String(10_000_000 + counter)}`,
    birthDate: '1990-04-01',
    sex: 'notSaid',
    email: '',
    postalCode: '',
    address: '',
    affiliation: '',
    skills: [],
    licences: [],
    vehicle: 'none',
    experience: false,
    guardianConsent: 'notNeeded',
    health: { condition: 'good', note: '' },
    insurance: { plan: 'naturalDisaster', joinedOn: '2026-05-01' },
    emergency: { name: '金沢 太郎', relation: '夫', phone: '09099998888' },
    consentVersion: '2026-11',
    language: 'ja',
    waitingListIfFull: false,
    ...wishes,
  }
}

type NeedForm = InputOf<'needs.receiveNeed'>

/** Everything may be told, as the caller says of the own household. */
const agreed = {
  version: 'needs-2026-12',
  answeredBy: 'self',
  surname: 'yes',
  address: 'yes',
  work: 'yes',
  health: 'yes',
  careHint: '',
} as const

/** A complete need sheet, ready for dispatch: mud at a house in 泥亀二丁目. Every call is another household. */
export function needForm(
  wishes: {
    asked?: Partial<NeedForm['asked']>
    contact?: Partial<NeedForm['contact']>
    household?: Partial<NonNullable<NeedForm['household']>>
    lookedAt?: string[]
    consent?: Partial<NonNullable<NeedForm['consent']>> | null
  } = {},
): NeedForm & { household: NonNullable<NeedForm['household']> } {
  counter++
  const phone = `045${String(7_000_000 + counter)}`
  const kana = `かなざわ${'あいうえおかきくけこさしすせそたちつてと'.charAt(counter % 20)}${counter}`
  const who = { name: `金沢 太郎${counter}`, kana }
  return {
    needId: newId(),
    householdId: newId(),
    lookedAt: wishes.lookedAt ?? [],
    consent: wishes.consent === null ? null : { ...agreed, ...wishes.consent },
    household: {
      name: who.name,
      nameKana: who.kana,
      phone,
      considerations: '',
      addressWithheld: false,
      ...wishes.household,
    },
    contact: {
      requesterName: who.name,
      requesterKana: who.kana,
      requesterPhone: phone,
      relation: 'self',
      replyTo: '',
      townId: 'deiki-2',
      addressLine: `${counter}-1`,
      lat: null,
      lng: null,
      landmark: '',
      story: '床下に泥が入った。',
      ...wishes.contact,
    },
    asked: {
      channel: 'phone',
      categories: ['mudRemoval'],
      work: '床下の泥を出す',
      headcount: 5,
      tools: ['スコップ'],
      urgent: false,
      crisis: false,
      watch: false,
      survey: 'notNeeded',
      occupancy: 'ownHome',
      electricity: 'yes',
      water: 'yes',
      parking: 'yes',
      sticker: 'green',
      fallingObjectNotice: false,
      roofWork: false,
      livelihood: false,
      dangers: '',
      wishedDate: null,
      wishedTime: '',
      ...wishes.asked,
    },
  }
}

/** The same need, changed so that its place is withheld (住所非開示). */
export function withheld({ needId, asked, contact, household }: ReturnType<typeof needForm>) {
  const { channel: _, survey: __, ...kept } = asked
  return {
    needId,
    basedOnVersion: 1,
    asked: kept,
    contact: { ...contact, requesterPhone: null },
    household: { ...household, phone: null, addressWithheld: true },
  }
}
