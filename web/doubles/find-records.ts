import { formatPhone } from '#shared/core/phone-number.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import type { FoundNeeds } from '#shared/needs/reads.ts'
import { placeText } from '#shared/places/place.ts'
import type { Suspect } from '#web/center/go-to-panel.ts'
import { ask } from '#web/core/ask.ts'
import { store } from '#web/core/store.ts'
import { idOfNumber } from '#web/doubles/desk.ts'
import { doublesWords, suspectWords } from '#web/texts/doubles.ts'

/** A record that may be the other one of two. */
export interface Choice {
  id: string
  label: string
  more: string
}

async function findPersons(words: string): Promise<Choice[]> {
  const unasked = { skills: [], area: '', days: [], vehicles: [] }
  const reply = await ask('roster.findPeople', { words, among: 'everyone', ...unasked })
  const people = reply.kind === 'done' ? reply.body.people : []
  const found = people.map(({ personId, name, nameKana, phone, today }) => ({
    id: personId,
    label: name,
    more: [nameKana, phone && formatPhone(phone), today ? doublesWords.numberOf(today.number) : ''].join(' ').trim(),
  }))
  const numbered = /^\d{1,4}$/.test(words) ? store.get('person', await idOfNumber('person', words)) : undefined
  if (!numbered || found.some(({ id }) => id === numbered.id)) return found
  return [
    { id: numbered.id, label: numbered.name, more: `${numbered.nameKana} ${doublesWords.numberOf(Number(words))}` },
    ...found,
  ]
}

/** What the answer says of each need that was not merged into another. */
function rowsOf({ needs, households, contacts }: FoundNeeds) {
  return needs
    .filter(({ mergedInto }) => mergedInto === null)
    .flatMap((need) => {
      const household = households.find(({ id }) => id === need.householdId)
      const contact = contacts.find(({ id }) => id === need.id)
      return household && contact ? [{ need, household, contact }] : []
    })
}

async function findNeeds(kind: 'need' | 'household', words: string): Promise<Choice[]> {
  const reply = await ask('needs.findNeeds', { words, householdIds: [] })
  const rows = reply.kind === 'done' ? rowsOf(reply.body) : []
  const choices = rows.map(({ need, household, contact }) => {
    const number = needNumberText(need.number)
    const more = `${household.name} ${placeText(contact)}`
    return kind === 'need'
      ? { id: need.id, label: number, more: `${more} ${need.work}` }
      : { id: household.id, label: suspectWords.household(number), more }
  })
  return choices.filter(({ id }, index) => choices.findIndex((one) => one.id === id) === index)
}

/** Who or what answers the words and is not the record that one came with. */
export async function findRecords({ kind, id }: Suspect, typed: string): Promise<Choice[]> {
  const words = typed.normalize('NFKC').trim()
  if (words === '') return []
  const found = kind === 'person' ? await findPersons(words) : await findNeeds(kind, words)
  return found.filter((one) => one.id !== id)
}
