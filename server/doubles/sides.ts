import { ofShownDay } from '#server/center/centers.ts'
import type { Tx } from '#server/database/record-table.ts'
import { seqOfPerson } from '#server/doubles/merge-persons.ts'
import { householdPhones, households } from '#server/households/households.ts'
import { needContacts, needPhones, needs } from '#server/needs/needs.ts'
import { registrations } from '#server/roster/registrations.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { persons } from '#server/volunteers/persons.ts'
import { getWholePerson } from '#server/volunteers/save-person.ts'
import type { MergeKind } from '#shared/doubles/merge.ts'
import { addressIsWithheld } from '#shared/doubles/problems.ts'
import type { DoubleSide } from '#shared/doubles/reads.ts'

type SideOf<K extends MergeKind> = Extract<DoubleSide, { kind: K }>

async function personSide(tx: Tx, id: string): Promise<SideOf<'person'>> {
  await persons.get(tx, id)
  const whole = await getWholePerson(tx, id)
  const came = (await attendances.where(tx, { personId: id })).filter(({ status }) => status !== 'cancelled')
  const { dayId } = await ofShownDay(tx)
  return {
    kind: 'person',
    id,
    seq: await seqOfPerson({ tx }, id),
    ...whole,
    visits: came.length,
    today: came.find((one) => one.dayId === dayId)?.number ?? null,
    registered: (await registrations.find(tx, id)) !== undefined,
  }
}

const endOf = (phone: { phone: string } | undefined) => phone?.phone.slice(-4) ?? ''

async function householdSide(tx: Tx, id: string): Promise<SideOf<'household'>> {
  const household = await households.get(tx, id)
  if (household.addressWithheld) throw addressIsWithheld({})
  const theirs = await needs.where(tx, { householdId: id })
  const seq = await households.changedSeqOf(tx, id)
  const numbers = theirs.map(({ number, status }) => ({ number, status }))
  const phoneEnd = endOf(await householdPhones.find(tx, id))
  return { kind: 'household', id, seq, household, phoneEnd, needs: numbers }
}

async function needSide(tx: Tx, id: string): Promise<SideOf<'need'>> {
  const need = await needs.get(tx, id)
  if (need.addressWithheld) throw addressIsWithheld({})
  return {
    kind: 'need',
    id,
    seq: await needs.changedSeqOf(tx, id),
    need,
    contact: await needContacts.get(tx, id),
    household: await households.get(tx, need.householdId),
    phoneEnd: endOf(await needPhones.find(tx, id)),
  }
}

const sides = { person: personSide, household: householdSide, need: needSide }

/** One record as the screen lays it beside another. */
export const sideOf = (tx: Tx, kind: MergeKind, id: string): Promise<DoubleSide> => sides[kind](tx, id)
