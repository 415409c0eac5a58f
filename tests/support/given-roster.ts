import { newId, newSecret } from '#shared/core/ids.ts'
import type { InputOf } from '#web/core/send.ts'

let counter = 0

type Wishes<F extends { person: object; contact: object; said: object }> = Partial<
  Omit<F, 'person' | 'contact' | 'said'>
> & { person?: Partial<F['person']>; contact?: Partial<F['contact']>; said?: Partial<F['said']> }

/** What somebody says who registers; every call is another person with another phone. */
function registered(wishes: Wishes<InputOf<'roster.registerPerson'>> = {}) {
  counter++
  return {
    personId: newId(),
    person: {
      name: `登録 太郎${counter}`,
      nameKana: 'とうろく たろう',
      affiliation: '',
      skills: [],
      licences: [],
      vehicle: 'none' as const,
      experience: false,
      ...wishes.person,
    },
    contact: {
      phone: `080${String(20_000_000 + counter)}`,
      birthDate: '1985-06-15',
      sex: 'notSaid' as const,
      email: '',
      postalCode: '',
      address: '',
      ...wishes.contact,
    },
    emergency: { name: '登録 花子', relation: '妻', phone: '09012345678' },
    said: {
      areas: [],
      days: [],
      tools: [],
      languages: [],
      insurance: { plan: 'naturalDisaster' as const, joinedOn: '2026-04-10', fiscalYear: 2026 },
      ...wishes.said,
    },
    consentVersion: 'roster-2026-11',
  }
}

/** A complete registration as staff key it in. */
export function registrationForm(
  wishes: Wishes<InputOf<'roster.registerPerson'>> = {},
): InputOf<'roster.registerPerson'> {
  const { person, contact, said, ...rest } = wishes
  const form = registered({ ...(person && { person }), ...(contact && { contact }), ...(said && { said }) })
  return { ...form, note: '', knownPersonId: null, isAnother: false, ...rest }
}

/** A complete registration as a phone sends it. */
export function ownRegistrationForm(
  wishes: Wishes<InputOf<'roster.registerSelf'>> = {},
): InputOf<'roster.registerSelf'> {
  const { person, contact, said, ...rest } = wishes
  const form = registered({ ...(person && { person }), ...(contact && { contact }), ...(said && { said }) })
  return { ...form, linkToken: newSecret(), ...rest }
}

/** A complete registration of a group. */
export function groupForm(
  wishes: Partial<InputOf<'roster.registerGroup'>['group']> = {},
): InputOf<'roster.registerGroup'> {
  counter++
  return {
    groupId: newId(),
    group: {
      name: `金沢工業高校 ボランティア部${counter}`,
      nameKana: 'かなざわこうぎょうこうこう',
      kind: 'school',
      usualHeadcount: 25,
      skills: [],
      vehicles: [{ kind: 'microbus', count: 1, seats: 28, mayMoveOnSite: true }],
      areas: [],
      days: ['sat.am', 'sat.pm'],
      tools: ['スコップ'],
      insurance: { plan: 'naturalDisaster', joinedOn: null, fiscalYear: 2026 },
      note: '',
      ...wishes,
    },
    contact: {
      leaderName: '引率 一郎',
      leaderKana: 'いんそつ いちろう',
      phone: `045${String(7_700_000 + counter)}`,
      email: '',
      address: '',
    },
    consentVersion: 'roster-2026-11',
  }
}
