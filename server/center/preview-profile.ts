import { findOpenDay } from '#server/center/centers.ts'
import { seatsUnder } from '#server/center/change-profile.ts'
import { answerRead } from '#server/core/reads.ts'
import type { ProfileFollower } from '#server/core/slice.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { type ProfileConsequences, previewProfileChange } from '#shared/center/reads.ts'

const nothing: ProfileConsequences = {
  openNeeds: 0,
  undecidedSurveys: 0,
  livelihoodNeeds: 0,
  teamsForming: 0,
  teamsTooSmall: 0,
  teamsUnbriefed: 0,
  phones: 0,
  sessions: 0,
}

export const previewProfileReader = (followers: readonly ProfileFollower[]) =>
  answerRead(previewProfileChange, async ({ tx, now, actor }, { to }) => {
    const profile = profileNamed(to)
    let foreseen = nothing
    for (const follower of followers) foreseen = { ...foreseen, ...(await follower.foresee?.(tx, profile)) }
    const day = await findOpenDay(tx)
    const { count } = await tx
      .selectFrom('session')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('closed_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow()
    return {
      ...foreseen,
      sessions: count,
      seats: await seatsUnder(tx, to, actor.kind === 'staff' ? actor.staffId : ''),
      publicReception: day ? { now: day.publicReception, proposed: profile.reception.opensWithDay } : null,
    }
  })
