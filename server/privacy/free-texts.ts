import { CompiledQuery } from 'kysely'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Gathered } from '#server/privacy/gather.ts'
import { type PersonalKind, tableOf } from '#server/privacy/tables.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { erasedWord } from '#shared/privacy/erasure.ts'

type FreeTexts = Partial<Record<PersonalKind, readonly string[]>>

/** Where staff and teams write in their own words: somebody's name can stand in any of them. */
export const everyText = {
  journalEntry: ['text', 'fromWhom', 'toWhom'],
  handOver: ['note'],
  notice: ['reason'],
  incident: ['text'],
  attendanceNote: ['text'],
  attendanceHealth: ['note'],
  callOut: ['note'],
  registration: ['note'],
  registeredGroup: ['note'],
  groupVisit: ['wishes'],
  groupVisitContact: ['onDayContact'],
  need: ['work', 'dangers'],
  needContact: ['replyTo', 'landmark'],
  needStory: ['story'],
  needReason: ['reason', 'referredTo', 'openedBecause', 'earlier', 'earlierReferredTo'],
  needConsent: ['careHint'],
  workOrderPlace: ['careHint'],
  household: ['landmark'],
  householdNote: ['considerations'],
  siteSurvey: ['work', 'dangers', 'note'],
  team: ['helpNote', 'againBecause'],
  workOrder: ['work', 'cautions', 'ownEquipment', 'reasonForTeam', 'againBecause'],
  report: ['workDone', 'remainingWork'],
  reportObservation: ['text'],
} as const satisfies FreeTexts

/** What is about nobody in particular, and so is not erased with anybody. */
export const staffTexts: FreeTexts = {
  journalEntry: everyText.journalEntry,
  handOver: everyText.handOver,
  notice: everyText.notice,
}

const nameFields = ['name', 'requesterName', 'leaderName'] as const
const phoneFields = ['phone', 'requesterPhone', 'leaderPhone'] as const

/** A surname alone is many people's: only a whole name is looked for, with its space or without. */
function spellings(name: string): string[] {
  const parts = name.split(/[\s\u3000]+/u).filter((part) => part !== '')
  if (parts.length < 2) return name.length >= 4 ? [name] : []
  return [parts.join(''), parts.join(' '), parts.join('\u3000')]
}

function phonesAs(phone: string): string[] {
  return phone.length < 9 ? [] : [phone, formatPhone(phone)]
}

/** The words by which somebody could be known in a text that is not about them. */
export function wordsOf({ records }: Pick<Gathered, 'records'>): string[] {
  const words = new Set<string>()
  for (const { record } of records) {
    const fields: Record<string, unknown> = { ...record }
    const said = (field: string) => (typeof fields[field] === 'string' ? fields[field] : '')
    for (const field of nameFields) for (const word of spellings(said(field))) words.add(word)
    for (const field of phoneFields) for (const word of phonesAs(said(field))) words.add(word)
    if (said('email') !== '') words.add(said('email'))
  }
  // The longest first, so that no part of a longer one is left over.
  return [...words].sort((one, other) => other.length - one.length)
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Takes somebody's name, phone and mail address out of what others wrote. */
export async function takeOutOfTexts(work: UnitOfWork, words: readonly string[], texts: FreeTexts): Promise<void> {
  if (words.length === 0) return
  // The keys are those of the tables above.
  for (const [kind, fields] of Object.entries(texts) as [PersonalKind, readonly string[]][]) {
    const table = tableOf(kind)
    const anywhere = fields.flatMap((field) => words.map(() => `instr(${columnOf(field)}, ?) > 0`)).join(' or ')
    const query = `select id from ${table.name} where ${anywhere}`
    const { rows } = await work.tx.executeQuery<{ id: string }>(
      CompiledQuery.raw(
        query,
        fields.flatMap(() => words),
      ),
    )
    for (const { id } of rows) {
      const record: Record<string, unknown> = { ...(await table.get(work.tx, id)) }
      for (const field of fields)
        for (const word of words) record[field] = String(record[field]).replaceAll(word, erasedWord)
      await table.save(work, record as never)
    }
  }
}
