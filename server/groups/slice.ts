import { ofShownDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { changeHandlers } from '#server/groups/change-group.ts'
import { addToGroupHandler, checkInGroupHandler } from '#server/groups/check-in-group.ts'
import { leaveHandlers } from '#server/groups/leave.ts'
import {
  addListPictureRoute,
  eraseListsOfNamed,
  listPictureHandlers,
  listPictures,
} from '#server/groups/list-pictures.ts'
import { groupVisitContacts, groupVisits } from '#server/groups/visits.ts'

// `groups.nameMembers` is answered by dispatch: names stand on teams and sheets too, and those are of later slices.
export const groupsSlice: Slice = {
  name: 'groups',
  handlers: [checkInGroupHandler, addToGroupHandler, ...leaveHandlers, ...changeHandlers, ...listPictureHandlers],
  follow: eraseListsOfNamed,
  routes: addListPictureRoute,
  feeds: [
    feed({
      kind: 'groupVisit',
      changedSince: async (tx, seq) => groupVisits.changedSince(tx, seq, await ofShownDay(tx)),
    }),
    feed({
      kind: 'groupVisitContact',
      changedSince: async (tx, seq) => groupVisitContacts.changedSince(tx, seq, await ofShownDay(tx)),
    }),
    feed({
      kind: 'listPicture',
      changedSince: async (tx, seq) => listPictures.changedSince(tx, seq, await ofShownDay(tx)),
    }),
  ],
}
