import { ofShownDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { teamsFollowProfile } from '#server/teams/follow-profile.ts'
import { teamHandlers } from '#server/teams/handlers.ts'
import { teams } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'

export const teamsSlice: Slice = {
  name: 'teams',
  handlers: teamHandlers,
  followProfile: teamsFollowProfile,
  feeds: [
    feed({
      kind: 'team',
      changedSince: async (tx, seq) => teams.changedSince(tx, seq, await ofShownDay(tx)),
      async ofPerson(tx, attendanceId) {
        const person = await attendances.find(tx, attendanceId)
        return person?.teamId ? teams.where(tx, { id: person.teamId }) : []
      },
    }),
  ],
}
