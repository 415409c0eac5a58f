import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { countFates, type ImportShelf } from '#server/roster/import-shelf.ts'
import { planOne } from '#server/roster/plan-import.ts'
import { registrations } from '#server/roster/registrations.ts'
import { addPerson, getWholePerson, savePerson } from '#server/volunteers/save-person.ts'
import { newId } from '#shared/core/ids.ts'
import { applyImport } from '#shared/roster/import-commands.ts'
import { partsOf, type RowPlan } from '#shared/roster/import-plan.ts'
import { importGone } from '#shared/roster/import-problems.ts'
import { type ImportedRow, readRow } from '#shared/roster/import-row.ts'

const fiscalYearOf = (date: string) => Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0)

import type { Registration } from '#shared/roster/registration.ts'
import type { Person, PersonContact } from '#shared/volunteers/person.ts'

/** Few enough that whoever checks in meanwhile does not feel it. */
export const rowsOfPart = 100

const unsaidPerson: Omit<Person, 'id' | 'name' | 'nameKana'> = {
  skills: [],
  licences: [],
  vehicle: 'none',
  experience: false,
  affiliation: '',
  mergedInto: null,
}
const unsaidContact: Omit<PersonContact, 'id' | 'phone' | 'birthDate'> = {
  email: '',
  sex: 'notSaid',
  postalCode: '',
  address: '',
}

/** The consent was given on the council's own paper, not on a page of this system. */
const consentOnPaper = 'list'

const noInsurance: Registration['insurance'] = { plan: 'none', joinedOn: null, fiscalYear: null }

async function newRegistration(work: UnitOfWork, id: string): Promise<Registration> {
  return {
    id,
    number: await nextNumber(work.tx, 'registration'),
    status: 'active',
    channel: 'import',
    areas: [],
    days: [],
    tools: [],
    languages: [],
    insurance: noInsurance,
    note: '',
    consentVersion: consentOnPaper,
    consentAt: work.now,
    registeredAt: work.now,
    renewedFor: fiscalYearOf(today(work)),
    changedBy: '',
    changedAt: work.now,
  }
}

async function saveWho(work: UnitOfWork, row: ImportedRow, knownId: string | null): Promise<string> {
  const said = partsOf(row)
  const { name, nameKana, phone, birthDate } = row
  if (knownId !== null) {
    const { person, contact, emergency } = await getWholePerson(work.tx, knownId)
    await savePerson(work, {
      person: { ...person, ...said.person },
      contact: { ...contact, ...said.contact },
      emergency,
    })
    return knownId
  }
  const id = newId()
  const whole = {
    person: { id, name, nameKana, ...unsaidPerson, ...said.person },
    contact: { id, phone, birthDate, ...unsaidContact, ...said.contact },
    emergency: { id, name: '', relation: '', phone: '' },
  }
  await addPerson(work, whole, { arrives: false })
  return id
}

async function write(work: UnitOfWork, row: ImportedRow, knownId: string | null): Promise<void> {
  const id = await saveWho(work, row, knownId)
  const before = (await registrations.find(work.tx, id)) ?? (await newRegistration(work, id))
  const said = partsOf(row)
  const insurance = { ...before.insurance, ...said.insurance }
  const changed = { changedBy: work.actorName, changedAt: work.now }
  await registrations.write(work, { ...before, ...said.registration, insurance, ...changed })
}

/** Takes the rows of one part. Each is planned anew: the roster may have changed since the preview. */
export const applyImportHandler = (shelf: ImportShelf) =>
  handle(applyImport, async (work, { importId, part }) => {
    const list = shelf.find(importId, work.now)
    if (!list) throw importGone({})
    const from = part * rowsOfPart
    const done: RowPlan[] = []
    for (const [index, one] of list.rows.slice(from, from + rowsOfPart).entries()) {
      const preview = list.plans[from + index]
      const { row } = readRow(one, list.columns, today(work))
      if (row === null || preview === undefined || preview.rowFault === 'doubleInFile') {
        if (preview) done.push(preview)
        continue
      }
      const plan = await planOne(work.tx, row)
      if (plan.fate === 'new' || plan.fate === 'changed') await write(work, row, plan.personId)
      done.push(plan)
    }
    const counts = countFates(done)
    work.describe({ part: part + 1, parts: Math.ceil(list.rows.length / rowsOfPart), ...counts })
    return { counts }
  })
