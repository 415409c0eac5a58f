import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { registeredGroups } from '#server/roster/groups.ts'
import { findLinked, revokeRegistrationLinks, saveRegistrationLink } from '#server/roster/registration-links.ts'
import { registrations } from '#server/roster/registrations.ts'
import { type RegistrationKind, registrationText } from '#shared/core/check-digit.ts'
import type { Problem } from '#shared/core/problem.ts'
import {
  reissueRegistrationLink,
  renewRegistration,
  restoreRegistration,
  takeBackRenewal,
  withdrawRegistration,
  withdrawSelf,
} from '#shared/roster/commands.ts'
import { linkNotKnown } from '#shared/roster/problems.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { renewProblem, restoreProblem, takeBackProblem, withdrawProblem } from '#shared/roster/rules.ts'

type Standing = Pick<Registration, 'id' | 'number' | 'status' | 'renewedFor'>

/** Changes how a registration stands, of a person or a group alike, unless the rule has something against it. */
async function change(
  work: UnitOfWork,
  { kind, id }: { kind: RegistrationKind; id: string },
  rule: (one: Standing) => Problem | null,
  to: Partial<Pick<Registration, 'status' | 'renewedFor'>>,
): Promise<void> {
  const touched = { changedBy: work.actorName, changedAt: work.now }
  const ruled = <R extends Standing>(one: R): R => {
    const problem = rule(one)
    if (problem) throw problem
    work.describe({ code: registrationText(kind, one.number), year: to.renewedFor ?? null })
    return { ...one, ...to, ...touched }
  }
  if (kind === 'person') await registrations.write(work, ruled(await registrations.get(work.tx, id)))
  else await registeredGroups.write(work, ruled(await registeredGroups.get(work.tx, id)))
}

/** By one's own link: whose registration it opens says whether a person or a group leaves. */
const withdrawSelfHandler = handle(withdrawSelf, async (work, { linkToken }) => {
  const id = await findLinked(work.tx, linkToken)
  if (id === undefined) throw linkNotKnown({})
  const kind = (await registrations.find(work.tx, id)) ? 'person' : 'group'
  await change(work, { kind, id }, (found) => withdrawProblem(kind, found), { status: 'withdrawn' })
})

const reissueLinkHandler = handle(reissueRegistrationLink, async (work, { linkToken, ...one }) => {
  await change(work, one, (found) => withdrawProblem(one.kind, found), {})
  await revokeRegistrationLinks(work.tx, one.id, work.now)
  await saveRegistrationLink(work.tx, linkToken, one.id, work.now)
})

export const standingHandlers = [
  withdrawSelfHandler,
  reissueLinkHandler,
  handle(renewRegistration, (work, { fiscalYear, ...one }) =>
    change(work, one, (found) => renewProblem(one.kind, found, fiscalYear, today(work)), { renewedFor: fiscalYear }),
  ),
  handle(takeBackRenewal, (work, { fiscalYear, before, ...one }) =>
    change(work, one, (found) => takeBackProblem(one.kind, found, fiscalYear), {
      renewedFor: Math.min(before, fiscalYear - 1),
    }),
  ),
  handle(withdrawRegistration, (work, one) =>
    change(work, one, (found) => withdrawProblem(one.kind, found), { status: 'withdrawn' }),
  ),
  handle(restoreRegistration, (work, one) =>
    change(work, one, (found) => restoreProblem(one.kind, found), { status: 'active' }),
  ),
]
