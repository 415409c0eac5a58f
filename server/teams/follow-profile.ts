import { findOpenDay } from '#server/center/centers.ts'
import type { ProfileFollower } from '#server/core/slice.ts'
import { teams } from '#server/teams/teams.ts'

/** Teams that have not left yet go by the rules of the form in which they leave. */
export const teamsFollowProfile: ProfileFollower = {
  async foresee(tx, { dispatch }) {
    const day = await findOpenDay(tx)
    if (!day) return {}
    const forming = await teams.where(tx, { dayId: day.id, status: ['forming', 'ready'] })
    return {
      teamsForming: forming.length,
      teamsTooSmall: forming.filter(({ members }) => members.length < dispatch.minTeamSize).length,
      teamsUnbriefed: dispatch.briefingRequired ? forming.filter(({ briefedAt }) => briefedAt === null).length : 0,
    }
  },
}
