import type { z } from 'zod'
import { findStaff } from '#server/access/staff.ts'
import { waitingActs } from '#server/access/waiting-acts.ts'
import { audiencesOfActor } from '#server/core/actor.ts'
import { answerRead, type Reading } from '#server/core/reads.ts'
import { erasureNotices } from '#server/privacy/retention-tables.ts'
import { personalTables } from '#server/privacy/tables.ts'
import { audiencesOf, mayHold } from '#shared/access/audiences.ts'
import { retireStaff } from '#shared/access/commands.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { malformed, notAllowed, notFound } from '#shared/core/problems.ts'
import { erase, exportTable, postponeErasure } from '#shared/privacy/commands.ts'
import type { Subject } from '#shared/privacy/erasure.ts'
import { listKind } from '#shared/privacy/exports.ts'
import { actConcerns } from '#shared/privacy/reads.ts'

type Concern = z.infer<typeof actConcerns.answer>

const nobody: Concern = { kind: null, name: '', because: '', to: null }

/** The name, for whoever may hold it: of a household whose address is withheld no device is told more than that. */
async function nameOf({ tx, actor }: Reading, { kind, id }: Subject): Promise<string> {
  const own = audiencesOfActor(actor)
  if (kind === 'household') {
    const household = await personalTables.household.find(tx, id)
    const held = household ? audiencesOf('household', household) : []
    return household && held.some((one) => own.includes(one)) ? household.name : ''
  }
  const found =
    kind === 'person'
      ? mayHold('person', own) && (await personalTables.person.find(tx, id))
      : mayHold('registeredGroup', own) && (await personalTables.registeredGroup.find(tx, id))
  return found ? found.name : ''
}

/** What a device says of its own act may be anything. */
function readInput<I extends z.ZodType>(schema: I, input: unknown): z.infer<I> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw malformed({})
  return parsed.data
}

/** Of lists whoever may take them out is told, of all else the leads alone. */
async function concernOf(reading: Reading, type: string, input: unknown): Promise<Concern> {
  if (type === exportTable.name) {
    const { table, because } = readInput(exportTable.input, input)
    return { ...nobody, kind: listKind(table), because }
  }
  const { actor } = reading
  if (actor.kind !== 'staff' || !actor.capabilities.includes('center.lead')) throw notAllowed({})
  return concernOfLeads(reading, type, input)
}

async function concernOfLeads(reading: Reading, type: string, input: unknown): Promise<Concern> {
  if (type === erase.name) {
    const asked = readInput(erase.input, input)
    return { ...nobody, kind: asked.kind, name: await nameOf(reading, asked), because: asked.because }
  }
  if (type === postponeErasure.name) {
    const { noticeId, because, to } = readInput(postponeErasure.input, input)
    return { ...nobody, kind: (await erasureNotices.find(reading.tx, noticeId))?.what ?? null, because, to }
  }
  if (type === retireStaff.name) {
    const { staffId } = readInput(retireStaff.input, input)
    return { ...nobody, kind: 'staff', name: (await findStaff(reading.tx, staffId))?.name ?? '' }
  }
  return nobody
}

/** Read where the act lies, on the server: the record of it, which all desks hold, names nobody. */
export const actConcernsReader = answerRead(actConcerns, async (reading, asked) => {
  if (!('actId' in asked)) return concernOf(reading, asked.type, asked.input)
  const row = await reading.tx
    .selectFrom('waiting_act_body')
    .selectAll()
    .where('id', '=', asked.actId)
    .executeTakeFirst()
  if (!row) throw notFound({ kind: 'act' })
  const { type } = await waitingActs.get(reading.tx, asked.actId)
  return concernOf(reading, type, readOwnJson(row.body))
})
