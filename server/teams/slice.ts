import { ofShownDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { teamsFollowProfile } from '#server/teams/follow-profile.ts'
import { teamHandlers } from '#server/teams/handlers.ts'
import { teams, teamsOfPerson } from '#server/teams/teams.ts'

export const teamsSlice: Slice = {
  name: 'teams',
  handlers: teamHandlers,
  followProfile: teamsFollowProfile,
  feeds: [
    feed({
      kind: 'team',
      changedSince: async (tx, seq) => teams.changedSince(tx, seq, await ofShownDay(tx)),
      ofPerson: teamsOfPerson,
    }),
  ],
}
