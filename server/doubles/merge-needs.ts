import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { WayBack } from '#server/core/way-back.ts'
import { refuseUnlessTwo, type Side, saveMerge } from '#server/doubles/merging.ts'
import { change, repoint } from '#server/doubles/writing.ts'
import { needConsents, needContacts, needs, standingNeed } from '#server/needs/needs.ts'
import { latestSurvey } from '#server/needs/site-surveys.ts'
import { tellWhoLooks } from '#server/photos/show-to-team.ts'
import { combinedNeed, type NeedParts } from '#shared/doubles/combine.ts'
import { mergeNeeds } from '#shared/doubles/commands.ts'
import { mergeNeedsProblem } from '#shared/doubles/rules.ts'
import { combinedConsent } from '#shared/needs/consent-rules.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { gateAfter, gateReasonsOf, hasPlace } from '#shared/needs/rules.ts'

async function sideOf(work: UnitOfWork, need: Need): Promise<Side> {
  const into = need.mergedInto === null ? null : (await standingNeed(work.tx, need.id)).number
  return {
    label: needNumberText(need.number),
    into: into === null ? null : needNumberText(into),
    seq: await needs.changedSeqOf(work.tx, need.id),
    about: ['need', need.id],
  }
}

const partsOf = async (work: UnitOfWork, need: Need): Promise<NeedParts> => ({
  need,
  contact: await needContacts.get(work.tx, need.id),
})

/** The gate as the joined warnings and the surveys of both make it. */
async function withGate(work: UnitOfWork, { need, contact }: NeedParts): Promise<Need> {
  const reasons = gateReasonsOf(need, await latestSurvey(work.tx, need.id), work.profile.needs)
  return {
    ...need,
    hasPlace: hasPlace(contact),
    gate: gateAfter(need.gate, reasons),
    version: need.version + 1,
    changedBy: work.actorName,
    changedAt: work.now,
  }
}

export const mergeNeedsHandler = handle(mergeNeeds, async (work, { take, ...two }) => {
  const kept = await needs.get(work.tx, two.keptId)
  const merged = await needs.get(work.tx, two.mergedId)
  const sides = { kept: await sideOf(work, kept), merged: await sideOf(work, merged) }
  await refuseUnlessTwo(work, two, sides)
  const problem = mergeNeedsProblem(kept, merged)
  if (problem) throw problem
  const way: WayBack = { changes: [], links: [] }
  const [keptParts, mergedParts] = [await partsOf(work, kept), await partsOf(work, merged)]
  const combined = combinedNeed(keptParts, mergedParts, take)
  await repoint(work, way, { kind: 'need', ...two })
  // A team that is out at the kept need sees the photos that have come to it at once.
  await tellWhoLooks(work, kept.id)
  const said = await needConsents.get(work.tx, kept.id)
  const agreed = combinedConsent(said, await needConsents.get(work.tx, merged.id))
  await change(work, way, 'needConsent', { was: said, becomes: { ...agreed, id: kept.id } })
  await change(work, way, 'needContact', { was: keptParts.contact, becomes: combined.contact })
  await change(work, way, 'need', { was: kept, becomes: await withGate(work, combined) })
  const moved = { statusBy: work.actorName, statusAt: work.now, before: null }
  const gone: Need = { ...merged, ...moved, status: 'merged', mergedInto: kept.id }
  await change(work, way, 'need', { was: merged, becomes: gone })
  const labels = { keptLabel: sides.kept.label, mergedLabel: sides.merged.label }
  await saveMerge(work, two, { kind: 'need', ...labels }, way)
  work.describe({ need: kept.number, merged: merged.number })
})
