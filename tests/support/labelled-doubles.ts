import type { PersonKeys } from '#shared/doubles/radar.ts'

/** A number from 0 to below 1, the same for the same seed: labelled sets are made anew and are always the same. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const families = [
  'さとう',
  'すずき',
  'たかはし',
  'たなか',
  'いとう',
  'わたなべ',
  'やまもと',
  'なかむら',
  'こばやし',
  'かとう',
  'よしだ',
  'やまだ',
  'ささき',
  'まつもと',
  'いのうえ',
  'きむら',
  'はやし',
  'さいとう',
  'しみず',
  'もり',
]
const given = [
  'はなこ',
  'たろう',
  'ゆうこ',
  'けんじ',
  'まさこ',
  'ひろし',
  'さくら',
  'だいすけ',
  'みか',
  'しんいち',
  'かおり',
  'たくや',
  'よしこ',
  'なおき',
  'あやか',
  'しょうた',
  'えみ',
  'てつや',
  'りょうこ',
  'かずお',
  'みゆき',
  'こうじ',
  'ともみ',
  'あきら',
]

/** What hands do to a second record of the same person. */
type Spoil = (person: PersonKeys, random: () => number) => PersonKeys

const digit = (text: string, random: () => number) => {
  const at = text.length - 1 - Math.floor(random() * 4)
  return `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
}

const spoils: Spoil[] = [
  (person) => person,
  (person, random) => ({ ...person, phone: digit(person.phone, random) }),
  (person, random) => ({ ...person, phone: `080${String(Math.floor(random() * 1e8)).padStart(8, '0')}` }),
  (person) => ({ ...person, phone: '' }),
  (person) => ({ ...person, kana: person.kana.slice(0, -1) }),
  (person) => ({ ...person, kana: person.kana.replace('う', ''), email: '' }),
  (person) => ({ ...person, birthDate: '', email: '' }),
  (person) => ({ ...person, birthDate: person.birthDate.replace(/-(\d)(\d)$/, '-$1' + '9') }),
  (person) => ({ ...person, name: `${person.name}別字` }),
]

/** People, some of them twice, beside families, twins and namesakes that are not. The labels are the pairs that are one. */
export function labelledPersons(count: number, seed: number): { persons: PersonKeys[]; pairs: Set<string> } {
  const random = seeded(seed)
  const of = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const two = (number: number) => String(number).padStart(2, '0')
  const persons: PersonKeys[] = []
  const pairs = new Set<string>()
  const fresh = (id: string, wishes: Partial<PersonKeys> = {}): PersonKeys => {
    const kana = `${of(families)}${of(given)}`
    return {
      id,
      kana,
      name: `漢${kana}`,
      phone: `090${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
      birthDate: `${1945 + Math.floor(random() * 60)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`,
      email: random() < 0.3 ? `${id}@example.org` : '',
      address: `町${Math.floor(random() * 400)}`,
      sex: of(['female', 'male', 'notSaid']),
      ...wishes,
    }
  }
  for (let index = 0; index < count; index++) {
    const person = fresh(`p${index}`)
    persons.push(person)
    const kind = random()
    const family = person.kana.slice(0, 3)
    if (kind < 0.1) {
      const again = { ...of(spoils)(person, random), id: `d${index}` }
      persons.push(again)
      pairs.add([person.id, again.id].sort().join(' '))
    } else if (kind < 0.2) {
      // A family at one phone and one address.
      const kin = { kana: `${family}${of(given)}`, phone: person.phone, address: person.address }
      persons.push(fresh(`f${index}`, { ...kin, name: `漢${kin.kana}` }))
    } else if (kind < 0.22) {
      // Twins.
      const twin = { kana: `${family}${of(given)}`, phone: person.phone, birthDate: person.birthDate }
      if (twin.kana !== person.kana) persons.push(fresh(`t${index}`, { ...twin, name: `漢${twin.kana}` }))
    } else if (kind < 0.27) {
      // Namesakes.
      persons.push(fresh(`n${index}`, { kana: person.kana, name: person.name }))
    }
  }
  return { persons, pairs }
}
