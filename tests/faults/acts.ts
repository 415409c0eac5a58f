import type { SeededRandom } from '#drills/core/seeded-random.ts'
import { newId } from '#shared/core/ids.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'

/** The tables in which a row looks for what an act did. */
type Table = 'attendance' | 'need' | 'journal_entry'

/** One command as a client sends it, what must become of it, and where that is seen. */
export interface Act {
  id: string
  body: string
  /** The code with which it must be refused; null where it must be done. */
  refusal: string | null
  /** The record that is there if and only if the command was done. */
  effect: { table: Table; id: string }
  /** A record that the command writes before it is refused: of it nothing may remain. */
  remains: string | null
}

function act(type: string, input: object, effect: Act['effect'], refused: Partial<Act> = {}): Act {
  const id = newId()
  const body = JSON.stringify({ id, type, device: 'faults', input })
  return { id, body, refusal: null, effect, remains: null, ...refused }
}

/** Somebody comes, and goes on the waiting list of a day that is full. */
function comes(): Act {
  const form = receptionForm({ waitingListIfFull: true })
  return act('volunteers.checkIn', form, { table: 'attendance', id: form.attendanceId })
}

/** Somebody who does not want to wait: refused once their person has been written. */
function comesForNothing(): Act {
  const form = receptionForm()
  const effect = { table: 'attendance', id: form.attendanceId } as const
  return act('volunteers.checkIn', form, effect, { refusal: 'volunteers.dayFull', remains: form.personId })
}

function proxyComes(): Act {
  const { linkToken: _, ...form } = receptionForm({ waitingListIfFull: true })
  const input = { ...form, channel: 'paper', knownPersonId: null, isAnother: true }
  return act('volunteers.checkInByProxy', input, { table: 'attendance', id: form.attendanceId })
}

function needComes(): Act {
  const form = needForm()
  return act('needs.receiveNeed', form, { table: 'need', id: form.needId })
}

function entry(): Act {
  const input = { entryId: newId(), fromWhom: '区本部', toWhom: '総務', certainty: 'fact', text: '雨' }
  return act('center.writeJournalEntry', input, { table: 'journal_entry', id: input.entryId })
}

/** What phones send: one in eight is refused. */
export const phoneAct = (random: SeededRandom) => (random.fraction() < 0.125 ? comesForNothing() : comes())

/** What desks send, four kinds side by side. */
export const deskAct = (random: SeededRandom) => random.pick([proxyComes, needComes, entry, comesForNothing])()

/** Somebody comes who is taken in whatever happens: with a place, or on the waiting list. */
export const someoneComes = comes

/** A line in the journal: nothing but its id says that it was sent before. */
export const journalAct = entry
