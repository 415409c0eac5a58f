import type { ProfileFollower } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { needs } from '#server/needs/needs.ts'
import { siteSurveys } from '#server/needs/site-surveys.ts'
import { type Need, needStatuses } from '#shared/needs/need.ts'
import { gateReasonsOf, gateUnderPolicy, isClosed } from '#shared/needs/rules.ts'

const openStatuses = needStatuses.filter((status) => !isClosed(status))

const openNeeds = (tx: Tx) => needs.where(tx, { status: openStatuses })

/** What waits for a decision about its survey: the only needs whose gate hangs on the center's form. */
const undecided = ({ survey }: Need) => survey === 'unsure'

/** The needs in step with the center's form: a survey that becomes a duty closes their gate, and opens it again. */
export const needsFollowProfile: ProfileFollower = {
  async foresee(tx) {
    const open = await openNeeds(tx)
    const livelihood = open.filter((need) => need.livelihood)
    return {
      openNeeds: open.length,
      undecidedSurveys: open.filter(undecided).length,
      livelihoodNeeds: livelihood.length,
    }
  },
  async follow(work, { needs: policy }) {
    for (const need of (await openNeeds(work.tx)).filter(undecided)) {
      const [survey] = await siteSurveys.where(work.tx, { needId: need.id, met: true })
      const gate = gateUnderPolicy(need, gateReasonsOf(need, survey, policy))
      if (gate.closedBy.join(' ') !== need.gate.closedBy.join(' ')) await needs.save(work, { ...need, gate })
    }
  },
}
