import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { WayBack } from '#server/core/way-back.ts'
import { refuseUnlessTwo, type Side, saveMerge } from '#server/doubles/merging.ts'
import { change, repoint } from '#server/doubles/writing.ts'
import { householdNotes, householdPhones, households, standingHousehold } from '#server/households/households.ts'
import { needs } from '#server/needs/needs.ts'
import { combinedHousehold, combinedNote, combinedPhone } from '#shared/doubles/combine.ts'
import { mergeHouseholds } from '#shared/doubles/commands.ts'
import type { Household } from '#shared/households/household.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { isClosed } from '#shared/needs/rules.ts'

/** A household is called by its needs: every desk may hold their numbers, not every desk its name. */
async function needsOf(work: UnitOfWork, { id }: Household): Promise<string> {
  const theirs = await needs.where(work.tx, { householdId: id })
  const numbers = theirs.map(({ number }) => number).sort((one, other) => one - other)
  return numbers.slice(0, 3).map(needNumberText).join('・')
}

const labelOf = async (work: UnitOfWork, household: Household) => `${await needsOf(work, household)}の世帯`

async function sideOf(work: UnitOfWork, household: Household): Promise<Side> {
  const standing = await standingHousehold(work.tx, household.id)
  return {
    label: await labelOf(work, household),
    into: household.mergedInto === null ? null : await labelOf(work, standing),
    seq: await households.changedSeqOf(work.tx, household.id),
    about: ['household', household.id],
  }
}

const phoneOf = async (work: UnitOfWork, { id }: Household) =>
  (await householdPhones.find(work.tx, id)) ?? { id, phone: '' }

/** What says where a team goes, and whether it may know, is another text now: printed sheets are to be printed anew. */
async function rewriteNeeds(work: UnitOfWork, way: WayBack, householdId: string): Promise<void> {
  for (const was of await needs.where(work.tx, { householdId })) {
    if (!isClosed(was.status)) await change(work, way, 'need', { was, becomes: { ...was, version: was.version + 1 } })
  }
}

export const mergeHouseholdsHandler = handle(mergeHouseholds, async (work, { take, ...two }) => {
  const kept = await households.get(work.tx, two.keptId)
  const merged = await households.get(work.tx, two.mergedId)
  const sides = { kept: await sideOf(work, kept), merged: await sideOf(work, merged) }
  await refuseUnlessTwo(work, two, sides)
  work.describe({ keptHousehold: await needsOf(work, kept), mergedHousehold: await needsOf(work, merged) })
  const way: WayBack = { changes: [], links: [] }
  const combined = combinedHousehold(kept, merged, take)
  await repoint(work, way, { kind: 'household', ...two })
  await change(work, way, 'household', { was: kept, becomes: combined })
  const phone = await phoneOf(work, kept)
  const becomes = { ...phone, phone: combinedPhone(phone.phone, (await phoneOf(work, merged)).phone, take) }
  await change(work, way, 'householdPhone', { was: phone, becomes })
  const note = await householdNotes.get(work.tx, kept.id)
  const { considerations } = await householdNotes.get(work.tx, merged.id)
  const both = combinedNote(note.considerations, considerations)
  await change(work, way, 'householdNote', { was: note, becomes: { ...note, considerations: both } })
  // Of a home that has become a withheld one its own old record tells no more either.
  const { addressWithheld } = combined
  await change(work, way, 'household', { was: merged, becomes: { ...merged, mergedInto: kept.id, addressWithheld } })
  if (kept.addressWithheld !== merged.addressWithheld) await rewriteNeeds(work, way, kept.id)
  const labels = { keptLabel: sides.kept.label, mergedLabel: sides.merged.label }
  await saveMerge(work, two, { kind: 'household', ...labels }, way)
})
