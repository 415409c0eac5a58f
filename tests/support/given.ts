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
